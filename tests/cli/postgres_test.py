# SPDX-License-Identifier: GPL-3.0-or-later
"""gouji import and export with a real PostgreSQL server, which the test starts for itself (Debian: postgresql). Skipped
with a message where there is none."""
import os
import pathlib
import pwd
import shutil
import subprocess
import tempfile
import time
import unittest

import import_test
import support
from support import GOUJI


def programs():
    """The folder with initdb and postgres, or None."""
    found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        return found[-1].parent
    return pathlib.Path(shutil.which("initdb")).parent if shutil.which("initdb") else None


class Server:
    """A server of its own on a socket of its own. PostgreSQL does not run as root: then as postgres or nobody."""

    def __init__(self):
        self.programs = programs()
        if self.programs is None:
            raise unittest.SkipTest("PostgreSQL is not installed")
        self.user = None
        if os.geteuid() == 0:
            known = {entry.pw_name for entry in pwd.getpwall()}
            self.user = next((name for name in ("postgres", "nobody") if name in known), None)
        self.folder = tempfile.mkdtemp(prefix="gouji-pg-", dir="/tmp")
        os.chmod(self.folder, 0o755)
        if self.user:
            shutil.chown(self.folder, self.user)
        self.data = f"{self.folder}/data"
        done = self.run("initdb", "-D", self.data, "-U", "gouji", "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C")
        if done.returncode != 0:
            raise unittest.SkipTest("PostgreSQL cannot be set up here: " + done.stderr.decode(errors="replace")[-300:])
        self.process = None
        self.start()

    def run(self, program, *arguments):
        return subprocess.run([self.programs / program, *arguments], user=self.user, cwd="/", capture_output=True)

    def start(self):
        self.process = subprocess.Popen(
            [self.programs / "postgres", "-D", self.data, "-k", self.folder, "-c", "listen_addresses=", "-c", "fsync=off",
             "-c", "shared_buffers=32MB"], user=self.user, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(300):
            if self.ask("SELECT 1").returncode == 0:
                return
            time.sleep(0.1)
        raise unittest.SkipTest("PostgreSQL does not start here")

    def crash(self):
        """The server goes without a word to anybody, as in a power cut, but its files stay."""
        self.process.send_signal(3)  # SIGQUIT: immediate shutdown
        self.process.wait()

    def stop(self):
        self.crash()
        shutil.rmtree(self.folder, ignore_errors=True)

    def ask(self, statement, database="postgres"):
        return self.run("psql", "-h", self.folder, "-U", "gouji", "-AtX", "-c", statement, database)

    def address(self, name):
        """A fresh database."""
        self.ask(f"CREATE DATABASE {name}")
        return f"postgresql:///{name}?host={self.folder}&user=gouji"


class Postgres(import_test.ImportCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server()
        cls.addClassCleanup(cls.server.stop)

    def exported(self, store):
        done = self.gouji("export", "--from", store)
        self.assertEqual(done.returncode, 0, done.err)
        return done.out

    def same_reports(self, one, other):
        self.assertEqual(self.exported(one), self.exported(other))
        for table in ("paths", "figures", "fiscal_values", "checks"):
            rows = [self.gouji("export", "--from", store, "--format", "csv", "--table", table).out.count("\n")
                    for store in (one, other)]
            self.assertEqual(*rows, table)

    def test_holds_what_sqlite_holds(self):
        self.make_folder(20)
        store = self.server.address("plain")
        summary = self.imported("reports", store=store)
        self.assertEqual(summary["files"]["read"], 23)
        self.imported("reports", store="whole.sqlite")
        self.same_reports(store, "whole.sqlite")
        self.assertEqual(self.imported("reports", store=store)["files"]["read"], 0)
        self.assertEqual(self.imported("reports", "--redo", store=store)["files"]["read"], 23)
        self.same_reports(store, "whole.sqlite")
        exact = self.server.ask("SELECT f.yuan, pg_typeof(f.yuan) FROM figures f JOIN documents d ON d.id = f.document "
                                "WHERE d.path = 'reports/3/0003.txt' ORDER BY f.n LIMIT 1", "plain")
        self.assertEqual(exact.stdout, b"10030000|numeric\n")
        for view in ("v_indicators", "v_findings", "v_figures_by_year", "v_fiscal_values"):
            self.assertEqual(self.server.ask(f"SELECT count(*) FROM {view}", "plain").returncode, 0)

    def test_killed_again_and_again(self):
        self.make_folder(60)
        store = self.server.address("killed")
        for i in range(8):
            process = subprocess.Popen([GOUJI, "import", "reports", "--into", store, "--jobs", "2"], cwd=self.folder,
                                       stderr=subprocess.DEVNULL)
            time.sleep(0.1 + 0.05 * i)
            process.kill()
            process.wait()
        self.imported("reports", store=store)
        self.imported("reports", store="whole.sqlite")
        self.same_reports(store, "whole.sqlite")

    def test_a_lost_connection_is_made_anew(self):
        self.make_folder(400)
        store = self.server.address("lost")
        process = subprocess.Popen([GOUJI, "import", "reports", "--into", store, "--jobs", "1"], cwd=self.folder,
                                   stderr=subprocess.PIPE)
        for _ in range(2):
            time.sleep(0.5)
            self.assertIsNone(process.poll(), "ended before the server was lost")
            self.server.crash()
            self.server.start()
        _, err = process.communicate(timeout=180)
        self.assertEqual(process.returncode, 3, err)
        self.assertNotIn(b"gouji: postgresql", err)
        self.imported("reports", store="whole.sqlite")
        # What was committed in the last moments before a crash may be gone; the next run finds it.
        self.imported("reports", store=store)
        self.same_reports(store, "whole.sqlite")

    def test_two_machines_at_once(self):
        self.make_folder(60)
        store = self.server.address("shared")
        # The second pair works on the very same files: the stores' locks must keep them apart.
        for parts in (("1/2", "2/2"), ("1/1", "1/1")):
            processes = [subprocess.Popen([GOUJI, "import", "reports", "--into", store, "--jobs", "1", "--shard", part,
                                           "--redo"], cwd=self.folder, stderr=subprocess.PIPE) for part in parts]
            for process in processes:
                _, err = process.communicate(timeout=120)
                self.assertIn(process.returncode, (0, 3), err)
                self.assertNotIn(b"gouji: postgresql", err)
        self.imported("reports", store="whole.sqlite")
        self.same_reports(store, "whole.sqlite")

    def test_no_server_and_no_password_in_messages(self):
        self.make_folder(1)
        done = self.gouji("import", "reports", "--into", "postgresql://me:secret@127.0.0.1:1/x")
        self.assertEqual(done.returncode, 3)
        self.assertIn("gouji: postgresql://me@127.0.0.1:1/x: cannot be opened: ", done.err)
        self.assertIn("start the server and run the same command again", done.err)
        self.assertNotIn("secret", done.err)


if __name__ == "__main__":
    support.main()
