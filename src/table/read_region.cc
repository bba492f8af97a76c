// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/read_tables.h"
#include "table/ruled.h"
#include "table/tabbed.h"
#include "table/word_dump.h"

namespace gouji {

Grid read_region(const TableRegion& region, const PrintLines& print_lines, const PatternSet&) {
  switch (region.form) {
    case RegionForm::ruled:
    case RegionForm::aligned:
      return read_ruled(region);
    case RegionForm::tabbed:
      return read_tabbed(region, print_lines);
    case RegionForm::word_dump:
      return read_word_dump(region, print_lines);
  }
  return {};
}

}  // namespace gouji
