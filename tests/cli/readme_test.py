# SPDX-License-Identifier: GPL-3.0-or-later
"""The console examples of README.md, run in order. A line … stands for any lines, … inside a line for any characters."""
import os
import re
import subprocess
import unittest

import support

README = support.ROOT / "README.md"


def examples():
    """(command, expected lines) of every console block."""
    found = []
    for block in re.findall(r"^```console\n(.*?)^```$", README.read_text(), flags=re.S | re.M):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], []))
            else:
                found[-1][1].append(line)
    return found


def pattern_of(lines):
    parts = [".*" if line == "…" else ".*".join(map(re.escape, line.split("…"))) + "\n" for line in lines]
    # Lines of any number may end behind the last line break, or be none.
    return re.compile("".join("(?:[^\n]*\n)*" if part == ".*" else part.replace(".*", "[^\n]*") for part in parts))


class Readme(support.Case):
    def test_examples(self):
        for name in ("corpus", "tools", "patterns"):
            os.symlink(support.ROOT / name, self.folder / name)
        (self.folder / "build/release").mkdir(parents=True)
        os.symlink(support.GOUJI, self.folder / "build/release/gouji")
        self.assertGreater(len(examples()), 6)
        for command, lines in examples():
            with self.subTest(command=command):
                done = subprocess.run(["bash", "-c", command], cwd=self.folder, stdout=subprocess.PIPE,
                                      stderr=subprocess.PIPE)
                out = done.stdout.decode().replace("\r\n", "\n")  # CSV
                if not pattern_of(lines).fullmatch(out):
                    self.fail(f"{command}\n--- README says\n" + "\n".join(lines) + f"\n--- it printed\n{out[:3000]}")

    def test_files_that_are_named_are_there(self):
        for target in re.findall(r"\]\(([^)#]+)\)", README.read_text()):
            if not target.startswith("http"):
                self.assertTrue((support.ROOT / target).exists(), target)


class Pages(unittest.TestCase):
    def test_links_between_pages(self):
        for page in [*support.ROOT.glob("docs/*.md"), *support.ROOT.glob("*/README.md")]:
            for target in re.findall(r"\]\(([^)#]+)\)", page.read_text()):
                if not target.startswith("http"):
                    self.assertTrue((page.parent / target).exists(), f"{page.name}: {target}")


if __name__ == "__main__":
    support.main()
