# SPDX-License-Identifier: GPL-3.0-or-later
"""gouji import into SQLite: what is stored, what is done again and what is not, and what the store holds after
everything that can go wrong: it must be, row for row, what an undisturbed run leaves."""
import json
import os
import pathlib
import random
import signal
import sqlite3
import subprocess
import time

import support
from support import GOUJI

LATIN = "2023年度部门决算\n\n一、收入情况\n本年收入合计{}万元，比上年增加{}万元。\n"


def dump(path):
    """Every row of every table, sorted."""
    with sqlite3.connect(path) as database:
        names = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: sorted(map(repr, database.execute(f"SELECT * FROM {name}"))) for name in names}


def ask(path, query):
    with sqlite3.connect(path) as database:
        return database.execute(query).fetchall()


class ImportCase(support.Case):
    def make_folder(self, count, name="reports"):
        """Small texts, a few PDFs, and some that cannot be read."""
        for i in range(count):
            self.put(f"{name}/{i % 7}/{i:04}.txt", LATIN.format(1000 + i, i))
        for i, pdf in enumerate(sorted(support.CORPUS.glob("*/report.chromium.pdf"))[:3]):
            self.put(f"{name}/pdf/{i}.pdf", pdf.read_bytes())
        self.put(f"{name}/cut.pdf", support.A_PDF.read_bytes()[:2000])
        self.put(f"{name}/word.txt", b"PK\x03\x04" + b"x" * 100)
        self.put(f"{name}/word.docx", b"PK\x03\x04" + b"x" * 100)
        self.put(f"{name}/about.json", b"{}")
        self.put(f"{name}/.hidden.txt", b"hidden")
        self.put(f"{name}/empty.txt", b"")
        return name

    def imported(self, *arguments, store="a.sqlite", status=3):
        done = self.gouji("import", *arguments, "--into", store, "--report", "summary.json")
        self.assertEqual(done.returncode, status, done.err)
        return self.report("summary.json")

    def same_rows(self, one, other):
        first, second = dump(self.folder / one), dump(self.folder / other)
        self.assertEqual(first.keys(), second.keys())
        for name in first:
            self.assertEqual(first[name], second[name], name)


