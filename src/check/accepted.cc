// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/accepted.h"

#include <algorithm>
#include <utility>

#include "base/sha256.h"

namespace gouji {

namespace {

constexpr std::size_t kFingerprintDigits = 16;

bool is_fingerprint(std::string_view text) {
  return text.size() == kFingerprintDigits &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r";
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

}  // namespace

std::string fingerprint(const Check& check) {
  std::string facts = check.rule + '\n' + check.quote;
  for (const CheckOperand& operand : check.operands)
    facts += '\n' + operand.role + '\t' + operand.value + '\t' + operand.unit.value_or("");
  return sha256_hex(facts).substr(0, kFingerprintDigits);
}

Result<AcceptedFindings> AcceptedFindings::parse(std::string_view text, const std::string& name) {
  AcceptedFindings accepted;
  int number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = trimmed(text.substr(begin, end - begin));
    begin = end + 1;
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const std::size_t blank = std::min(line.find_first_of(" \t"), line.size());
    const std::string_view mark = line.substr(0, blank);
    const std::string_view reason = trimmed(line.substr(blank));
    const std::string place = name + ":" + std::to_string(number);
    if (!is_fingerprint(mark))
      return Error{ErrorCode::usage, place + ": " + std::string(mark) + " is no fingerprint",
                   "a line is the 16 digits that gouji check prints, a blank, and the reason"};
    if (reason.empty())
      return Error{ErrorCode::usage, place + ": an accepted finding needs a reason",
                   "write it behind the fingerprint"};
    accepted.index_.emplace(mark, accepted.lines_.size());
    accepted.lines_.emplace_back(mark, reason);
  }
  return accepted;
}

const std::string* AcceptedFindings::reason(const std::string& fingerprint) {
  const auto found = index_.find(fingerprint);
  if (found == index_.end()) return nullptr;
  used_.insert(found->second);
  return &lines_[found->second].second;
}

std::vector<std::pair<std::string, std::string>> AcceptedFindings::unused() const {
  std::vector<std::pair<std::string, std::string>> out;
  for (std::size_t i = 0; i < lines_.size(); ++i)
    if (!used_.contains(i)) out.push_back(lines_[i]);
  return out;
}

}  // namespace gouji
