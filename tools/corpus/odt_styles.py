# SPDX-License-Identifier: GPL-3.0-or-later
"""Styles and page layouts of the flat OpenDocument text."""

from xml.sax.saxutils import escape

from . import style
from .model import Report, Table

NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"), ("meta", "meta"),
    )
)
THIN, THICK = "0.75pt solid #000000", "1.5pt solid #000000"


def document(report: Report, automatic: str, body: str) -> str:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {NAMESPACES} xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title>{escape(report.head['title'])}</dc:title></office:meta>
<office:font-face-decls>{font_face(style.SERIF)}{font_face(style.SANS)}</office:font-face-decls>
<office:styles>{paragraph_styles(report)}</office:styles>
<office:automatic-styles>{page_layouts()}{automatic}</office:automatic-styles>
<office:master-styles>{master_pages(report)}</office:master-styles>
<office:body><office:text>
{body}
</office:text></office:body></office:document>
"""


def font_face(name: str) -> str:
    return f'<style:font-face style:name="{name}" svg:font-family="&apos;{name}&apos;"/>'


def text_properties(font: str, size: float, bold: bool = False) -> str:
    weight = "bold" if bold else "normal"
    return (
        f'<style:text-properties style:font-name="{font}" style:font-name-asian="{font}" fo:font-size="{size}pt"'
        f' style:font-size-asian="{size}pt" fo:font-weight="{weight}" style:font-weight-asian="{weight}"'
        ' fo:language="en" fo:country="US" style:language-asian="zh" style:country-asian="CN"/>'
    )


def paragraph_style(name: str, layout: str, font: str, size: float, bold: bool = False, inner: str = "") -> str:
    return (
        f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties {layout}>{inner}'
        f"</style:paragraph-properties>{text_properties(font, size, bold)}</style:style>"
    )


def paragraph_styles(report: Report) -> str:
    size, line = style.body_pt(report), style.line_pt(report)
    body_font = report.head.get("body_font", style.SERIF)
    height = f'fo:line-height="{line}pt"'
    indent = f'fo:text-indent="{2 * size}pt"'
    keep = 'fo:keep-with-next="always"'
    small = 'fo:line-height="16pt"'
    return "".join((
        f'<style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2" fo:widows="2"/>'
        f"{text_properties(body_font, size)}</style:default-style>",
        paragraph_style("Body", f'{height} {indent} fo:text-align="justify"', body_font, size),
        paragraph_style("Title", 'fo:line-height="34pt" fo:text-align="center"', style.SERIF, 22, True),
        paragraph_style("Sign", f'{height} fo:text-align="end" fo:margin-right="{2 * size}pt"', body_font, size),
        paragraph_style("Right", f'{height} fo:text-align="end"', body_font, size),
        paragraph_style("Center", f'{height} fo:text-align="center"', body_font, size),
        paragraph_style("Left", height, body_font, size),
        paragraph_style("Part", f'fo:line-height="40pt" fo:text-align="center" {keep}', style.SANS, 18),
        paragraph_style("Attachment", f"{height} {keep}", style.SANS, size),
        paragraph_style("AttachmentTitle", f'fo:line-height="34pt" fo:text-align="center" {keep}', style.SERIF, 18, True),
        paragraph_style("First", f"{height} {indent} {keep}", style.SANS, size),
        paragraph_style("Bare", f"{height} {indent} {keep}", style.SANS, size),
        paragraph_style("Second", f"{height} {indent} {keep}", body_font, size, True),
        paragraph_style("Third", f"{height} {indent} {keep}", body_font, size, True),
        paragraph_style("CoverLine", 'fo:line-height="48pt" fo:text-align="center"', style.SERIF, 28, True),
        paragraph_style("CoverSmall", 'fo:line-height="30pt" fo:text-align="center"', style.SERIF, 16),
        paragraph_style("CoverAir", 'fo:line-height="60pt"', style.SERIF, 16),
        paragraph_style("TocHead", 'fo:line-height="44pt" fo:text-align="center"', style.SANS, 18),
        paragraph_style("Toc", height, body_font, 13, inner=tab_stop(style.PORTRAIT_TEXT_CM, ".")),
        paragraph_style("Caption", f'{height} fo:text-align="center" {keep}', style.SANS, size),
        paragraph_style("Above", f"{small} {keep}", style.SERIF, 10),
        paragraph_style("AboveCenter", f'{small} {keep} fo:text-align="center"', style.SERIF, 10),
        paragraph_style("AboveRight", f'{small} {keep} fo:text-align="end"', style.SERIF, 10),
        paragraph_style("AbovePair", f"{small} {keep}", style.SERIF, 10, inner=tab_stop(style.PORTRAIT_TEXT_CM)),
        paragraph_style("AboveWide", f"{small} {keep}", style.SERIF, 10, inner=tab_stop(style.LANDSCAPE_TEXT_CM)),
        paragraph_style("Note", 'fo:line-height="14pt"', style.SERIF, 9),
        paragraph_style("Foot", 'fo:text-align="center"', style.SERIF, 10.5),
        paragraph_style("Running", 'fo:text-align="center" fo:border-bottom="0.5pt solid #000000"', style.SERIF, 9),
        '<style:style style:name="Strong" style:family="text"><style:text-properties fo:font-weight="bold"'
        ' style:font-weight-asian="bold"/></style:style>',
        '<style:style style:name="Raised" style:family="text"><style:text-properties'
        ' style:text-position="super 58%"/></style:style>',
    ))


def tab_stop(position_cm: float, leader: str = "") -> str:
    dots = f' style:leader-style="dotted" style:leader-text="{leader}"' if leader else ""
    return f'<style:tab-stops><style:tab-stop style:position="{position_cm}cm" style:type="right"{dots}/></style:tab-stops>'


def page_layouts() -> str:
    def layout(name: str, size: tuple[str, str], orientation: str, margins) -> str:
        top, right, bottom, left = margins
        # Head and foot take room of the margins, so that the text stands where it does in the HTML.
        return (
            f'<style:page-layout style:name="{name}"><style:page-layout-properties fo:page-width="{size[0]}"'
            f' fo:page-height="{size[1]}" style:print-orientation="{orientation}" fo:margin-top="{top - 1.2}cm"'
            f' fo:margin-bottom="{bottom - 1.2}cm" fo:margin-left="{left}cm" fo:margin-right="{right}cm"/>'
            '<style:header-style><style:header-footer-properties svg:height="1.2cm" fo:min-height="1.2cm"'
            ' fo:margin-bottom="0.4cm"/></style:header-style>'
            '<style:footer-style><style:header-footer-properties svg:height="1.2cm" fo:min-height="1.2cm"'
            ' fo:margin-top="0.4cm"/></style:footer-style></style:page-layout>'
        )

    return layout("Upright", ("21cm", "29.7cm"), "portrait", style.MARGINS_CM) + layout(
        "Wide", ("29.7cm", "21cm"), "landscape", style.LANDSCAPE_MARGINS_CM
    )


def master_pages(report: Report) -> str:
    number = report.head.get("page_numbers", "— %d —")
    running = report.head.get("running_head", "")
    head = f'<text:p text:style-name="Running">{escape(running)}</text:p>' if running else "<text:p/>"
    foot = "<text:p/>"
    if number:
        before, after = number.split("%d")
        foot = (
            f'<text:p text:style-name="Foot">{before}<text:page-number text:select-page="current">1'
            f"</text:page-number>{after}</text:p>"
        )
    parts = f"<style:header>{head}</style:header><style:footer>{foot}</style:footer>"
    return (
        f'<style:master-page style:name="Standard" style:page-layout-name="Upright">{parts}</style:master-page>'
        f'<style:master-page style:name="Landscape" style:page-layout-name="Wide">{parts}</style:master-page>'
        '<style:master-page style:name="Cover" style:page-layout-name="Upright"/>'
    )


def cell_style(table: Table, name: str, row: int, row_span: int) -> str:
    """Cells of three-line tables differ by row, those of ruled tables only in the header."""
    if table.options.get("rules") == "three":
        last = len(table.cells) - 1
        end = row + row_span - 1
        where = "first" if row == 0 else "last" if end == last else "inner"
        return f"{name}.{where}{'line' if end == table.header - 1 else ''}"
    return f"{name}.head" if row < table.header else f"{name}.cell"


def table_style(name: str, table: Table, width_cm: float) -> str:
    """Automatic styles of one table."""
    made = (
        f'<style:style style:name="{name}" style:family="table"><style:table-properties style:width="{width_cm:.3f}cm"'
        ' table:align="center" table:border-model="collapsing" fo:margin-top="2pt" fo:margin-bottom="4pt"/></style:style>'
    )
    for number, share in enumerate(style.widths(table)):
        made += (
            f'<style:style style:name="{name}.{number}" style:family="table-column"><style:table-column-properties'
            f' style:column-width="{share * width_cm:.3f}cm"/></style:style>'
        )
    height = f' style:min-row-height="{table.options.get("row_pt", style.ROW_PT)}pt"'
    made += (
        f'<style:style style:name="{name}.row" style:family="table-row">'
        f'<style:table-row-properties fo:keep-together="always"{height}/></style:style>'
    )
    for align, word in (("left", "start"), ("center", "center"), ("right", "end")):
        made += paragraph_style(f"{name}.{align}", f'fo:text-align="{word}"', style.SERIF, style.font_pt(table))
    return made + cell_styles(name, table)


def cell_styles(name: str, table: Table) -> str:
    def cell(kind: str, borders: str) -> str:
        return (
            f'<style:style style:name="{name}.{kind}" style:family="table-cell"><style:table-cell-properties'
            f' style:vertical-align="middle" fo:padding="0.06cm" {borders}/></style:style>'
        )

    shade = ' fo:background-color="#dce6f1"' if table.options.get("shade") == "yes" else ""
    if table.options.get("rules") != "three":
        box = f'fo:border="{THIN}"'
        return cell("cell", box) + cell("head", box + shade)
    sides = 'fo:border-left="none" fo:border-right="none"'
    made = ""
    for where, top, bottom in (("first", THICK, "none"), ("inner", "none", "none"), ("last", "none", THICK)):
        made += cell(where, f'{sides} fo:border-top="{top}" fo:border-bottom="{bottom}"')
        made += cell(f"{where}line", f'{sides} fo:border-top="{top}" fo:border-bottom="{THIN}"{shade}')
    return made
