# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents as HTML with CSS, printed by Chromium, WeasyPrint or wkhtmltopdf."""
import html
import os
import subprocess
import tempfile

from model import Table, edges, fill


INKS = {"white_lines": "#fff", "faint_lines": "#d1dbe6"}


def css(document):
    o = document.options
    family = f"'{document.digits}', '{document.font}'" if document.digits != document.font else f"'{document.font}'"
    size = "A4 landscape" if document.landscape else "A4"
    margin = ("@bottom-center { content: counter(page); font-size: 9pt }" if document.page_numbers else "") + (
        f"@top-center {{ content: '{document.running_head}'; font-size: 9pt }}" if document.running_head else "")
    return f"""@page {{ size: {size}; margin: 18mm 15mm; {margin} }}
body {{ font-family: {family}; font-size: 11pt; margin: 0 }}
p {{ margin: 0.3em 0; line-height: 1.5 }}
p.body {{ text-indent: 2em }} p.heading {{ font-weight: bold; text-indent: 0 }} p.title {{ text-align: center; font-size: 15pt }}
p.caption {{ text-align: center; font-weight: bold; font-size: 14pt }} p.unit {{ text-align: right; font-size: 9pt }}
p.sides {{ display: table; width: 100%; font-size: 9pt }} p.sides span {{ display: table-cell }} p.sides span+span {{ text-align: right }}
table {{ width: 100%; table-layout: fixed; margin: 0 }}
table + table {{ margin-top: 10pt }}
td {{ overflow-wrap: anywhere; word-break: break-all; line-height: 1.3 }}
.break {{ break-before: page; page-break-before: always }}
@page across {{ size: A4 landscape }}
.across {{ page: across; break-before: page }}
tr.keep {{ break-inside: avoid; page-break-inside: avoid }}
table {{ border-collapse: {'collapse' if o['collapse'] else 'separate'}; border-spacing: 0 }}
"""


def paragraph(text, kind, extra=""):
    return f'<p class="{kind}{extra}">{html.escape(text)}</p>'


def cell_html(document, table, cell):
    o = document.options
    sides = edges(table, cell)
    if not o["collapse"]:
        # Each line once: the left and top edges belong to the first cells only.
        if cell.column > 0 and "right" in edges(table, table.cell_at(cell.row, cell.column - 1)):
            sides = sides - {"left"}
        if cell.row > 0 and "bottom" in edges(table, table.cell_at(cell.row - 1, cell.column)):
            sides = sides - {"top"}
    width = max(o["line"], 2.25) if o["line_style"] == "double" else o["line"]
    style = [f"border-{side}: {width}pt {o['line_style']} {INKS.get(o.get('manner'), '#000')}" for side in sorted(sides)]
    style += [f"text-align: {cell.align}", f"vertical-align: {table.vertical}", f"padding: {table.padding}pt 2pt"]
    shade = fill(table, cell)
    if shade is None and o["fill_header"] and cell.row < table.header_rows:
        shade = 0.85
    if shade is None and o.get("manner") == "white_lines":
        shade = 0.75 if cell.row < table.header_rows else 0.9
    if shade is not None:
        level = round(255 * shade)
        style.append(f"background: rgb({level},{level},{level}); -webkit-print-color-adjust: exact")
    if cell.bold:
        style.append("font-weight: bold")
    if cell.indent:
        style.append(f"padding-left: {2 + cell.indent * table.size}pt")
    spans = (f' rowspan="{cell.row_span}"' if cell.row_span > 1 else "") + (
        f' colspan="{cell.column_span}"' if cell.column_span > 1 else "")
    return f'<td{spans} style="{"; ".join(style)}">{html.escape(cell.text).replace("  ", "&nbsp; ")}</td>'


def table_html(document, table):
    out = []
    broken = " break" if table.break_before else ""
    caption = table.caption if table.caption_place == "above" else ""
    if caption and table.unit_place == "in_caption":
        caption += f"（单位：{table.unit}）"
    if caption:
        out.append(paragraph(caption, "caption", broken))
        broken = ""
    if table.unit and table.unit_place == "line":
        if table.head_line:
            out.append(f'<p class="sides{broken}"><span>{table.head_line}</span><span>单位：{table.unit}</span></p>')
        else:
            out.append(paragraph(f"单位：{table.unit}", "unit", broken))
        broken = ""
    total = sum(table.widths)
    columns = "".join(f'<col style="width:{100 * w / total:.2f}%">' for w in table.widths)
    rows = [[] for _ in range(table.rows)]
    for cell in sorted(table.cells, key=lambda c: (c.row, c.column)):
        rows[cell.row].append(cell_html(document, table, cell))
    lines = [f'<tr{"" if table.split_rows else " class=keep"} style="height: {table.size * 1.5}pt">' + "".join(r) + "</tr>" for r in rows]
    head = table.header_rows if table.repeat_header else 0
    for first, last in table.stretches():
        if first:
            broken = " across" if table.part_turned else " break"
            for text, kind in ((table.mark_above_part(), "caption"), (f"单位：{table.unit}" if table.part_unit and table.unit else "", "unit")):
                if text:
                    out.append(paragraph(text, kind, broken))
                    broken = ""
        body = (f"<thead>{''.join(lines[:head])}</thead>" if head else "") + f"<tbody>{''.join(lines[max(head, first):last])}</tbody>"
        out.append(f'<table class="{broken.strip()}" style="font-size: {table.size}pt"><colgroup>{columns}</colgroup>{body}</table>')
    out += [paragraph(text, "unit") .replace('"unit"', '"note"') for text in table.notes]
    return "\n".join(out)


def page(document):
    parts = [table_html(document, b) if isinstance(b, Table) else paragraph(b.text, b.style, " break" if b.break_before else "")
             for b in document.blocks]
    return f"<!DOCTYPE html><html lang=zh-CN><head><meta charset=utf-8><title>{document.name}</title><style>{css(document)}</style></head><body>" \
        + "\n".join(parts) + "</body></html>"


def render(documents, folder):
    """Writes DOCUMENT.pdf for each document into the folder."""
    for document in documents:
        source = folder / (document.name + ".html")
        source.write_text(page(document), encoding="utf-8")
        target = folder / (document.name + ".pdf")
        if target.exists():
            continue
        if document.producer == "chromium":
            with tempfile.TemporaryDirectory() as profile:
                command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                           f"--user-data-dir={profile}", f"--print-to-pdf={target}", source.as_uri()]
                subprocess.run(command, capture_output=True, timeout=120)
        elif document.producer == "weasyprint":
            subprocess.run(["weasyprint", "-q", str(source), str(target)], capture_output=True, timeout=240)
        else:
            command = ["wkhtmltopdf", "-q", "-s", "A4", "-O", "Landscape" if document.landscape else "Portrait", str(source), str(target)]
            environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
            subprocess.run(command, capture_output=True, timeout=120, env=environment)
