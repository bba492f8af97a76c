# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents as flat OpenDocument text and sheets, printed by LibreOffice."""
import html
import subprocess

from model import Table, edges, fill

NAMES = " ".join(f'xmlns:{k}="urn:oasis:names:tc:opendocument:xmlns:{v}"' for k, v in {
    "office": "office:1.0", "text": "text:1.0", "table": "table:1.0", "style": "style:1.0", "fo": "xsl-fo-compatible:1.0",
    "svg": "svg-compatible:1.0"}.items())
FACES = '<office:font-face-decls>{}</office:font-face-decls>'


INKS = {"white_lines": "#ffffff", "faint_lines": "#d1dbe6"}


def faces(document):
    return FACES.format("".join(f'<style:font-face style:name="{n}" svg:font-family="&apos;{n}&apos;"/>'
                                for n in sorted({document.font, document.digits})))


def text_properties(document, size, bold=False):
    weight = ' fo:font-weight="bold" style:font-weight-asian="bold"' if bold else ""
    return (f'<style:text-properties style:font-name="{document.digits}" style:font-name-asian="{document.font}" '
            f'fo:font-size="{size}pt" style:font-size-asian="{size}pt"{weight}/>')


def border_properties(document, table, cell):
    o = document.options
    kind = {"dotted": "dotted", "dashed": "dashed"}.get(o["line_style"], "solid")
    line = f"{max(o['line'], 0.3)}pt {kind} {INKS.get(o.get('manner'), '#000000')}"
    sides = edges(table, cell)
    out = "".join(f' fo:border-{side}="{line if side in sides else "none"}"' for side in ("top", "bottom", "left", "right"))
    shade = fill(table, cell)
    if shade is None and o["fill_header"] and cell.row < table.header_rows:
        shade = 0.85
    if shade is None and o.get("manner") == "white_lines":
        shade = 0.75 if cell.row < table.header_rows else 0.9
    if shade is not None:
        level = round(255 * shade)
        out += f' fo:background-color="#{level:02x}{level:02x}{level:02x}"'
    return out


def spaced(text):
    """Runs of blanks as the format wants them."""
    out = html.escape(text)
    while "  " in out:
        run = len(out[out.index("  "):]) - len(out[out.index("  "):].lstrip(" "))
        out = out.replace(" " * run, f' <text:s text:c="{run - 1}"/>', 1)
    return out


class Styles:
    """Automatic styles, each once."""

    def __init__(self):
        self.names = {}
        self.texts = []

    def name(self, family, body, extra=""):
        key = (family, body, extra)
        if key not in self.names:
            self.names[key] = f"s{len(self.names)}"
            self.texts.append(f'<style:style style:name="{self.names[key]}" style:family="{family}"{extra}>{body}</style:style>')
        return self.names[key]


def grid_positions(table):
    """Per row: the cells that begin there and the covered positions, in order."""
    rows = []
    for r in range(table.rows):
        row, c = [], 0
        while c < table.columns:
            cell = table.cell_at(r, c)
            own = cell.row == r and cell.column == c
            row.append(cell if own else None)
            c += 1
        rows.append(row)
    return rows


def spans(cell):
    out = ""
    if cell.column_span > 1:
        out += f' table:number-columns-spanned="{cell.column_span}"'
    if cell.row_span > 1:
        out += f' table:number-rows-spanned="{cell.row_span}"'
    return out


def page_layout(document, scale=""):
    size = ('fo:page-width="297mm" fo:page-height="210mm" style:print-orientation="landscape"' if document.landscape
            else 'fo:page-width="210mm" fo:page-height="297mm"')
    return (f'<style:page-layout style:name="pm"><style:page-layout-properties {size} fo:margin="18mm"{scale}/>'
            '<style:footer-style><style:header-footer-properties fo:min-height="6mm" fo:margin-top="3mm"/></style:footer-style>'
            '<style:header-style><style:header-footer-properties fo:min-height="6mm" fo:margin-bottom="3mm"/></style:header-style>'
            '</style:page-layout>')


def master(document):
    head = f'<style:header><text:p>{document.running_head}</text:p></style:header>' if document.running_head else "<style:header style:display=\"false\"><text:p/></style:header>"
    foot = ('<style:footer><text:p>— <text:page-number>1</text:page-number> —</text:p></style:footer>' if document.page_numbers
            else '<style:footer style:display="false"><text:p/></style:footer>')
    return f'<office:master-styles><style:master-page style:name="Default" style:page-layout-name="pm">{head}{foot}</style:master-page></office:master-styles>'


def paragraph_style(styles, document, size, align, bold=False, broken=False, indent=0.0, master_name=""):
    body = (f'<style:paragraph-properties fo:text-align="{align}"' + (' fo:break-before="page"' if broken else "")
            + (f' fo:margin-left="{indent}pt"' if indent else "") + "/>" + text_properties(document, size, bold))
    return styles.name("paragraph", body, master_name)


