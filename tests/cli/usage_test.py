# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program says of itself, and wrong usage."""
import json

import support


class Usage(support.Case):
    def test_version(self):
        done = self.gouji("--version")
        self.assertRegex(done.out, r"^gouji \d+\.\d+\.\d+\n$")
        self.ends(done, 0, "")

    def test_help_has_examples_and_exit_status(self):
        done = self.gouji("--help")
        self.assertEqual(done.returncode, 0)
        for part in ("extract", "patterns", "schema", "Examples:", "Exit status:"):
            self.assertIn(part, done.out)
        self.assertIn("--stop-after", self.gouji("extract", "--help").out)

    def test_no_command(self):
        self.ends(self.gouji(), 2, "gouji: A subcommand is required; run gouji --help for what there is\n")

    def test_unknown_command(self):
        self.ends(self.gouji("audit", "a.pdf"), 2,
                  "gouji: audit: there is no such command; run gouji --help for what there is\n")

    def test_no_file(self):
        self.ends(self.gouji("extract"), 2, "gouji: FILE is required; run gouji --help for what there is\n")

    def test_unknown_option(self):
        done = self.gouji("extract", "x.pdf", "--colour")
        self.assertEqual(done.returncode, 2)
        self.assertIn("--colour", done.err)

    def test_unknown_stage(self):
        self.ends(self.gouji("extract", support.A_TEXT, "--stop-after", "soup"), 2,
                  "gouji: --stop-after soup: there is no such stage; stages are source, layout, table, outline, "
                  "figure, record, check\n")

    def test_several_files_on_standard_output(self):
        done = self.gouji("extract", support.A_TEXT, support.A_TEXT)
        self.ends(done, 2, "gouji: several files give several reports; add -o DIR for a file each, or --jsonl for one "
                           "report a line\n")
        self.assertEqual(done.out, "")

    def test_jsonl_into_a_folder(self):
        self.ends(self.gouji("extract", support.A_TEXT, "--jsonl", "-o", "out/"), 2,
                  "gouji: --jsonl writes one file, but -o names the folder out/; name a file, or leave out --jsonl\n")

    def test_schema_is_the_shipped_one(self):
        done = self.gouji("schema")
        self.ends(done, 0, "")
        self.assertEqual(done.out, (support.ROOT / "schema/report-1.schema.json").read_text())
        self.assertEqual(json.loads(done.out)["title"], "gouji/report/1")


class Figures(support.Case):
    def test_lines(self):
        done = self.gouji("figures", "--lines", stdin="收入226.23万元，占85.38%\r\n\n没有数字\n".encode())
        self.ends(done, 0, "")
        lines = [json.loads(line) for line in done.out.splitlines()]
        self.assertEqual([len(line) for line in lines], [2, 0, 0])
        first = lines[0][0]
        self.assertEqual((first["text"], first["start"], first["end"], first["value"], first["unit"], first["kind"]),
                         ("226.23万元", 2, 10, "226.23", "万元", "money"))
        self.assertEqual(first["normalized"], {"value": "2262300", "unit": "元"})

    def test_without_lines(self):
        self.ends(self.gouji("figures"), 2, "gouji: figures reads lines; say gouji figures --lines\n")


class Patterns(support.Case):
    GOOD = ('[[pattern]]\nname = "stem"\nwhy = "annexes"\nexpression = \'[甲乙丙]、\'\nlevel = "3"\n'
            'match = [ "甲、收入" ]\nreject = [ "甲方" ]\n')

    def test_built_in_patterns_hold(self):
        done = self.gouji("patterns", "test")
        self.ends(done, 0, "")
        self.assertRegex(done.out, r"^\d+ examples of \d+ entries tried, 0 failed\n$")

    def test_list_and_show_own(self):
        self.put("own/outline/marker.toml", self.GOOD)
        listed = self.gouji("patterns", "list", "--patterns", "own")
        self.ends(listed, 0, "")
        self.assertIn("outline/marker/stem\tpattern\town/outline/marker.toml:1:1\n", listed.out)
        shown = self.gouji("patterns", "show", "outline/marker/stem", "--patterns", "own")
        self.assertEqual(shown.out, "outline/marker/stem  (pattern, own/outline/marker.toml:1:1)\nwhy: annexes\n"
                                    "expression: [甲乙丙]、\nlevel: 3\nmatch: 甲、收入\nreject: 甲方\n")

    def test_show_unknown(self):
        self.ends(self.gouji("patterns", "show", "no/such"), 2,
                  "gouji: no/such: no entry has this id; gouji patterns list prints all ids\n")

    def test_failing_example(self):
        self.put("own/outline/marker.toml", self.GOOD.replace("甲、收入", "丁、收入"))
        done = self.gouji("patterns", "test", "--patterns", "own")
        self.assertEqual(done.returncode, 2)
        self.assertIn('gouji: own/outline/marker.toml:6:11: outline/marker/stem: must match "丁、收入", but does not\n',
                      done.err)

    def test_broken_file(self):
        self.put("own/outline/marker.toml", self.GOOD.replace("[甲乙丙]", "(甲"))
        message = ("gouji: own/outline/marker.toml:4:14: RE2 refuses the expression: missing ): (甲、; "
                   "see docs/patterns.md for the syntax of expressions\n")
        for command in (["patterns", "test"], ["extract", support.A_TEXT]):
            done = self.gouji(*command, "--patterns", "own")
            self.ends(done, 2, message)
            self.assertEqual(done.out, "")

    def test_no_folder(self):
        self.ends(self.gouji("extract", support.A_TEXT, "--patterns", "nowhere"), 2,
                  "gouji: nowhere: is no folder; --patterns takes a folder with pattern files (*.toml)\n")

    def test_own_patterns_change_the_hash(self):
        self.put("own/outline/marker.toml", self.GOOD)
        hashes = [json.loads(self.gouji("extract", support.A_TEXT, *more).out)["generator"]["patterns"]
                  for more in ([], ["--patterns", "own"])]
        self.assertNotEqual(*hashes)


if __name__ == "__main__":
    support.main()
