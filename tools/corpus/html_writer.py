# SPDX-License-Identifier: GPL-3.0-or-later
"""The HTML that Chromium prints to PDF."""

from html import escape

from . import style
from .model import Entry, Heading, Lines, PageBreak, Paragraph, Prose, Report, Table


def html(report: Report) -> str:
    """A whole page."""
    body = "\n".join(blocks_html(report))
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
        f"<title>{escape(report.head['title'])}</title>\n<style>{css(report)}</style></head>\n"
        f"<body>\n{body}\n</body></html>\n"
    )


def css(report: Report) -> str:
    head = report.head
    number = head.get("page_numbers", "— %d —")
    before, after = number.split("%d") if number else ("", "")
    foot = f'@bottom-center {{ content: "{before}" counter(page) "{after}"; font: 10.5pt "{style.SERIF}"; }}' if number else ""
    running = head.get("running_head", "")
    top = (
        f'@top-center {{ content: "{running}"; font: 9pt "{style.SERIF}"; width: 100%; vertical-align: bottom;'
        " border-bottom: 0.5pt solid black; padding-bottom: 2pt; margin-bottom: 12pt; }"
        if running
        else ""
    )
    margins = " ".join(f"{m}cm" for m in style.MARGINS_CM)
    wide = " ".join(f"{m}cm" for m in style.LANDSCAPE_MARGINS_CM)
    return f"""
@page {{ size: A4; margin: {margins}; {foot} {top} }}
@page wide {{ size: A4 landscape; margin: {wide}; }}
@page cover {{ size: A4; @bottom-center {{ content: none; }} @top-center {{ content: none; border: none; }} }}
body {{ margin: 0; font: {style.body_pt(report)}pt/{style.line_pt(report)}pt "{head.get('body_font', style.SERIF)}"; }}
p {{ margin: 0; text-indent: 2em; text-align: justify; orphans: 2; widows: 2; }}
p.plain {{ text-indent: 0; }} p.right {{ text-align: right; text-indent: 0; }}
p.center {{ text-align: center; text-indent: 0; }} p.sign {{ text-align: right; text-indent: 0; padding-right: 2em; }}
p.title {{ text-align: center; text-indent: 0; font: bold 22pt/34pt "{style.SERIF}"; }}
.title-end {{ height: {style.line_pt(report)}pt; }}
h2, h3 {{ margin: 0; font-weight: normal; font-size: inherit; text-indent: 2em; break-after: avoid; }}
h2.first, h2.bare, h2.attachment {{ font-family: "{style.SANS}"; font-weight: 500; }}
h2.second {{ font-weight: bold; }} h2.third {{ font-weight: bold; }}
h2.part {{ text-indent: 0; text-align: center; font: 500 18pt/40pt "{style.SANS}"; }}
h2.attachment {{ text-indent: 0; }} .attachment-title {{ text-align: center; text-indent: 0; font: bold 18pt/34pt "{style.SERIF}"; }}
sup {{ font-size: 60%; line-height: 0; }}
.cover {{ page: cover; break-after: page; }}
.cover p {{ text-align: center; text-indent: 0; }}
.toc {{ break-after: page; }} .toc p {{ text-indent: 0; display: flex; font-size: 13pt; }}
.toc p.toc-head {{ justify-content: center; font: 500 18pt/44pt "{style.SANS}"; }}
.toc .dots {{ flex: 1; overflow: hidden; white-space: nowrap; text-align: right; direction: rtl; }}
.break {{ break-after: page; }}
.wide {{ page: wide; break-before: page; break-after: page; }}
.fresh {{ break-before: page; }}
table {{ border-collapse: collapse; width: 100%; table-layout: fixed; margin: 2pt 0 4pt; line-height: 1.35; }}
td {{ border: 0.75pt solid black; padding: 2pt 3pt; overflow-wrap: anywhere; white-space: pre-wrap; }}
tr {{ break-inside: avoid; height: {style.ROW_PT}pt; }}
table.three td {{ border: none; }}
table.three {{ border-top: 1.5pt solid black; border-bottom: 1.5pt solid black; }}
table.three td.line {{ border-bottom: 0.75pt solid black; }}
table.open td:first-child {{ border-left: none; }} table.open td:last-child {{ border-right: none; }}
.shade td {{ background: #dce6f1; }}
p.caption {{ text-indent: 0; text-align: center; font-family: "{style.SANS}"; font-weight: 500; break-after: avoid; }}
p.above {{ text-indent: 0; font-size: 10pt; line-height: 16pt; display: flex; break-after: avoid; }}
p.note {{ text-indent: 0; font-size: 9pt; line-height: 14pt; }}
"""


def blocks_html(report: Report):
    """Every block; a heading that belongs on the page of a landscape table goes into its box."""
    waiting = ""
    for block, following in zip(report.blocks, [*report.blocks[1:], None]):
        if isinstance(following, Table) and style.heading_on_page(following):
            waiting = block_html(block)
        elif isinstance(block, Table):
            yield table_html(block, waiting)
            waiting = ""
        else:
            yield block_html(block)