ALIGN = {"left": "start", "right": "end", "center": "center"}


def writer_widths(document, styles, table):
    """The style of the table and its columns."""
    total = 297 - 36 if document.landscape else 210 - 36
    share = total / sum(table.widths)
    style = styles.name("table", f'<style:table-properties style:width="{total}mm" table:align="margins" '
                        f'table:border-model="collapsing" style:may-break-between-rows="true"/>')
    out = [f'table:style-name="{style}">']
    for width in table.widths:
        name = styles.name("table-column", f'<style:table-column-properties style:column-width="{width * share:.2f}mm"/>')
        out.append(f'<table:table-column table:style-name="{name}"/>')
    return "".join(out)


def writer_rows(document, styles, table):
    keep = "auto" if table.split_rows and not table.header_rows else "always"
    row_style = styles.name("table-row", f'<style:table-row-properties style:min-row-height="{table.size * 1.5}pt" fo:keep-together="{keep}"/>')
    rows = []
    for row in grid_positions(table):
        text = [f'<table:table-row table:style-name="{row_style}">']
        for cell in row:
            if cell is None:
                text.append("<table:covered-table-cell/>")
                continue
            name = styles.name("table-cell", f'<style:table-cell-properties style:vertical-align="{table.vertical}" '
                               f'fo:padding="{table.padding * 0.5 + 0.5}pt"{border_properties(document, table, cell)}/>')
            inner = paragraph_style(styles, document, table.size, ALIGN[cell.align], cell.bold, indent=cell.indent * table.size)
            text.append(f'<table:table-cell table:style-name="{name}"{spans(cell)}><text:p text:style-name="{inner}">{spaced(cell.text)}</text:p></table:table-cell>')
        rows.append("".join(text) + "</table:table-row>")
    return rows


def writer_table(document, styles, table, number):
    out = []
    broken = table.break_before
    caption = table.caption if table.caption_place == "above" else ""
    if caption and table.unit_place == "in_caption":
        caption += f"（单位：{table.unit}）"
    lines = []
    if caption:
        lines.append((caption, 14, "center", True))
    if table.unit and table.unit_place == "line":
        if table.head_line:
            lines.append((f"{table.head_line}      单位：{table.unit}", 9, "end", False))
        else:
            lines.append((f"单位：{table.unit}", 9, "end", False))
    if not lines:
        lines.append(("", 6, "start", False))
    for text, size, align, bold in lines:
        out.append(f'<text:p text:style-name="{paragraph_style(styles, document, size, align, bold, broken)}">{spaced(text)}</text:p>')
        broken = False
    widths = writer_widths(document, styles, table)
    rows = writer_rows(document, styles, table)
    head = table.header_rows if table.repeat_header else 0
    for first, last in table.stretches():
        if first:
            lines = [(text, size, align, size == 14) for text, size, align in (
                (table.mark_above_part(), 14, "center"), (f"单位：{table.unit}" if table.part_unit and table.unit else "", 9, "end")) if text]
            for i, (text, size, align, bold) in enumerate(lines or [("", 6, "start", False)]):
                out.append(f'<text:p text:style-name="{paragraph_style(styles, document, size, align, bold, i == 0)}">{spaced(text)}</text:p>')
        out.append(f'<table:table table:name="t{number}-{first}" {widths}')
        if head:
            out.append("<table:table-header-rows>" + "".join(rows[:head]) + "</table:table-header-rows>")
        out += rows[max(head, first):last]
        out.append("</table:table>")
    for text in table.notes:
        out.append(f'<text:p text:style-name="{paragraph_style(styles, document, 9, "start")}">{text}</text:p>')
    return out


def writer(document):
    styles = Styles()
    body = []
    for number, block in enumerate(document.blocks):
        if isinstance(block, Table):
            body += writer_table(document, styles, block, number)
        else:
            name = paragraph_style(styles, document, 11, "start", block.style == "heading", block.break_before)
            body.append(f'<text:p text:style-name="{name}">{"　　" if block.style == "body" else ""}{block.text}</text:p>')
    return (f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMES} office:version="1.2" '
            f'office:mimetype="application/vnd.oasis.opendocument.text">{faces(document)}'
            f'<office:automatic-styles>{page_layout(document)}{"".join(styles.texts)}</office:automatic-styles>{master(document)}'
            f'<office:body><office:text>{"".join(body)}</office:text></office:body></office:document>')


