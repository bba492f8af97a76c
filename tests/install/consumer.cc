// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a document held in memory with the installed library; prints what the test expects.
#include <gouji/extract.h>

#include <iostream>

int main() {
  const auto extractor = gouji::Extractor::create();
  if (!extractor) return 1;
  const auto report = extractor->extract_bytes("一、收入情况\n本年收入合计12.50万元。\n", "a.txt");
  if (!report) return 1;
  for (const gouji::Figure& figure : report->figures)
    std::cout << figure.text << " = " << figure.normalized.value << "\n";
  return 0;
}
