// SPDX-License-Identifier: GPL-3.0-or-later
// The library writes to a named file only; it gets one that lies in memory and is copied to the
// sink when it is whole. Its mode of constant memory writes row by row and cannot merge cells over
// rows, so a workbook is built in memory: about 100 bytes a cell.
#include "output/xlsx_book.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <optional>
#include <utility>

#include "output/xlsx_text.h"

namespace gouji {

namespace {

/// 1980-01-01T00:00:00Z, the time that the zip entries carry too: a workbook has no time of its
/// own.
constexpr time_t kCreated = 315532800;
/// Links that a sheet may have.
constexpr int kMostLinks = 65530;
constexpr double kPointsOfLine = 15;
constexpr double kMostRowHeight = 409;  // points
constexpr lxw_color_t kShade = 0xEEEEEE;
constexpr lxw_color_t kRule = 0xA6A6A6;

Error temporary_failure(int error_number) {
  return {ErrorCode::output,
          std::string("a workbook cannot be made in memory: ") + std::strerror(error_number),
          "free some memory, or use --format csv"};
}

lxw_row_t row_of(int row) {
  return static_cast<lxw_row_t>(row);
}

lxw_col_t column_of(int column) {
  return static_cast<lxw_col_t>(column);
}

/// `value` as binary floating point, if that shows the same digits again.
std::optional<double> exact_double(const std::string& value) {
  double number = 0;
  const char* end = value.data() + value.size();
  if (std::from_chars(value.data(), end, number).ptr != end) return std::nullopt;
  const std::size_t point = value.find('.');
  const int decimals = point == std::string::npos ? 0 : static_cast<int>(value.size() - point - 1);
  std::array<char, 400> shown{};
  const auto written = std::to_chars(shown.data(), shown.data() + shown.size(), number,
                                     std::chars_format::fixed, decimals);
  const std::string_view again(shown.data(), static_cast<std::size_t>(written.ptr - shown.data()));
  if (written.ec != std::errc() || again != value) return std::nullopt;
  return number;
}

}  // namespace

Result<XlsxBook> XlsxBook::create() {
  const Result<const XlsxLibrary*> library = XlsxLibrary::load();
  if (!library) return library.error();
  XlsxBook book(**library);
  book.descriptor_ = ::memfd_create("workbook", MFD_CLOEXEC);
  if (book.descriptor_ < 0) return temporary_failure(errno);
  const std::string path = "/proc/self/fd/" + std::to_string(book.descriptor_);
  lxw_workbook_options options{};
  book.workbook_ = book.library_->workbook_new_opt(path.c_str(), &options);
  if (book.workbook_ == nullptr) return temporary_failure(ENOMEM);
  return book;
}

XlsxBook::XlsxBook(XlsxBook&& other) noexcept
    : library_(other.library_),
      workbook_(std::exchange(other.workbook_, nullptr)),
      sheet_(other.sheet_),
      links_(other.links_),
      descriptor_(std::exchange(other.descriptor_, -1)),
      error_(other.error_),
      formats_(std::move(other.formats_)) {}

XlsxBook::~XlsxBook() {
  if (workbook_ != nullptr) library_->lxw_workbook_free(workbook_);
  if (descriptor_ >= 0) ::close(descriptor_);
}

void XlsxBook::keep(lxw_error error) {
  if (error_ == LXW_NO_ERROR) error_ = error;
}

Error XlsxBook::failure(lxw_error error) const {
  return {ErrorCode::output,
          std::string("the workbook cannot be made: ") + library_->lxw_strerror(error),
          "look for space in the folder of temporary files (TMPDIR), or use --format csv"};
}

void XlsxBook::set_properties(const std::string& title, const std::string& comment) {
  constexpr std::size_t kMostPropertyBytes = 255;
  std::string head = xlsx_text(title);
  std::string text = xlsx_text(comment);
  if (head.size() > kMostPropertyBytes) head.clear();
  lxw_doc_properties properties{};
  properties.title = head.data();
  properties.comments = text.data();
  properties.created = kCreated;
  keep(library_->workbook_set_properties(workbook_, &properties));
}

void XlsxBook::add_sheet(const std::string& name) {
  sheet_ = library_->workbook_add_worksheet(workbook_, name.c_str());
  links_ = 0;
  if (sheet_ == nullptr) return keep(LXW_ERROR_SHEETNAME_ALREADY_USED);
  library_->worksheet_fit_to_pages(sheet_, 1, 0);  // printed as wide as a page, however long
}

lxw_format* XlsxBook::format(const CellStyle& style) {
  const auto found = formats_.find(style);
  if (found != formats_.end()) return found->second;
  constexpr lxw_color_t kLinkColor = 0x0563C1;
  lxw_format* made = library_->workbook_add_format(workbook_);
  library_->format_set_align(made, LXW_ALIGN_VERTICAL_CENTER);
  if (style.bold) library_->format_set_bold(made);
  if (style.centred) library_->format_set_align(made, LXW_ALIGN_CENTER);
  if (style.wrapped) library_->format_set_text_wrap(made);
  if (style.shaded) library_->format_set_bg_color(made, kShade);
  if (style.border) {
    library_->format_set_border(made, LXW_BORDER_THIN);
    library_->format_set_border_color(made, kRule);
  }
  if (style.link) {
    library_->format_set_font_color(made, kLinkColor);
    library_->format_set_underline(made, LXW_UNDERLINE_SINGLE);
  }
  if (!style.number_format.empty())
    library_->format_set_num_format(made, style.number_format.c_str());
  formats_.emplace(style, made);
  return made;
}

void XlsxBook::merge(const CellArea& area, const CellStyle& style) {
  if (sheet_ == nullptr || (area.row_span == 1 && area.column_span == 1)) return;
  keep(library_->worksheet_merge_range(
      sheet_, row_of(area.row), column_of(area.column), row_of(area.row + area.row_span - 1),
      column_of(area.column + area.column_span - 1), nullptr, format(style)));
}

void XlsxBook::text(const CellArea& area, const std::string& text, const CellStyle& style) {
  if (sheet_ == nullptr) return;
  merge(area, style);
  const lxw_row_t row = row_of(area.row);
  const lxw_col_t column = column_of(area.column);
  if (text.empty())
    keep(library_->worksheet_write_blank(sheet_, row, column, format(style)));
  else
    keep(library_->worksheet_write_string(sheet_, row, column, text.c_str(), format(style)));
}

void XlsxBook::number(const CellArea& area, const SheetNumber& number, const std::string& printed,
                      CellStyle style) {
  if (sheet_ == nullptr) return;
  const std::optional<double> value = exact_double(number.value);
  if (!value) return text(area, printed, style);
  style.number_format = number.format;
  merge(area, style);
  keep(library_->worksheet_write_number(sheet_, row_of(area.row), column_of(area.column), *value,
                                        format(style)));
}

void XlsxBook::whole_number(int row, int column, int value, const CellStyle& style) {
  if (sheet_ == nullptr) return;
  keep(library_->worksheet_write_number(sheet_, row_of(row), column_of(column), value,
                                        format(style)));
}

void XlsxBook::link(int row, int column, const std::string& sheet, const CellStyle& style) {
  if (sheet_ == nullptr) return;
  if (++links_ > kMostLinks) return text({row, column}, sheet, style);
  const std::string target = "internal:'" + sheet + "'!A1";
  keep(library_->worksheet_write_url_opt(sheet_, row_of(row), column_of(column), target.c_str(),
                                         format(style), sheet.c_str(), nullptr));
}

void XlsxBook::set_widths(const std::vector<int>& widths) {
  if (sheet_ == nullptr) return;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const lxw_col_t column = column_of(static_cast<int>(i));
    keep(library_->worksheet_set_column(sheet_, column, column, widths[i], nullptr));
  }
}