def block_html(block) -> str:
    if isinstance(block, Heading):
        return heading_html(block)
    if isinstance(block, Entry):
        return f"<p>{escape(block.marker)}{prose_html(block.prose)}</p>"
    if isinstance(block, Paragraph):
        return f"<p>{prose_html(block.prose)}</p>"
    if isinstance(block, Lines):
        return lines_html(block)
    if isinstance(block, PageBreak):
        return '<div class="break"></div>'
    return table_html(block, "")


def prose_html(prose: Prose) -> str:
    tags = {"plain": "{}", "bold": "<b>{}</b>", "sup": "<sup>{}</sup>"}
    return "".join(tags[run.style].format(escape(run.text)) for run in prose.runs)


def heading_html(block: Heading) -> str:
    kind = style.heading_class(block)
    marker, title = escape(block.marker or ""), prose_html(block.prose)
    if "\n" in block.gap:
        title_class = "attachment-title" if kind == "attachment" else "part"
        return f'<h2 class="{kind}">{marker}</h2>\n<h2 class="{title_class}">{title}</h2>'
    return f'<h2 class="{kind}">{marker}{escape(block.gap)}{title}</h2>'


def lines_html(block: Lines) -> str:
    if block.role == "cover":
        return '<div class="cover">' + "".join(cover_line(n, line) for n, line in enumerate(block.lines)) + "</div>"
    if block.role == "toc":
        return '<div class="toc">' + "".join(toc_line(line) for line in block.lines) + "</div>"
    names = {"title": "title", "sign": "sign", "right": "right", "center": "center", "left": "plain", "list": ""}
    made = "".join(f'<p class="{names[block.role]}">{escape(line) or "&nbsp;"}</p>' for line in block.lines)
    if block.role == "title":
        made += '<div class="title-end"></div>'
    if block.role == "sign":
        made = "<p>&nbsp;</p>" + made
    return made


def cover_line(number: int, line: str) -> str:
    """An empty line is air, the first printed line stands lower and large, `small:` begins a small one."""
    if line.startswith("small:"):
        return f'<p style="font-size: 16pt; line-height: 30pt">{escape(line[6:])}</p>'
    if not line:
        return '<p style="line-height: 60pt">&nbsp;</p>'
    return f'<p style="font: bold 28pt/48pt \'{style.SERIF}\'">{escape(line)}</p>'


def toc_line(line: str) -> str:
    if "|" not in line:
        return f'<p class="toc-head">{escape(line)}</p>'
    entry, page = (part.rstrip() for part in line.split("|"))
    dots = "." * 160
    return f'<p><span>{escape(entry)}</span><span class="dots">{dots}</span><span>{page.strip()}</span></p>'


def above_html(table: Table) -> str:
    options = table.options
    made = f'<p class="above" style="justify-content: right">{escape(options["tag"])}</p>' if options.get("tag") else ""
    if options.get("caption"):
        made += f'<p class="caption">{escape(options["caption"])}</p>'
    if options.get("above"):
        left, bar, right = options["above"].partition("||")
        if bar:
            made += f'<p class="above"><span style="flex: 1">{escape(left.strip())}</span><span>{escape(right.strip())}</span></p>'
        else:
            made += f'<p class="above" style="justify-content: center">{escape(left)}</p>'
    if options.get("unit_line"):
        made += f'<p class="above" style="justify-content: right">{escape(options["unit_line"])}</p>'
    return made


def table_html(table: Table, heading: str) -> str:
    options = table.options
    columns = "".join(f'<col style="width: {width * 100:.3f}%">' for width in style.widths(table))
    rows = [row_html(table, number) for number in range(len(table.cells))]
    top, rest = "".join(rows[: table.header]), "".join(rows[table.header:])
    if style.repeats_header(table):
        top = f"<thead>{top}</thead>"
    made = (
        heading
        + above_html(table)
        + f'<table class="{options.get("rules", "grid")}" style="font-size: {style.font_pt(table)}pt">'
        + f"<colgroup>{columns}</colgroup>{top}<tbody>{rest}</tbody></table>"
        + "".join(f'<p class="note">{escape(note)}</p>' for note in table.notes)
    )
    if style.is_landscape(table):
        return f'<div class="wide">{made}</div>'
    return f'<div class="fresh">{made}</div>' if options.get("break") == "before" else f"<div>{made}</div>"


def row_html(table: Table, number: int) -> str:
    cells = ""
    for column, cell in enumerate(table.cells[number]):
        if cell is None:
            continue
        spans = f' rowspan="{cell.row_span}"' if cell.row_span > 1 else ""
        spans += f' colspan="{cell.column_span}"' if cell.column_span > 1 else ""
        align = style.alignment(table, number, column, cell.text)
        line = ' class="line"' if number + cell.row_span == table.header else ""
        cells += f'<td{spans}{line} style="text-align: {align}">{escape(cell.text)}</td>'
    shade = ' class="shade"' if number < table.header and table.options.get("shade") == "yes" else ""
    height = f' style="height: {table.options["row_pt"]}pt"' if "row_pt" in table.options else ""
    return f'<tr{shade}{height}>{cells}</tr>'