class Import(ImportCase):
    def test_folder(self):
        self.make_folder(10)
        summary = self.imported("reports", "--jobs", "2")
        self.assertEqual(summary["files"], {"known": 16, "read": 13, "failed": 2, "unread": 1, "done_before": 0,
                                            "failed_before": 0, "same": 0})
        self.assertEqual(summary["by_failure"], {"damaged": 1, "empty": 1, "unknown_format": 1})
        self.assertTrue(summary["complete"])
        self.assertEqual(summary["passed_over"], {".docx": 1, ".json": 1})
        self.assertEqual(ask(self.folder / "a.sqlite", "SELECT count(*), count(failure) FROM documents"), [(15, 2)])
        self.assertEqual(ask(self.folder / "a.sqlite", "SELECT failure FROM paths WHERE path = 'reports/empty.txt'"),
                         [("empty",)])
        self.assertEqual(
            ask(self.folder / "a.sqlite", "SELECT f.value, f.yuan, f.fen FROM figures f JOIN documents d ON d.id = "
                "f.document WHERE d.path = 'reports/3/0003.txt' ORDER BY f.n LIMIT 1"),
            [("1003", 10030000.0, 1003000000)])

    def test_which_files_of_a_folder(self):
        for name in ("a.PDF", "b.Txt", "download.aspx", "none"):
            self.put(f"reports/{name}", support.minimal_pdf() + name.encode())
        self.put("reports/c.csv", "1,2")
        self.put("reports/d", "text without a name's ending")
        summary = self.imported("reports", status=0)
        self.assertEqual((summary["files"]["read"], summary["passed_over"]), (4, {"": 1, ".csv": 1}))
        # What is named is taken.
        self.assertEqual(self.imported("reports", "reports/c.csv", status=0)["files"]["read"], 1)

    def test_again_does_nothing(self):
        self.make_folder(5)
        self.imported("reports")
        before = dump(self.folder / "a.sqlite")
        summary = self.imported("reports")
        self.assertEqual((summary["files"]["read"], summary["files"]["done_before"], summary["files"]["failed_before"]),
                         (0, 8, 2))
        self.assertEqual(dump(self.folder / "a.sqlite"), before)

    def test_only_what_is_new_or_changed(self):
        self.make_folder(5)
        self.imported("reports")
        self.put("reports/0/0000.txt", LATIN.format(7, 7))
        self.put("reports/new.txt", LATIN.format(8, 8))
        summary = self.imported("reports")
        self.assertEqual((summary["files"]["read"], summary["replaced"]), (2, 1))
        self.imported("reports", store="fresh.sqlite")
        self.same_rows("a.sqlite", "fresh.sqlite")

    def test_same_bytes_twice(self):
        for name in ("a.txt", "b/a.txt", "c.txt"):
            self.put(f"reports/{name}", LATIN.format(1, 1))
        for jobs in ("1", "4"):
            summary = self.imported("reports", "--jobs", jobs, store=f"{jobs}.sqlite", status=0)
            self.assertEqual((summary["files"]["read"], summary["files"]["same"]), (1, 2))
        self.assertEqual(ask(self.folder / "1.sqlite", "SELECT path FROM paths ORDER BY 1"),
                         [("reports/a.txt",), ("reports/b/a.txt",), ("reports/c.txt",)])
        self.same_rows("1.sqlite", "4.sqlite")

    def test_redo_and_retry(self):
        self.make_folder(5)
        self.imported("reports")
        before = dump(self.folder / "a.sqlite")
        self.assertEqual(self.imported("reports", "--redo")["files"]["read"], 8)
        summary = self.imported("reports", "--retry-failed")
        self.assertEqual((summary["files"]["read"], summary["files"]["failed"]), (0, 2))
        self.assertEqual(dump(self.folder / "a.sqlite"), before)

    def test_limit_and_shards_make_a_whole(self):
        self.make_folder(20)
        summary = self.imported("reports", "--limit", "4", store="parts.sqlite", status=0)
        self.assertEqual((summary["files"]["read"] + summary["files"]["failed"], summary["complete"]), (4, False))
        read = 4
        for part in ("1/3", "2/3", "3/3"):
            done = self.gouji("import", "reports", "--shard", part, "--into", "parts.sqlite", "--report", "s.json")
            self.assertIn(done.returncode, (0, 3))
            files = self.report("s.json")["files"]
            read += files["read"] + files["failed"]
        self.assertEqual(read, 25)
        self.imported("reports", store="whole.sqlite")
        self.same_rows("parts.sqlite", "whole.sqlite")

    def test_lists(self):
        self.make_folder(4)
        names = [f"reports/{i}/{i:04}.txt" for i in range(4)]
        self.put("list", "\n".join(names[:3]) + "\n\n" + names[3])
        self.assertEqual(self.imported("--from-file", "list", store="list.sqlite", status=0)["files"]["read"], 4)
        done = self.gouji("import", "-", "--into", "stdin.sqlite", stdin="\r\n".join(names).encode())
        self.assertEqual(done.returncode, 0, done.err)
        self.same_rows("list.sqlite", "stdin.sqlite")

    def test_a_list_that_comes_slowly_is_worked_on_at_once(self):
        self.make_folder(2)
        process = subprocess.Popen([GOUJI, "import", "-", "--into", "a.sqlite"], cwd=self.folder,
                                   stdin=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdin.write(b"reports/0/0000.txt\n")
        process.stdin.flush()
        for _ in range(300):
            time.sleep(0.1)
            try:
                if ask(self.folder / "a.sqlite", "SELECT count(*) FROM documents") == [(1,)]:
                    break
            except sqlite3.OperationalError:
                pass
        else:
            self.fail("nothing was read before the list had ended")
        self.assertIsNone(process.poll())
        process.stdin.write(b"reports/1/0001.txt\nnone.txt\n")
        _, err = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 3)
        self.assertIn(b"gouji: none.txt: no such file\n", err)
        self.assertEqual(ask(self.folder / "a.sqlite", "SELECT count(*) FROM documents"), [(2,)])

    def test_odd_names(self):
        name = os.fsencode(self.folder) + b"/reports/\xff\xe6.txt"
        os.makedirs(os.path.dirname(name))
        with open(name, "wb") as file:
            file.write(LATIN.format(1, 2).encode())
        self.put("reports/a\nb.txt", LATIN.format(3, 4))
        self.imported("reports", status=0)
        self.assertEqual(ask(self.folder / "a.sqlite", "SELECT path FROM paths ORDER BY 1"),
                         [("reports/\\xFF\\xE6.txt",), ("reports/a\nb.txt",)])

    def test_wrong_usage(self):
        self.ends(self.gouji("import", "--into", "a.sqlite"), 2,
                  "gouji: nothing to import; name files or folders, or a list with --from-file\n")
        self.ends(self.gouji("import", ".", "--into", ""), 2,
                  "gouji: the name of the store is empty; name a file, or postgresql://USER@HOST/DATABASE\n")
        self.ends(self.gouji("import", "none", "--into", "a.sqlite"), 3,
                  "gouji: none: no such file or folder; check the path\n")
        for shard in ("0/3", "4/3", "a", "1/", "1/2x"):
            self.ends(self.gouji("import", ".", "--into", "a.sqlite", "--shard", shard), 2,
                      f"gouji: --shard {shard}: is no part of a whole; the second of five machines says --shard 2/5\n")
        self.put("noise", b"noise" * 2000)
        done = self.gouji("import", ".", "--into", "noise")
        self.ends(done, 3, "gouji: noise: cannot be opened: file is not a database; name a file that gouji made, or one "
                  "that is not there yet\n")

    def test_agrees_with_extract(self):
        documents = sorted(support.CORPUS.glob("*/report.*[tf]"))[:6]
        self.imported(*documents, status=0)
        for document in documents:
            report = json.loads(self.gouji("extract", document).out)
            row = ask(self.folder / "a.sqlite",
                      f"SELECT (SELECT count(*) FROM figures f WHERE f.document = d.id), (SELECT count(*) FROM cells c "
                      f"WHERE c.document = d.id), (SELECT count(*) FROM checks c WHERE c.document = d.id), title, "
                      f"tool_version, patterns FROM documents d WHERE sha256 = '{report['source']['sha256']}'")[0]
            self.assertEqual(row, (len(report["figures"]), sum(len(t["cells"]) for t in report["tables"]),
                                   len(report["checks"]), report["document"]["title"], report["generator"]["version"],
                                   report["generator"]["patterns"]))


