# SPDX-License-Identifier: GPL-3.0-or-later
"""The flat OpenDocument text that LibreOffice turns into PDF. Styles stand in `odt_styles`."""

from xml.sax.saxutils import escape, quoteattr

from . import odt_styles, style
from .model import Entry, Heading, Lines, PageBreak, Paragraph, Prose, Report, Table


def odt(report: Report) -> str:
    """A whole .fodt file."""
    writer = Writer(report)
    following = [*report.blocks[1:], None]
    body = "\n".join(writer.block(block, after) for block, after in zip(report.blocks, following))
    return odt_styles.document(report, "".join(writer.automatic), body)


class Writer:
    """Makes the body; collects the automatic styles that tables need, and remembers which page style is due."""

    def __init__(self, report: Report):
        self.report = report
        self.automatic: list[str] = []
        self.tables = 0
        self.page = "Standard"  # master page in force
        self.fresh = False  # a page break is due

    def paragraph(self, name: str, content: str) -> str:
        """A paragraph; changes the page or its orientation first when that is due."""
        if not self.fresh:
            return f'<text:p text:style-name="{name}">{content}</text:p>'
        self.fresh = False
        made = f"{name}On{self.page}{len(self.automatic)}"
        self.automatic.append(
            f'<style:style style:name="{made}" style:family="paragraph" style:parent-style-name="{name}" '
            f'style:master-page-name="{self.page}"><style:paragraph-properties style:page-number="auto"/></style:style>'
        )
        return f'<text:p text:style-name="{made}">{content}</text:p>'

    def go_to(self, page: str, always: bool = False) -> None:
        if page != self.page or always:
            self.page, self.fresh = page, True

    def block(self, block, following) -> str:
        if isinstance(block, Table):
            return self.table(block)
        if isinstance(following, Table) and style.heading_on_page(following):
            self.go_to("Landscape", always=True)
            return self.heading(block)
        if isinstance(block, PageBreak):
            self.go_to("Standard", always=True)
            return ""
        if isinstance(block, Lines) and block.role == "cover":
            return self.cover(block)
        self.go_to("Standard")
        if isinstance(block, Heading):
            return self.heading(block)
        if isinstance(block, Entry):
            return self.paragraph("Body", escape(block.marker) + spans(block.prose))
        if isinstance(block, Paragraph):
            return self.paragraph("Body", spans(block.prose))
        return self.lines(block)

    def heading(self, block: Heading) -> str:
        kind = style.heading_class(block).capitalize().replace("List", "Body")
        marker = escape(block.marker or "")
        if "\n" in block.gap:
            title = "AttachmentTitle" if kind == "Attachment" else "Part"
            return self.paragraph(kind, marker) + self.paragraph(title, spans(block.prose))
        return self.paragraph(kind, marker + blanks(block.gap) + spans(block.prose))

    def cover(self, block: Lines) -> str:
        self.go_to("Cover", always=True)
        made = ""
        for line in block.lines:
            name = "CoverSmall" if line.startswith("small:") else "CoverLine" if line else "CoverAir"
            made += self.paragraph(name, escape(line.removeprefix("small:")))
        self.go_to("Standard")
        return made

    def lines(self, block: Lines) -> str:
        if block.role == "toc":
            made = "".join(self.toc_line(line) for line in block.lines)
            self.go_to("Standard", always=True)
            return made
        names = {"title": "Title", "sign": "Sign", "right": "Right", "center": "Center", "left": "Left", "list": "Body"}
        made = "".join(self.paragraph(names[block.role], blanks(line)) for line in block.lines)
        air = self.paragraph("Body", "") if block.role in ("title", "sign") else ""
        return made + air if block.role == "title" else air + made

    def toc_line(self, line: str) -> str:
        if "|" not in line:
            return self.paragraph("TocHead", escape(line))
        entry, page = line.split("|")
        return self.paragraph("Toc", f"{blanks(entry.rstrip())}<text:tab/>{page.strip()}")

    def table(self, table: Table) -> str:
        landscape = style.is_landscape(table)
        if not style.heading_on_page(table):
            fresh = landscape or table.options.get("break") == "before"
            self.go_to("Landscape" if landscape else "Standard", always=fresh)
        made = self.above(table, landscape)
        self.tables += 1
        name = f"T{self.tables}"
        width = style.LANDSCAPE_TEXT_CM if landscape else style.PORTRAIT_TEXT_CM
        self.automatic.append(odt_styles.table_style(name, table, width))
        columns = "".join(f'<table:table-column table:style-name="{name}.{c}"/>' for c in range(table.columns))
        rows = [self.row(table, name, number) for number in range(len(table.cells))]
        top, rest = "".join(rows[: table.header]), "".join(rows[table.header:])
        if style.repeats_header(table):
            top = f"<table:table-header-rows>{top}</table:table-header-rows>"
        made += f'<table:table table:style-name="{name}">{columns}{top}{rest}</table:table>'
        return made + "".join(self.paragraph("Note", escape(note)) for note in table.notes)

    def above(self, table: Table, landscape: bool) -> str:
        options = table.options
        made = self.paragraph("AboveRight", escape(options["tag"])) if options.get("tag") else ""
        if options.get("caption"):
            made += self.paragraph("Caption", escape(options["caption"]))
        if options.get("above"):
            left, bar, right = options["above"].partition("||")
            name = ("AboveWide" if landscape else "AbovePair") if bar else "AboveCenter"
            tab = f"<text:tab/>{escape(right.strip())}" if bar else ""
            made += self.paragraph(name, escape(left.strip()) + tab)
        if options.get("unit_line"):
            made += self.paragraph("AboveRight", escape(options["unit_line"]))
        # A page style can only be changed by a paragraph, not by a table.
        return made or (self.paragraph("Above", "") if self.fresh else "")

    def row(self, table: Table, name: str, number: int) -> str:
        cells = ""
        for column, cell in enumerate(table.cells[number]):
            if cell is None:
                cells += "<table:covered-table-cell/>"
                continue
            merged = f' table:number-rows-spanned="{cell.row_span}"' if cell.row_span > 1 else ""
            merged += f' table:number-columns-spanned="{cell.column_span}"' if cell.column_span > 1 else ""
            align = style.alignment(table, number, column, cell.text)
            cells += (
                f"<table:table-cell table:style-name={quoteattr(odt_styles.cell_style(table, name, number, cell.row_span))}{merged}"
                f' office:value-type="string"><text:p text:style-name="{name}.{align}">{blanks(cell.text)}</text:p></table:table-cell>'
            )
        return f'<table:table-row table:style-name="{name}.row">{cells}</table:table-row>'


def spans(prose: Prose) -> str:
    names = {"bold": "Strong", "sup": "Raised"}
    made = ""
    for run in prose.runs:
        text = blanks(run.text)
        made += text if run.style == "plain" else f'<text:span text:style-name="{names[run.style]}">{text}</text:span>'
    return made


def blanks(text: str) -> str:
    """Runs of blanks kept: ODT folds them otherwise."""
    made, count = "", 0
    for char in text + "\0":
        if char == " ":
            count += 1
            continue
        if count:
            made += " " + (f'<text:s text:c="{count - 1}"/>' if count > 1 else "")
            count = 0
        made += escape(char) if char != "\0" else ""
    return made
