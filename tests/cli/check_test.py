# SPDX-License-Identifier: GPL-3.0-or-later
"""gouji check as its users meet it: the planted faults of the shipped reports, and nothing else."""
import json
import unittest

import support

FORMATS = ("report.txt", "report.libreoffice.pdf", "report.chromium.pdf")
# Root causes by report: severity and printed words that the quotation or a stated figure holds.
PLANTED = {
    "final-accounts-heqing-library-2023": {("error", "513.35"), ("error", "38.58"), ("warning", "增长23.21")},
    "performance-report-heqing-2022": {("warning", "二、"), ("warning", "四是"), ("error", "356")},
}


class Check(support.Case):
    def findings(self, *paths, options=()):
        done = self.gouji("check", "--format", "json", "--severity", "warning", *options, *paths)
        self.assertIn(done.returncode, (0, 1), done.err)
        return done.returncode, json.loads(done.out)["documents"]

    def test_planted_faults_and_no_others(self):
        for report in sorted(path for path in support.CORPUS.iterdir() if path.is_dir()):
            for name in FORMATS:
                with self.subTest(report=report.name, format=name):
                    status, documents = self.findings(report / name)
                    told = [(c["severity"], f"{c['stated']} {c['quote']}", c) for c in documents[0]["checks"]]
                    left = list(told)
                    for severity, words in PLANTED.get(report.name, ()):
                        hits = [one for one in left if one[0] == severity and words in one[1]]
                        self.assertTrue(hits, f"{words} was not found: {[one[:2] for one in told]}")
                        left = [one for one in left if one not in hits]
                    self.assertEqual([(c["rule"], c["formula"], c["quote"]) for _, _, c in left], [])
                    errors = any(one[0] == "error" for one in told)
                    self.assertEqual(status, 1 if errors else 0)
                    self.assertGreater(documents[0]["counts"]["passes"], 5)

    def test_accepted_findings_do_not_count(self):
        report = support.CORPUS / "final-accounts-heqing-library-2023" / "report.txt"
        _, documents = self.findings(report)
        marks = [check["fingerprint"] for check in documents[0]["checks"]]
        accepted = self.put("accepted.txt", "".join(f"{mark} known\n" for mark in marks) + "0123456789abcdef gone\n")
        done = self.gouji("check", report, "--accepted", accepted, "--lang", "en", "--format", "json")
        self.ends(done, 0, "gouji: accepted.txt: 0123456789abcdef (gone) was not found in what was checked; "
                  "if its report is among it, take the line out\n")
        counts = json.loads(done.out)["documents"][0]["counts"]
        self.assertEqual((counts["errors"], counts["warnings"]), (0, 0))

    def test_one_rule(self):
        report = support.CORPUS / "final-accounts-heqing-library-2023" / "report.txt"
        _, documents = self.findings(report, options=("--rules", "direction"))
        self.assertEqual([check["rule"] for check in documents[0]["checks"]], ["direction"])

    def test_wrong_usage(self):
        self.ends(self.gouji("check"), 2, "gouji: check needs a FILE; name PDF or text files\n")
        self.ends(self.gouji("check", support.A_TEXT, "--rules", "shares"), 2,
                  "gouji: --rules shares: there is no such rule; gouji check --explain lists them\n")
        self.ends(self.gouji("check", "--explain", "shares"), 2,
                  "gouji: --explain shares: there is no such rule; gouji check --explain lists them\n")
        self.ends(self.gouji("check", "missing.pdf"), 3, "gouji: missing.pdf: no such file; check the path\n")

    def test_explain_in_both_languages(self):
        for language, word in (("zh", "公式"), ("en", "formula")):
            done = self.gouji("check", "--explain", "share", "--lang", language)
            self.assertEqual(done.returncode, 0)
            self.assertIn(word, done.out)

    def test_years_of_one_body(self):
        text = "临江市审计局\n{0}年度部门决算\n\n一、收入决算情况说明\n{0}年度本年收入合计{1}万元，{2}年度本年收入合计{3}万元。\n"
        self.put("2022.txt", text.format(2022, "100.25", 2021, "90.00"))
        self.put("2023.txt", text.format(2023, "120.00", 2022, "100.52"))
        _, documents = self.findings("2022.txt", "2023.txt", options=("--rules", "same_fact.years"))
        told = [(doc["path"], check["stated"], check["computed"]) for doc in documents for check in doc["checks"]]
        self.assertEqual(told, [("2023.txt", "100.52", "100.25")])


if __name__ == "__main__":
    unittest.main()
