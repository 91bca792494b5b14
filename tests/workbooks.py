"""Workbooks made part by part, for what no library writes: cells as XML, styles, and packages with faults."""

import io
import zipfile
from collections.abc import Iterable

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = {
    _MAIN: "http://purl.oclc.org/ooxml/spreadsheetml/main",
    _RELATIONS: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_STYLES = f"""<styleSheet xmlns="{_MAIN}"><numFmts count="1"><numFmt numFmtId="170" formatCode="0000"/></numFmts>
<fonts count="2"><font/><font><strike/></font></fonts><cellXfs count="4"><xf numFmtId="0" fontId="0"/>
<xf numFmtId="14" fontId="0"/><xf numFmtId="170" fontId="0"/><xf numFmtId="0" fontId="1"/></cellXfs></styleSheet>"""
DATE, PADDED, STRUCK = 1, 2, 3  # the styles that the workbook has besides the plain one


def package(parts: dict[str, str]) -> bytes:
    """A zip of the parts."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return content.getvalue()


def words(place: str, text: str, more: str = "") -> str:
    """A cell of text in its own place."""
    return f'<c r="{place}" t="inlineStr"{more}><is><t>{text}</t></is></c>'


def workbook_of(
    rows: Iterable[str],
    *,
    after: str = "",
    before: str = "",
    properties: str = "",
    strings: str = "",
    strict: bool = False,
    conditional: str = "",
) -> bytes:
    """A workbook of one sheet, its rows as XML; ``before`` and ``after`` stand around them in the sheet's part.

    conditional: the styles of conditional formats, which are no cell's own.
    """
    sheet = f'<worksheet xmlns="{_MAIN}">{before}<sheetData>{"".join(rows)}</sheetData>{after}</worksheet>'
    book = (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}">{properties}'
        '<sheets><sheet name="Items" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    related = {"rId1": "worksheet", "rId2": "styles", "rId3": "sharedStrings"}
    targets = {"worksheet": "worksheets/sheet1.xml", "styles": "styles.xml", "sharedStrings": "sharedStrings.xml"}
    relations = "".join(
        f'<Relationship Id="{id_}" Type="{_RELATIONS}/{kind}" Target="{targets[kind]}"/>'
        for id_, kind in related.items()
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": (
            f'<Relationships><Relationship Id="r" Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": f"<Relationships>{relations}</Relationships>",
        "xl/worksheets/sheet1.xml": sheet,
        "xl/styles.xml": _STYLES.replace("</styleSheet>", f"{conditional}</styleSheet>"),
        "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{strings}</sst>',
    }
    if strict:
        for usual, other in _STRICT.items():
            parts = {name: text.replace(usual, other) for name, text in parts.items()}
    return package(parts)
