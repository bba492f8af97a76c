# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a workbook as far as the tests need it: values, formats, merged areas, frozen rows, links."""
import re
import xml.etree.ElementTree as ET
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
BUILT_IN = {0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 49: "@"}


class Cell:
    """`value` is the text, or the number as written in the file; `kind` is "text", "number" or "empty"."""

    def __init__(self, kind, value, style):
        self.kind, self.value, self.style = kind, value, style

    @property
    def format(self):
        return self.style["format"]

    def shown(self):
        """What a spreadsheet shows for a number, by the formats that gouji writes."""
        number = float(self.value)
        sections = self.format.split(";")
        section = sections[0]
        if number < 0 and len(sections) > 1:
            section, number = sections[1], -number
        elif number == 0 and len(sections) > 2:
            section = sections[2]
        literals = re.findall(r'"([^"]*)"', section)
        digits = re.sub(r'"[^"]*"', "", section)
        percent = digits.endswith("%")
        digits = digits.rstrip("%")
        decimals = len(digits.split(".")[1]) if "." in digits else 0
        text = f"{number * (100 if percent else 1):{',' if ',' in digits else ''}.{decimals}f}" + "%" * percent
        return (literals[0] if literals else "") + text + (literals[1] if len(literals) > 1 else "")


class Sheet:
    def __init__(self, root, strings, styles):
        self.cells = {}
        for node in root.iter(MAIN + "c"):
            value = node.find(MAIN + "v")
            style = styles[int(node.get("s", 0))]
            if value is None:
                cell = Cell("empty", "", style)
            elif node.get("t") == "s":
                cell = Cell("text", strings[int(value.text)], style)
            else:
                cell = Cell("number", value.text, style)
            self.cells[node.get("r")] = cell
        self.merged = {node.get("ref") for node in root.iter(MAIN + "mergeCell")}
        pane = next(root.iter(MAIN + "pane"), None)
        self.frozen_rows = int(pane.get("ySplit", 0)) if pane is not None else 0
        self.links = {node.get("ref"): node.get("location") for node in root.iter(MAIN + "hyperlink")}
        self.formulas = len(list(root.iter(MAIN + "f")))

    def __getitem__(self, reference):
        return self.cells[reference]

    def column(self, letter):
        rows = sorted((int(key[len(letter):]), cell) for key, cell in self.cells.items()
                      if re.fullmatch(letter + r"\d+", key))
        return [cell.value for _, cell in rows]


def _styles(root):
    formats = dict(BUILT_IN)
    for node in root.iter(MAIN + "numFmt"):
        formats[int(node.get("numFmtId"))] = node.get("formatCode")
    fonts = [font.find(MAIN + "b") is not None for font in root.find(MAIN + "fonts")]
    return [{"format": formats[int(xf.get("numFmtId"))], "bold": fonts[int(xf.get("fontId"))]}
            for xf in root.find(MAIN + "cellXfs")]


def _unescaped(text):
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match.group(1), 16)), text)


class Workbook:
    """`sheets`: name → Sheet, in order."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None
            self.dates = {info.date_time for info in archive.infolist()}
            self.core = archive.read("docProps/core.xml").decode()
            strings = [_unescaped("".join(text.text or "" for text in node.iter(MAIN + "t")))
                       for node in ET.fromstring(archive.read("xl/sharedStrings.xml")).iter(MAIN + "si")]
            styles = _styles(ET.fromstring(archive.read("xl/styles.xml")))
            names = [node.get("name") for node in ET.fromstring(archive.read("xl/workbook.xml")).iter(MAIN + "sheet")]
            self.sheets = {name: Sheet(ET.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml")), strings, styles)
                           for number, name in enumerate(names, 1)}
