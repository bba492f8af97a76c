// SPDX-License-Identifier: GPL-3.0-or-later
// What each stage understood, as compact text: for `gouji extract --stop-after STAGE` and for
// looking into a failing test. Meant for people; its form may change.
#pragma once

#include <vector>

#include "base/sink.h"
#include "figure/figures.h"
#include "layout/flow.h"
#include "outline/outline.h"
#include "source/page.h"
#include "table/grid.h"

namespace gouji {

/// Pages with their glyphs, as runs on one baseline in the order of painting, and their rulings.
void print_pages(const std::vector<Page>& pages, Sink& out);
/// Decoded lines of a text with the range of their characters.
void print_lines(const std::vector<LocatedText>& lines, Sink& out);
/// Blocks in reading order, one a line.
void print_flow(const Flow& flow, Sink& out);
/// Tables, one cell that is not empty a line.
void print_tables(const Tables& tables, Sink& out);
/// Headings and items, indented by depth.
void print_outline(const Outline& outline, Sink& out);
void print_figures(const std::vector<Figure>& figures, Sink& out);
void print_records(const std::vector<Record>& records, Sink& out);
void print_checks(const std::vector<Check>& checks, Sink& out);

}  // namespace gouji
