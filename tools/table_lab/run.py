#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A laboratory for tables: documents with known truth, printed by several producers, read by gouji, compared.

    run.py [--gouji PATH] [--seed N] [--count N] [--producers A,B] [--errors N] [--json FILE] [--plain] [--manners] [--wider] [--joins]
           [--reprint REPORT.json …] FOLDER

Makes COUNT documents a producer from SEED on, prints those that are not in FOLDER yet, reads all and tells cells F1 and
exact tables by layout and producer. The same seed gives the same documents. Needs what it prints with: chromium,
weasyprint, wkhtmltopdf, libreoffice-calc, libreoffice-writer, python3-reportlab, fonts-arphic-*, fonts-wqy-zenhei,
fonts-noto-cjk (Debian packages); producers that are missing are left out with a message.
"""
import argparse
import collections
import json
import pathlib
import shutil
import subprocess
import sys

import documents
import html_pages
import joins
import model
import office
import reprint
import score

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
NEEDS = {"chromium": "chromium", "weasyprint": "weasyprint", "wkhtmltopdf": "wkhtmltopdf", "sheet": "soffice", "writer": "soffice"}


def available(producer):
    if producer == "drawn":
        try:
            import reportlab  # noqa: F401
        except ImportError:
            return False
        return True
    return shutil.which(NEEDS[producer]) is not None


def printed(producer, made, folder):
    if producer in ("sheet", "writer"):
        office.render(made, folder)
    elif producer == "drawn":
        import drawn
        drawn.render(made, folder)
    else:
        html_pages.render(made, folder)


def read(gouji, path):
    report = path.with_suffix(".report.json")
    subprocess.run([gouji, "extract", "--quiet", str(path), "-o", str(report)], capture_output=True)
    return json.loads(report.read_text()) if report.exists() else None


class Sums:
    def __init__(self):
        self.tables = self.exact = self.true_cells = self.read_cells = self.hits = 0
        self.marks = collections.Counter()

    def add(self, result):
        self.tables += 1
        self.exact += result["exact"]
        self.true_cells += result["true_cells"]
        self.read_cells += result["read_cells"]
        self.hits += result["hits"]
        for name in ("header", "caption", "unit", "notes"):
            self.marks[name] += result[name]
        self.marks["pieces"] += result["pieces"]
        self.marks["swallowed"] += result["swallowed"]
        self.marks["missed"] += result["read"] is None

    def line(self, name):
        total = self.true_cells + self.read_cells
        n = max(1, self.tables)
        m = self.marks
        return (f"{name:28} {self.tables:5} tables  F1 {2 * self.hits / max(1, total):.4f}  exact {self.exact / n:.3f}  header {m['header'] / n:.3f}  "
                f"caption {m['caption'] / n:.3f}  unit {m['unit'] / n:.3f}  notes {m['notes'] / n:.3f}  "
                f"pieces {m['pieces']}  swallowed {m['swallowed']}  missed {m['missed']}")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gouji", default=str(ROOT / "build/dev/gouji"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--producers", default=",".join(documents.PRODUCERS))
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--json")
    parser.add_argument("--wider", action="store_true", help="documents of the shapes of more_tables.py")
    parser.add_argument("--plain", action="store_true", help="documents of tables without a full grid")
    parser.add_argument("--manners", action="store_true", help="documents printed in rare manners: white lines, lines as images, …")
    parser.add_argument("--joins", action="store_true", help="documents in which tables meet page ends and tables of their own form")
    parser.add_argument("--reprint", action="append", type=pathlib.Path, metavar="REPORT", help="documents of the tables of this report, and of further ones")
    parser.add_argument("folder", type=pathlib.Path)
    return parser.parse_args()


def main():
    options = arguments()
    options.folder.mkdir(parents=True, exist_ok=True)
    sums = collections.defaultdict(Sums)
    whole = collections.defaultdict(collections.Counter)
    extras, shown, results = 0, 0, []
    originals = reprint.tables_of(options.reprint or [])
    for producer in options.producers.split(","):
        if not available(producer):
            print(f"{producer}: not installed, left out")
            continue
        seeds = range(options.seed, options.seed + options.count)
        if options.reprint:
            made = [reprint.make(seed, producer, originals) for seed in seeds]
        elif options.joins:
            made = [joins.make(seed, producer) for seed in seeds]
        else:
            made = [documents.make(seed, producer, options.plain, options.manners, options.wider) for seed in seeds]
        printed(producer, made, options.folder)
        for document in made:
            path = options.folder / (document.name + ".pdf")
            if not path.exists():
                print(f"{document.name}: was not printed")
                continue
            truth = model.truth(document)
            path.with_suffix(".truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=0))
            report = read(options.gouji, path)
            tables = report["tables"] if report else []
            compared, extra = score.compare(truth["tables"], tables)
            extras += len(extra)
            told = score.joins(truth["tables"], tables)
            scene = document.options.get("scene", "any")
            for number, (true, one) in enumerate(zip(truth["tables"], told)):
                family = "ruled" if true["rules"] in model.RULED else "other"
                for key in ("all", family, f"{family}: {scene}", f"{family}: {producer}"):
                    whole[key][one["verdict"]] += 1
                    whole[key]["over"] += one["joins"] > 0
                    whole[key]["joins"] += one["joins"]
                if one["verdict"] != "whole" and shown < options.errors:
                    shown += 1
                    print(f"{document.name} table {number} {scene} {true['rules']}: {one['verdict']}")
            for number, (true, result) in enumerate(zip(truth["tables"], compared)):
                family = "ruled" if true["rules"] in model.RULED else "other"
                for key in ("all", family, f"{family}: {producer}", f"rules: {true['rules']}", f"kind: {true['kind']}"):
                    sums[key].add(result)
                results.append({"document": document.name, "table": number, "kind": true["kind"], "rules": true["rules"], **result})
                if not result["exact"] and shown < options.errors:
                    shown += 1
                    got = tables[result["read"]] if result["read"] is not None else None
                    print(f"{document.name} table {number} {true['kind']} {true['rules']} pages {got and got['pages']} pieces {result['pieces']}"
                          f" swallowed {result['swallowed']}")
                    for line in score.differences(true, got):
                        print("    " + line[:200])
            for j in extra:
                results.append({"document": document.name, "extra": j})
                if shown < options.errors:
                    print(f"{document.name} extra table {j}: {[c['text'] for c in tables[j]['cells']][:8]}"[:200])
    for key in sorted(sums, key=lambda k: (":" in k, k)):
        print(sums[key].line(key))
    for key in sorted(whole, key=lambda k: (":" in k, k)):
        one = whole[key]
        print(f"joins {key:28} whole {one['whole']}  in parts {one['parts']}  with others {one['mixed']}  short of texts {one['short']}  "
              f"over page ends {one['over']} ({one['joins']})")
    print(f"tables that are none: {extras}")
    if options.json:
        pathlib.Path(options.json).write_text(json.dumps(results, ensure_ascii=False, indent=0))
    return 0


if __name__ == "__main__":
    sys.exit(main())