def sheet_of(document, styles, table, number):
    """One table a sheet: caption, unit and notes are cells of the sheet."""
    share = 180 / sum(table.widths) * (1.5 if table.wide else 1)
    style = styles.name("table", "", ' style:master-page-name="Default"')
    out = [f'<table:table table:name="t{number}" table:style-name="{style}">']
    for width in table.widths:
        name = styles.name("table-column", f'<style:table-column-properties style:column-width="{width * share:.2f}mm"/>')
        out.append(f'<table:table-column table:style-name="{name}"/>')

    def line(text, align, size, bold=False, left=""):
        name = styles.name("table-cell", f'<style:paragraph-properties fo:text-align="{align}"/>' + text_properties(document, size, bold))
        covered = "<table:covered-table-cell/>" * (table.columns - 1)
        if left:
            first = styles.name("table-cell", '<style:paragraph-properties fo:text-align="start"/>' + text_properties(document, size))
            half = max(1, table.columns - 1)
            return (f'<table:table-row><table:table-cell table:style-name="{first}" table:number-columns-spanned="{half}"><text:p>{left}</text:p></table:table-cell>'
                    + "<table:covered-table-cell/>" * (half - 1)
                    + f'<table:table-cell table:style-name="{name}" office:value-type="string"><text:p>{spaced(text)}</text:p></table:table-cell></table:table-row>')
        return (f'<table:table-row><table:table-cell table:style-name="{name}" office:value-type="string" '
                f'table:number-columns-spanned="{table.columns}"><text:p>{spaced(text)}</text:p></table:table-cell>{covered}</table:table-row>')

    above = []
    caption = table.caption if table.caption_place == "above" else ""
    if caption and table.unit_place == "in_caption":
        caption += f"（单位：{table.unit}）"
    if caption:
        above.append(line(caption, "center", 16, True))
    if table.unit and table.unit_place == "line":
        above.append(line(f"单位：{table.unit}", "end", 9, left=table.head_line))
    row_style = styles.name("table-row", '<style:table-row-properties style:use-optimal-row-height="true"/>')
    rows = []
    for row in grid_positions(table):
        text = [f'<table:table-row table:style-name="{row_style}">']
        for cell in row:
            if cell is None:
                text.append("<table:covered-table-cell/>")
                continue
            align = ALIGN[cell.align]
            indent = f' fo:margin-left="{cell.indent * table.size}pt"' if cell.indent else ""
            name = styles.name("table-cell", f'<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="{table.vertical}" '
                               f'fo:padding="{table.padding * 0.3 + 0.3}pt" style:text-align-source="fix"{border_properties(document, table, cell)}/>'
                               f'<style:paragraph-properties fo:text-align="{align}"{indent}/>'
                               + text_properties(document, table.size, cell.bold))
            text.append(f'<table:table-cell table:style-name="{name}" office:value-type="string"{spans(cell)}><text:p>{spaced(cell.text)}</text:p></table:table-cell>')
        rows.append("".join(text) + "</table:table-row>")
    repeated = document.options["repeat_caption"]
    head = table.header_rows if table.repeat_header else 0
    if head and repeated:
        out.append("<table:table-header-rows>" + "".join(above + rows[:head]) + "</table:table-header-rows>")
        out += rows[head:]
    elif head:
        out += above
        out.append("<table:table-header-rows>" + "".join(rows[:head]) + "</table:table-header-rows>")
        out += rows[head:]
    else:
        out += above + rows
    out += [line(text, "start", 9) for text in table.notes]
    out.append("</table:table>")
    return "".join(out)


def sheets(document):
    document.options.setdefault("repeat_caption", document.options["continued"])
    styles = Styles()
    body = [sheet_of(document, styles, b, i) for i, b in enumerate(document.blocks) if isinstance(b, Table)]
    scale = ' style:scale-to-X="1" style:scale-to-Y="0"' if document.options.get("whole_width", True) else ""
    layout = page_layout(document, scale).replace("fo:margin=", 'style:table-centering="horizontal" fo:margin=')
    return (f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMES} office:version="1.2" '
            f'office:mimetype="application/vnd.oasis.opendocument.spreadsheet">{faces(document)}'
            f'<office:automatic-styles>{layout}{"".join(styles.texts)}</office:automatic-styles>{master(document)}'
            f'<office:body><office:spreadsheet>{"".join(body)}</office:spreadsheet></office:body></office:document>')


def render(documents, folder):
    sources = []
    for document in documents:
        ending, text = (".fods", sheets(document)) if document.producer == "sheet" else (".fodt", writer(document))
        source = folder / (document.name + ending)
        source.write_text(text, encoding="utf-8")
        if not (folder / (document.name + ".pdf")).exists():
            sources.append(str(source))
    for start in range(0, len(sources), 40):
        command = ["soffice", f"-env:UserInstallation={(folder / 'office-profile').as_uri()}", "--headless", "--convert-to", "pdf",
                   "--outdir", str(folder), *sources[start:start + 40]]
        subprocess.run(command, capture_output=True, timeout=900)