class Disturbed(ImportCase):
    """The store after a disturbed import and one more run holds what an undisturbed import leaves."""

    def start(self, *arguments, **options):
        return subprocess.Popen([GOUJI, "import", "reports", "--into", "a.sqlite", "--jobs", "2", *arguments],
                                cwd=self.folder, stderr=subprocess.PIPE, **options)

    def ends_whole(self):
        self.imported("reports")
        self.imported("reports", store="whole.sqlite")
        self.same_rows("a.sqlite", "whole.sqlite")
        self.assertEqual(ask(self.folder / "a.sqlite", "PRAGMA integrity_check"), [("ok",)])

    def test_kill_the_parent(self):
        self.make_folder(60)
        chance = random.Random(5)
        for _ in range(12):
            process = self.start()
            time.sleep(chance.uniform(0.02, 0.4))
            process.kill()
            process.communicate()
        self.ends_whole()

    def test_kill_the_workers(self):
        self.make_folder(60)
        chance = random.Random(6)
        process = self.start()
        killed = 0
        while process.poll() is None and killed < 25:
            time.sleep(chance.uniform(0.01, 0.06))
            children = pathlib.Path(f"/proc/{process.pid}/task/{process.pid}/children")
            try:
                worker = chance.choice(children.read_text().split())
                os.kill(int(worker), signal.SIGKILL)
                killed += 1
            except (OSError, IndexError):
                continue
        _, err = process.communicate(timeout=120)
        self.assertEqual(process.returncode, 3, err)
        self.assertGreater(killed, 0)
        self.ends_whole()

    def test_workers_end_with_their_parent(self):
        self.make_folder(60)
        process = self.start()
        time.sleep(0.3)
        children = pathlib.Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        process.kill()
        process.communicate()
        for _ in range(50):
            if not any(pathlib.Path(f"/proc/{worker}/cmdline").exists() for worker in children):
                break
            time.sleep(0.1)
        else:
            self.fail("a worker outlives its parent")

    def test_ctrl_c_finishes_what_is_in_hand(self):
        self.make_folder(300)
        process = self.start()
        children = pathlib.Path(f"/proc/{process.pid}/task/{process.pid}/children")
        while not children.read_text():  # the workers are there, the work has begun
            time.sleep(0.002)
        time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 3, err)
        self.assertIn(b"stopped; run the same command again to go on", err)
        self.ends_whole()

    def test_a_locked_store_is_waited_for(self):
        self.make_folder(5)
        self.imported("reports", "--limit", "1", status=0)
        with sqlite3.connect(self.folder / "a.sqlite") as database:
            database.execute("BEGIN IMMEDIATE")
            process = self.start()
            time.sleep(1)
            self.assertIsNone(process.poll())
            database.rollback()
        process.communicate(timeout=60)
        self.ends_whole()

    def test_a_full_disk(self):
        self.make_folder(30)
        # A file system of its own needs root; a limit on the size of files gives the same errors to SQLite.
        import resource

        def limited():
            resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
        process = self.start(preexec_fn=limited)
        _, err = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 3, err)
        self.assertIn(b"a.sqlite: cannot be written: ", err)
        self.ends_whole()


