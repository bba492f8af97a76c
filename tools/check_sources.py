#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the rules that hold for every source file, and names file and line where one is broken.

    check_sources.py includes   a folder of src/ includes only folders before it in the order below, or itself;
                                only the folders named below see a library that they wrap; gouji/ sees none
    check_sources.py rules      licence line, header guard, length of files
    check_sources.py vocabulary no Chinese in the code (comments apart) but for the numeral and unit tables of text/
    check_sources.py types      no two sources give different types one name (the linker would mix them up)
    check_sources.py format     clang-format 14 (skipped with a message where it is not installed)
    check_sources.py --self-test

Exit status 0, 1 when a rule is broken, 77 when the check cannot be made here.
"""
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
ORDER = ["gouji", "base", "text", "geometry", "pattern", "source", "layout", "table", "outline", "figure", "record",
         "check", "output", "store", "pipeline", "bulk", "cli"]
# Libraries that are hidden behind one folder, so that they can be replaced there.
WRAPPED = {"re2/": ["pattern"], "toml++/": ["pattern"], "unicode/": ["text", "source"], "nettle/": ["base"], "CLI/": ["cli"],
           "png.h": ["output", "source"], "boost/": ["base"], "xlsxwriter": ["output"], "sqlite3.h": ["store"], "libpq": ["store"],
           "seccomp.h": ["bulk"]}
# Poppler's private headers are included by their names alone.
POPPLER = re.compile(r"^(poppler/|cpp/poppler|goo/|splash/|fofi/|OutputDev|GfxState|GfxFont|PDFDoc|GlobalParams|Page\.h$|"
                     r"Object\.h$|Stream\.h$|XRef|Catalog|Gfx)")
INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)')
STANDARD = re.compile(r"^[a-z_0-9]+$")
TYPE = re.compile(r"(?:struct|class|union|enum class) (\w+)(?: final)?(?: : [^;{]*)? *\{")
LIMITS = {"header": 200, "source": 600, "test": 500}
CHINESE = re.compile("[\u3400-\u9fff]")
CODE_FOLDERS = ("src", "tests", "tools")


def included(text):
    for number, line in enumerate(text.splitlines(), 1):
        found = INCLUDE.match(line)
        if found:
            yield number, found.group(1), found.group(2)


def include_faults(path, text):
    """`path` is relative to src/."""
    folder = path.split("/")[0]
    if folder not in ORDER:
        yield 1, f"folder {folder} is not in the order of layers"
        return
    for number, own, system in included(text):
        name = own or system
        target = name.split("/")[0]
        if own is not None and target in ORDER and "/" in own:
            if ORDER.index(target) > ORDER.index(folder):
                yield number, f"{folder}/ includes {target}/, which comes behind it"
            continue
        if folder == "gouji" and not STANDARD.match(name):
            yield number, f"a public header shows {name}"
        for library, folders in WRAPPED.items():
            if name.startswith(library) and folder not in folders:
                yield number, f"{library} is for {', '.join(folders)} only"
        if POPPLER.match(name) and folder != "source":
            yield number, f"{name}: Poppler is for source only"


def without_comments(text):
    text = re.sub(r"/\*.*?\*/", lambda m: "\n" * m.group(0).count("\n"), text, flags=re.S)
    return re.sub(r'("(?:[^"\\\n]|\\.)*")|//[^\n]*', lambda m: m.group(1) or "", text)


def rule_faults(path, text):
    """`path` is relative to the root."""
    lines = text.splitlines()
    if not any("SPDX-License-Identifier: GPL-3.0-or-later" in line for line in lines[:3]):
        yield 1, "the licence line is missing"
    if path.endswith(".h") and "#pragma once" not in text:
        yield 1, "#pragma once is missing"
    kind = "test" if path.startswith("tests/") else "header" if path.endswith(".h") else "source"
    if len(lines) > LIMITS[kind]:
        yield LIMITS[kind] + 1, f"{len(lines)} lines; a {kind} has at most {LIMITS[kind]}"


def vocabulary_faults(path, text):
    """`path` is relative to the root."""
    if path.startswith("src/") and not path.startswith("src/text/"):
        for number, line in enumerate(without_comments(text).splitlines(), 1):
            if CHINESE.search(line):
                yield number, "Chinese in the code; vocabulary belongs to patterns/"


def sources(folders, endings=(".h", ".cc")):
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in endings and path.is_file():
                yield path


def report(faults):
    count = 0
    for place, number, what in faults:
        print(f"{place}:{number}: {what}")
        count += 1
    print(f"{count} faults" if count else "no fault")
    return 1 if count else 0


def check_includes():
    return report((path.relative_to(ROOT), number, what) for path in sources(["src"])
                  for number, what in include_faults(str(path.relative_to(ROOT / "src")), path.read_text()))


def check_rules():
    def faults():
        for path in sources(CODE_FOLDERS):
            name = str(path.relative_to(ROOT))
            for number, what in rule_faults(name, path.read_text()):
                yield name, number, what
        for path in sources(["tools", "tests", "cmake", ".ci"], (".sh", ".py", ".cmake", ".txt", "")):
            text = path.read_text(errors="replace")
            script = text.startswith("#!") or path.suffix in (".cmake", ".py", ".sh") or path.name == "CMakeLists.txt"
            if script and "SPDX-License-Identifier: GPL-3.0-or-later" not in text[:400]:
                yield path.relative_to(ROOT), 1, "the licence line is missing"
    return report(faults())


def check_vocabulary():
    return report((path.relative_to(ROOT), number, what) for path in sources(["src"])
                  for number, what in vocabulary_faults(str(path.relative_to(ROOT)), path.read_text()))


def types_of(text):
    """Names of the types that are defined at the left margin outside unnamed namespaces, with their lines."""
    unnamed = False
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("namespace {"):
            unnamed = True
        elif line.startswith("}  // namespace") and line.strip() == "}  // namespace":
            unnamed = False
        found = TYPE.match(line)
        if found and not unnamed:
            yield found.group(1), number


def type_faults(files):
    """`files`: pairs of a path and its text."""
    first = {}
    for path, text in files:
        for name, number in types_of(text):
            if first.setdefault(name, path) != path:
                yield path, number, f"the type {name} is defined in {first[name]} too"


def check_types():
    return report(type_faults((path.relative_to(ROOT), path.read_text()) for path in sources(["src"])))


def check_format():
    program = shutil.which("clang-format-14") or shutil.which("clang-format")
    version = subprocess.run([program, "--version"], capture_output=True, text=True).stdout if program else ""
    if "version 14." not in version:
        print("clang-format 14 is not installed: nothing checked")
        return 77
    files = [str(path) for path in sources(CODE_FOLDERS)]
    done = subprocess.run([program, "--dry-run", "--Werror", *files], capture_output=True, text=True)
    print("\n".join(line for line in done.stderr.splitlines() if "error:" in line) or "no fault")
    return 1 if done.returncode else 0


def self_test():
    cases = [
        (include_faults, "base/a.cc", '#include "gouji/result.h"\n#include <vector>\n', 0),
        (include_faults, "base/a.cc", '#include "base/b.h"\n', 0),
        (include_faults, "base/a.cc", '#include "layout/flow.h"\n', 1),
        (include_faults, "gouji/a.h", "#include <fmt/format.h>\n", 1),
        (include_faults, "gouji/a.h", "#include <string_view>\n", 0),
        (include_faults, "layout/a.cc", "#include <re2/re2.h>\n", 1),
        (include_faults, "pattern/a.cc", "#include <re2/re2.h>\n", 0),
        (include_faults, "layout/a.cc", "#include <GfxState.h>\n", 1),
        (include_faults, "odd/a.cc", "", 1),
        (rule_faults, "src/base/a.cc", "// SPDX-License-Identifier: GPL-3.0-or-later\nint a;\n", 0),
        (vocabulary_faults, "src/base/a.cc", 'int a;  // "元"\n', 0),
        (vocabulary_faults, "src/base/a.cc", 'auto a = "元";\n', 1),
        (vocabulary_faults, "src/text/a.cc", 'auto a = "元";\n', 0),
        (rule_faults, "src/base/a.h", "int a;\n", 2),
        (rule_faults, "src/base/a.h", "// SPDX-License-Identifier: GPL-3.0-or-later\n#pragma once\n" + "\n" * 199, 1),
    ]
    twins = [("a/a.h", "struct A {\n};\n"), ("b/b.cc", "namespace {\nstruct A {\n};\n}  // namespace\n"),
             ("b/b.h", "struct A;\nstruct A::B {\n};\n")]
    cases += [(lambda _, __: type_faults(twins), "", "", 0),
              (lambda _, __: type_faults(twins + [("c/c.h", "class A : public C {\n")]), "", "", 1)]
    wrong = [case for case in cases if len(list(case[0](case[1], case[2]))) != case[3]]
    for case in wrong:
        print("wrong:", case[1:], list(case[0](case[1], case[2])))
    print(f"{len(cases)} cases, {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    checks = {"includes": check_includes, "rules": check_rules, "vocabulary": check_vocabulary,
              "types": check_types, "format": check_format, "--self-test": self_test}
    if len(sys.argv) != 2 or sys.argv[1] not in checks:
        sys.exit(__doc__)
    sys.exit(checks[sys.argv[1]]())
