// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/sha256.h"

namespace gouji {
namespace {

namespace fs = std::filesystem;

/// A folder of its own for each test.
class FileTest : public testing::Test {
 protected:
  FileTest() {
    folder_ = fs::temp_directory_path() / ("gouji-file-test-" + std::to_string(::getpid()));
    fs::create_directories(folder_);
  }
  ~FileTest() override {
    std::error_code ignored;
    fs::permissions(folder_, fs::perms::owner_all, ignored);
    fs::remove_all(folder_, ignored);
  }
  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  void put(const std::string& name, const std::string& bytes) const {
    std::ofstream(path(name), std::ios::binary) << bytes;
  }
  std::string get(const std::string& name) const {
    std::ostringstream out;
    out << std::ifstream(path(name), std::ios::binary).rdbuf();
    return out.str();
  }
  std::size_t files() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }

  fs::path folder_;
};

TEST(Sha256, KnownDigests) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_F(FileTest, ReadsWhole) {
  const std::string bytes("a\0b\r\n", 5);
  put("a", bytes);
  const auto read = read_file(path("a"));
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(*read, bytes);
}

TEST_F(FileTest, SaysWhyItCannotRead) {
  EXPECT_EQ(read_file(path("none")).error().code, ErrorCode::not_found);
  EXPECT_EQ(read_file(path("none")).error().message, path("none") + ": no such file");
  EXPECT_EQ(read_file(folder_.string()).error().code, ErrorCode::is_directory);
  EXPECT_EQ(read_file(folder_.string()).error().remedy,
            "name the files in it, e.g. " + folder_.string() + "/*.pdf");
  put("empty", "");
  EXPECT_EQ(read_file(path("empty")).error().code, ErrorCode::empty);
  put("big", std::string(11, 'x'));
  EXPECT_TRUE(read_file(path("big"), 11).has_value());
  EXPECT_EQ(read_file(path("big"), 10).error().code, ErrorCode::too_large);
}

TEST_F(FileTest, ALargeSparseFileIsRefusedUnread) {
  put("sparse", "x");
  fs::resize_file(path("sparse"), std::uintmax_t{2} << 30);
  const auto read = read_file(path("sparse"));
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().message, path("sparse") + ": larger than the 1024 MiB that are read");
}

TEST_F(FileTest, WritesWholeOrNotAtAll) {
  put("out", "old");
  {
    auto file = OutputFile::create(path("out"));
    ASSERT_TRUE(file.has_value());
    file->write("new");
    EXPECT_EQ(get("out"), "old");
  }
  EXPECT_EQ(get("out"), "old") << "not committed";
  EXPECT_EQ(files(), 1U) << "the file beside is gone";
  ASSERT_TRUE(write_file(path("out"), "new").has_value());
  EXPECT_EQ(get("out"), "new");
  EXPECT_EQ(files(), 1U);
}

TEST_F(FileTest, KeepsRightsAndLinks) {
  put("target", "old");
  ASSERT_EQ(::chmod(path("target").c_str(), 0640), 0);
  fs::create_symlink("target", path("link"));
  ASSERT_TRUE(write_file(path("link"), "new").has_value());
  EXPECT_TRUE(fs::is_symlink(path("link")));
  EXPECT_EQ(get("target"), "new");
  struct stat status {};
  ASSERT_EQ(::stat(path("target").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0640U);
}

TEST_F(FileTest, DevicesAndPipesAreWrittenToNotReplaced) {
  ASSERT_TRUE(write_file("/dev/null", "x").has_value());
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
  ASSERT_EQ(::mkfifo(path("pipe").c_str(), 0600), 0);
  // Read and write, so that neither end waits for the other.
  std::fstream reader(path("pipe"), std::ios::in | std::ios::out);
  ASSERT_TRUE(write_file(path("pipe"), "through\n").has_value());
  std::string line;
  std::getline(reader, line);
  EXPECT_EQ(line, "through");
  EXPECT_TRUE(fs::is_fifo(path("pipe")));
}

TEST_F(FileTest, TellsAFullDiskAndAMissingFolder) {
  if (fs::exists("/dev/full")) {
    const auto full = write_file("/dev/full", "x");
    ASSERT_FALSE(full.has_value());
    EXPECT_EQ(full.error().code, ErrorCode::output);
    EXPECT_EQ(full.error().message, "/dev/full: cannot be written: No space left on device");
  }
  const auto missing = write_file(path("none/out"), "x");
  ASSERT_FALSE(missing.has_value());
  EXPECT_EQ(missing.error().remedy, "create the folder first");
  EXPECT_EQ(write_file(folder_.string(), "x").error().code, ErrorCode::output);
}

TEST_F(FileTest, ASignalRemovesWhatIsUnfinished) {
  auto file = OutputFile::create(path("out"));
  ASSERT_TRUE(file.has_value());
  EXPECT_EQ(files(), 1U);
  remove_unfinished_output();
  EXPECT_EQ(files(), 0U);
}

}  // namespace
}  // namespace gouji