void XlsxBook::set_lines(int row, int lines) {
  if (sheet_ == nullptr) return;
  const double height = std::min(lines * kPointsOfLine, kMostRowHeight);
  keep(library_->worksheet_set_row(sheet_, row_of(row), height, nullptr));
}

void XlsxBook::freeze_above(int row) {
  if (sheet_ != nullptr) library_->worksheet_freeze_panes(sheet_, row_of(row), 0);
}

void XlsxBook::expect_digits(const CellArea& area) {
  if (sheet_ == nullptr || area.row_span < 1 || area.column_span < 1) return;
  const auto cell = [](int row, int column) {
    std::string letters;
    constexpr int kLetters = 26;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / kLetters)
      letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % kLetters));
    return letters + std::to_string(row + 1);
  };
  const std::string range = cell(area.row, area.column) + ":" +
                            cell(area.row + area.row_span - 1, area.column + area.column_span - 1);
  keep(library_->worksheet_ignore_errors(sheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range.c_str()));
}

Result<Done> XlsxBook::finish(Sink& sink) {
  if (error_ != LXW_NO_ERROR) return failure(error_);
  const lxw_error closed = library_->workbook_close(std::exchange(workbook_, nullptr));
  if (closed != LXW_NO_ERROR) return failure(closed);
  std::array<char, 64 * 1024> chunk{};
  for (off_t at = 0;;) {
    const ssize_t got = ::pread(descriptor_, chunk.data(), chunk.size(), at);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return temporary_failure(errno);
    if (got == 0) return Done{};
    sink.write({chunk.data(), static_cast<std::size_t>(got)});
    at += got;
  }
}

}  // namespace gouji
