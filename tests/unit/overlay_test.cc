// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/overlay.h"

#include <gtest/gtest.h>
#include <png.h>
#include <unistd.h>

#include <filesystem>

#include "output/canvas.h"
#include "unit/pdf_maker.h"

namespace gouji {
namespace {

Colour pixel_at(const Pixels& pixels, int x, int y) {
  const std::uint8_t* at = &pixels.rgb[static_cast<std::size_t>((y * pixels.width + x) * 3)];
  return {at[0], at[1], at[2]};
}

Pixels read_png(const std::string& path) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  Pixels out;
  if (png_image_begin_read_from_file(&image, path.c_str()) == 0) return out;
  image.format = PNG_FORMAT_RGB;
  out.width = static_cast<int>(image.width);
  out.height = static_cast<int>(image.height);
  out.rgb.resize(PNG_IMAGE_SIZE(image));
  png_image_finish_read(&image, nullptr, out.rgb.data(), 0, nullptr);
  return out;
}

class Overlay : public testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        std::filesystem::temp_directory_path() / ("gouji-overlay-" + std::to_string(::getpid()));
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  std::filesystem::path folder_;
};

TEST_F(Overlay, DrawsTheFrameOfATableOnItsPage) {
  Report report;
  report.source.path = "two.pdf";
  Table table;
  table.id = "t1";
  table.at.unit = 2;
  table.at.boxes = {{20, 100, 120, 160}};
  report.tables.push_back(table);
  const std::string pdf = PdfMaker().page("").page("").bytes();
  const Result<Done> done = write_overlays(report, pdf, folder_.string(), 72);
  ASSERT_TRUE(done) << done.error().message;
  const Pixels first = read_png((folder_ / "page-0001.png").string());
  const Pixels second = read_png((folder_ / "page-0002.png").string());
  ASSERT_EQ(second.width, 200);
  ASSERT_EQ(second.height, 300);
  EXPECT_EQ(pixel_at(second, 20, 130).red, 200);    // on the frame
  EXPECT_EQ(pixel_at(second, 70, 130).green, 255);  // inside it
  EXPECT_EQ(pixel_at(first, 20, 130).green, 255);
}

TEST_F(Overlay, AFolderThatCannotBeMadeIsAnError) {
  const std::string pdf = PdfMaker().page("").bytes();
  const Result<Done> done = write_overlays({}, pdf, "/dev/null/folder", 72);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::output);
  EXPECT_EQ(done.error().message.rfind("/dev/null/folder: ", 0), 0U) << done.error().message;
}

TEST(Canvas, LabelsAndBoxesBeyondTheEdgeAreLeftOut) {
  Pixels pixels{10, 10, std::vector<std::uint8_t>(300, 255)};
  Canvas canvas(pixels);
  canvas.frame({-50, -50, 500, 500}, {0, 0, 0}, 2);
  canvas.label(5, 5, "t3/r5c2", {10, 20, 30}, 2);
  EXPECT_EQ(pixel_at(pixels, 5, 5).red, 10);
  EXPECT_EQ(pixel_at(pixels, 4, 4).red, 255);
}

}  // namespace
}  // namespace gouji
