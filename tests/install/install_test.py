#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Installs the build into an empty folder, builds a project on it, and runs both programs."""
import os
import pathlib
import subprocess
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
BUILD = pathlib.Path(os.environ["GOUJI_BUILD"])


class Install(unittest.TestCase):
    def run_in(self, folder, *command):
        done = subprocess.run([str(part) for part in command], cwd=folder, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, f"{command}\n{done.stdout}\n{done.stderr}")
        return done.stdout

    def test_program_and_library(self):
        with tempfile.TemporaryDirectory(prefix="gouji-install-") as name:
            folder = pathlib.Path(name)
            prefix = folder / "prefix"
            self.run_in(folder, "cmake", "--install", BUILD, "--prefix", prefix)
            self.assertRegex(self.run_in(folder, prefix / "bin" / "gouji", "--version"), r"^gouji \d+\.\d+\.\d+")
            headers = {path.name for path in (prefix / "include" / "gouji").iterdir()}
            self.assertIn("extract.h", headers)
            self.run_in(folder, "cmake", "-S", HERE, "-B", folder / "build", "-G", "Ninja",
                        f"-DCMAKE_PREFIX_PATH={prefix}", *sanitizers())
            self.run_in(folder, "cmake", "--build", folder / "build")
            self.assertEqual(self.run_in(folder, folder / "build" / "consumer"), "12.50万元 = 125000\n")


def sanitizers():
    """A library built with sanitizers can only be linked with them."""
    flags = os.environ.get("GOUJI_SANITIZE", "")
    return [f"-DCMAKE_EXE_LINKER_FLAGS=-fsanitize={flags}"] if flags else []


if __name__ == "__main__":
    unittest.main()
