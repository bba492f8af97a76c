// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/check_text.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace gouji {

namespace {

constexpr std::string_view kIndent = "    ";
constexpr std::size_t kQuotedPlaces = 8;  // of one cause
constexpr std::string_view kReset = "\033[0m";

std::string_view colour_of(const Check& check) {
  if (check.status != CheckStatus::fail) return "\033[2m";
  switch (check.severity.value_or(Severity::warning)) {
    case Severity::error:
      return "\033[1;31m";
    case Severity::warning:
      return "\033[1;33m";
    case Severity::info:
      return "\033[1;36m";
  }
  return "";
}

std::string_view level_of(const Check& check) {
  if (check.status == CheckStatus::pass) return "pass";
  if (check.status == CheckStatus::not_checked) return "not_checked";
  switch (check.severity.value_or(Severity::warning)) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::info:
      return "info";
  }
  return "warning";
}

/// Control characters are blanks: a document must not steer the terminal.
std::string harmless(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  return out;
}

class Printer {
 public:
  Printer(const Report& report, const CheckWords& words, bool colour, Sink& out)
      : report_(report), words_(words), colour_(colour), out_(out) {}

  void print(const Finding& finding) {
    const Check& check = *finding.check;
    head(check);
    line(quotation(check));
    line(check.formula);
    if (!check.suspects.empty()) line(repair(check.suspects.front()));
    if (!finding.same_cause.empty()) same_cause(check, finding.same_cause);
    if (!finding.accepted.empty())
      line(words_("accepted", {{"reason", finding.accepted}}));
    else if (!finding.fingerprint.empty())
      line(words_("fingerprint", {{"fingerprint", finding.fingerprint}}));
  }

 private:
  void head(const Check& check) {
    std::string text = harmless(report_.source.path);
    if (check.at.known()) text += ":" + std::to_string(check.at.unit);
    text += ": " + painted(colour_of(check), words_(level_of(check))) + " " + check.rule + ": " +
            harmless(words_.of(check.message)) + "\n";
    out_.write(text);
  }

  /// Of words every place is told, the first with what stands there; of numbers how many.
  void same_cause(const Check& check, const std::vector<const Check*>& others) {
    const std::string count = std::to_string(others.size());
    if (!check.formula.empty() || check.stated) {
      line(words_("consequences", {{"count", count}}));
      return;
    }
    line(words_("places", {{"count", count}}));
    for (std::size_t i = 0; i < std::min(others.size(), kQuotedPlaces); ++i)
      line("  " + std::to_string(others[i]->at.unit) + ": " + harmless(others[i]->quote));
    std::string rest;
    for (std::size_t i = kQuotedPlaces; i < others.size(); ++i)
      if (others[i]->at.unit != others[i - 1]->at.unit)
        rest += (rest.empty() ? "  " : ", ") + std::to_string(others[i]->at.unit);
    line(rest);
  }

  void line(const std::string& text) {
    if (text.empty()) return;
    out_.write(kIndent);
    out_.write(text);
    out_.write("\n");
  }

  std::string painted(std::string_view colour, const std::string& text) const {
    return colour_ ? std::string(colour) + text + std::string(kReset) : text;
  }

  /// Where the figure stands in the quote, and not within the digits of a longer one.
  static std::size_t find_figure(const std::string& quote, const std::string& marked) {
    constexpr std::string_view kDigits = "0123456789.,";
    const auto digit = [&](std::size_t at) { return kDigits.find(quote[at]) != kDigits.npos; };
    if (marked.empty()) return std::string::npos;
    for (std::size_t at = quote.find(marked); at != std::string::npos;
         at = quote.find(marked, at + 1)) {
      const std::size_t end = at + marked.size();
      const bool within = (at > 0 && digit(at - 1) && digit(at)) ||
                          (end < quote.size() && digit(end) && digit(end - 1));
      if (!within) return at;
    }
    return std::string::npos;
  }

  std::string quotation(const Check& check) const {
    const std::string quote = harmless(check.quote);
    const std::string marked = harmless(marked_text(report_, check));
    const std::size_t at = find_figure(quote, marked);
    if (at == std::string::npos) return quote;
    const std::string figure =
        colour_ ? painted(colour_of(check), marked) : "\xE3\x80\x90" + marked + "\xE3\x80\x91";
    return quote.substr(0, at) + figure + quote.substr(at + marked.size());
  }

  std::string repair(const Suspect& suspect) const {
    const std::string edit = words_("edit_" + (suspect.edit.empty() ? "other" : suspect.edit));
    std::string text =
        suspect.suggested.empty()
            ? words_("suspect_without_repair", {{"printed", suspect.printed}, {"edit", edit}})
            : words_(
                  "suspect",
                  {{"printed", suspect.printed}, {"suggested", suspect.suggested}, {"edit", edit}});
    if (suspect.explains.size() > 1)
      text += words_("explains", {{"count", std::to_string(suspect.explains.size() - 1)}});
    return text;
  }

  const Report& report_;
  const CheckWords& words_;
  bool colour_;
  Sink& out_;
};

}  // namespace

void print_findings(const Report& report, const Findings& findings, const CheckWords& words,
                    bool colour, Sink& out) {
  Printer printer(report, words, colour, out);
  for (const Finding& finding : findings.told) printer.print(finding);
}

void print_summary(const FindingCounts& counts, const CheckWords& words, Sink& out) {
  out.write(words("summary", {{"errors", std::to_string(counts.errors)},
                              {"warnings", std::to_string(counts.warnings)},
                              {"infos", std::to_string(counts.infos)},
                              {"accepted", std::to_string(counts.accepted)},
                              {"passes", std::to_string(counts.passes)},
                              {"not_checked", std::to_string(counts.not_checked)}}) +
            "\n");
}

}  // namespace gouji
