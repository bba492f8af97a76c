// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped reports: what gouji reads of each, text and PDFs, against expected.json. Differences
// that are accepted stand in known_gaps.json; one that is gone must be taken out of it. The program
// with --accept writes known_gaps.json anew (tools/accept_gaps.sh).
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>

#include "golden/compare.h"
#include "gouji/extract.h"
#include "output/json.h"

namespace gouji::golden {
namespace {

namespace fs = std::filesystem;

/// Differences that a failing test prints.
constexpr std::size_t kMostPrinted = 60;
constexpr const char* kInputs[] = {"report.txt", "report.libreoffice.pdf", "report.chromium.pdf"};

bool accepting = false;

struct Input {
  fs::path folder;
  std::string file;
};

void PrintTo(const Input& input, std::ostream* out) {
  *out << input.folder.filename().string() << "/" << input.file;
}

std::vector<Input> inputs() {
  std::vector<Input> list;
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(GOUJI_CORPUS))
    if (entry.is_directory()) folders.push_back(entry.path());
  std::sort(folders.begin(), folders.end());
  for (const fs::path& folder : folders)
    for (const char* file : kInputs) list.push_back({folder, file});
  return list;
}

Json read_json(const fs::path& path) {
  return Json::parse(std::ifstream(path));
}

/// Paths of accepted differences and why they are accepted.
using Gaps = std::map<std::string, std::string>;

Gaps known_gaps(const Input& input) {
  const fs::path path = input.folder / "known_gaps.json";
  if (!fs::exists(path)) return {};
  return read_json(path).value(input.file, Gaps());
}

void accept(const Input& input, const std::vector<Difference>& differences) {
  const fs::path path = input.folder / "known_gaps.json";
  Gaps reasons = known_gaps(input);
  Json gaps = fs::exists(path) ? read_json(path) : Json::object();
  gaps.erase(input.file);
  for (const Difference& difference : differences)
    gaps[input.file][difference.path] = reasons[difference.path];
  if (gaps.empty())
    fs::remove(path);
  else
    std::ofstream(path) << gaps.dump(1) << "\n";
}

const Extractor& extractor() {
  static const Extractor* const one = [] {
    Result<Extractor> created = Extractor::create();
    return created ? new Extractor(std::move(*created)) : nullptr;
  }();
  return *one;
}

class Golden : public testing::TestWithParam<Input> {};

TEST_P(Golden, ReadsWhatIsExpected) {
  const Input& input = GetParam();
  ASSERT_TRUE(fs::exists(input.folder / "expected.json")) << "every report has an expectation";
  const Result<Report> read = extractor().extract_file((input.folder / input.file).string());
  ASSERT_TRUE(read.has_value()) << read.error().message;
  StringSink sink;
  write_report(*read, JsonForm::compact, sink);
  const bool pdf = input.file != "report.txt";
  const Json about = read_json(input.folder / "about.json");
  const CompareOptions options{.spans = pdf, .dump = !pdf && about.at("text_manner") == "dump"};
  const std::vector<Difference> differences =
      compare(read_json(input.folder / "expected.json"), Json::parse(sink.text()), options);
  if (accepting) return accept(input, differences);

  Gaps gaps = known_gaps(input);
  for (const auto& [path, reason] : gaps)
    EXPECT_FALSE(reason.empty()) << path << ": a known gap needs its reason";
  std::size_t unknown = 0;
  for (const Difference& difference : differences)
    if (gaps.erase(difference.path) == 0 && ++unknown <= kMostPrinted)
      ADD_FAILURE() << input.folder.filename().string() << "/" << input.file << ": "
                    << difference.path << ": " << difference.what;
  EXPECT_EQ(unknown, 0U) << "differences that are no known gaps";
  for (const auto& [path, reason] : gaps)
    ADD_FAILURE() << input.folder.filename().string() << "/" << input.file << ": " << path
                  << " is read right now: take it out of known_gaps.json (tools/accept_gaps.sh)";
}

INSTANTIATE_TEST_SUITE_P(Corpus, Golden, testing::ValuesIn(inputs()), [](const auto& tested) {
  std::string name = tested.param.folder.filename().string() + "_" + tested.param.file;
  std::replace_if(
      name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
});

}  // namespace
}  // namespace gouji::golden

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  gouji::golden::accepting = argc > 1 && std::string(argv[1]) == "--accept";
  if (gouji::golden::accepting && std::getenv("CI") != nullptr) {
    std::fprintf(stderr, "known gaps are accepted by people, not by CI\n");
    return 2;
  }
  return RUN_ALL_TESTS();
}