class Hostile(ImportCase):
    def test_few_files_may_be_open(self):
        """More workers are asked for than there are descriptors for."""
        import resource
        self.make_folder(10)

        def limited():
            resource.setrlimit(resource.RLIMIT_NOFILE, (24, 24))
        done = subprocess.run([GOUJI, "import", "reports", "--into", "a.sqlite", "--jobs", "100", "--quiet"],
                              cwd=self.folder, preexec_fn=limited, stderr=subprocess.PIPE, timeout=60)
        self.assertEqual((done.returncode, done.stderr.count(b"gouji: ")), (3, 3), done.stderr)
        self.imported("reports", store="whole.sqlite")
        self.same_rows("a.sqlite", "whole.sqlite")

    def test_mutated_documents(self):
        """Whatever the bytes, the import goes on and every file is accounted for."""
        chance = random.Random(9)
        sources = [pdf.read_bytes() for pdf in sorted(support.CORPUS.glob("*/report.*.pdf"))[:4]]
        for i in range(40):
            data = bytearray(chance.choice(sources))
            for _ in range(chance.choice((1, 10, 200))):
                data[chance.randrange(len(data))] = chance.randrange(256)
            if chance.random() < 0.3:
                del data[chance.randrange(len(data)):]
            self.put(f"reports/{i:03}.pdf", bytes(data))
        done = self.gouji("import", "reports", "--into", "a.sqlite", "--report", "summary.json", "--timeout", "30")
        self.assertIn(done.returncode, (0, 3), done.err)
        files = self.report("summary.json")["files"]
        self.assertEqual(files["read"] + files["failed"] + files["unread"] + files["same"], 40)
        self.assertEqual(ask(self.folder / "a.sqlite", "SELECT count(*) FROM paths"), [(40,)])

    def test_a_pipe_is_not_waited_for(self):
        os.mkfifo(self.folder / "pipe")
        self.put("good.txt", LATIN.format(1, 2))
        self.put("list", "pipe\ngood.txt\n")
        done = self.gouji("import", "--from-file", "list", "--into", "a.sqlite")
        self.assertEqual(done.returncode, 3)
        self.assertIn("gouji: pipe: is no regular file\n", done.err)
        self.assertEqual(ask(self.folder / "a.sqlite", "SELECT path, failure FROM paths ORDER BY 1"),
                         [("good.txt", None), ("pipe", "unreadable")])

    def test_a_file_that_is_gone_takes_nothing_away(self):
        self.put("good.txt", LATIN.format(1, 2))
        self.put("list", "good.txt\n")
        self.assertEqual(self.gouji("import", "--from-file", "list", "--into", "a.sqlite").returncode, 0)
        (self.folder / "good.txt").unlink()
        self.assertEqual(self.gouji("import", "--from-file", "list", "--into", "a.sqlite").returncode, 3)
        self.assertEqual(ask(self.folder / "a.sqlite", "SELECT count(*) FROM documents"), [(1,)])

    def test_a_list_that_cannot_be_read_is_no_empty_one(self):
        (self.folder / "folder").mkdir()
        done = self.gouji("import", "--from-file", "folder", "--into", "a.sqlite")
        self.assertEqual(done.returncode, 3)
        self.assertIn("the list of files cannot be read to its end", done.err)

    def test_a_list_with_a_byte_order_mark(self):
        self.put("good.txt", LATIN.format(1, 2))
        self.put("other.txt", LATIN.format(3, 4))
        self.put("list", "\ufeffgood.txt\n")
        done = self.gouji("import", "other.txt", "--from-file", "list", "--into", "a.sqlite")
        self.assertEqual((done.returncode, ask(self.folder / "a.sqlite", "SELECT count(*) FROM documents")), (0, [(2,)]))

    def test_too_little_memory(self):
        self.put("large.txt", LATIN.format(1, 2) + "零" * 30_000_000)
        self.put("small.txt", LATIN.format(1, 2))
        done = self.gouji("import", "large.txt", "small.txt", "--into", "a.sqlite", "--memory", "64")
        self.assertEqual(done.returncode, 3, done.err)
        self.assertIn("gouji: large.txt: takes more than 64 MB of memory to read\n", done.err)
        self.assertEqual(ask(self.folder / "a.sqlite", "SELECT path, failure FROM paths ORDER BY 1"),
                         [("large.txt", "out_of_memory"), ("small.txt", None)])


if __name__ == "__main__":
    support.main()
