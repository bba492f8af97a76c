// SPDX-License-Identifier: GPL-3.0-or-later
// Numerals, ordinals, decimals.
#include "base/decimal.h"
#include "base/utf8.h"
#include "fuzz/fuzz.h"
#include "text/numeral.h"
#include "text/ordinal.h"

void fuzz(std::string_view bytes) {
  const std::u32string text = gouji::from_utf8(bytes.substr(0, 2000));
  for (std::size_t at = 0; at < text.size(); ++at) {
    (void)gouji::read_numeral(text, at);
    (void)gouji::read_numeral(text, at, {.wide = true});
  }
  (void)gouji::ordinal_of(text);
  (void)gouji::Decimal::parse(bytes);
  (void)gouji::parse_rational(bytes);
}
