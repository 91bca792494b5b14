"""A native chart in a document: its part with its workbook, and the drawing in the text that shows it."""

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Length, Pt
from docx.text.paragraph import Paragraph

from jasc_data.drawing.chart_spec import ChartSpec
from jasc_data.drawing.native_charts import native_chart, printable

TEXT = 10.0  # points
_NUMBER = "%d"
_CHART, _BOOK = f"/word/charts/chart{_NUMBER}.xml", f"/word/embeddings/Microsoft_Excel_Sheet{_NUMBER}.xlsx"
_EXTERNAL = '<c:externalData r:id="{}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
_END = "</c:chartSpace>"
_INLINE = (
    '<wp:inline {0} distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{1}" cy="{2}"/>'
    '<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="{3}" name="Chart {3}"/><wp:cNvGraphicFramePr/>'
    '<a:graphic><a:graphicData uri="{4}"><c:chart xmlns:c="{4}" r:id="{5}"/></a:graphicData></a:graphic></wp:inline>'
)
_OF_CHARTS = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def add_chart(paragraph: Paragraph, spec: ChartSpec, width: Length, number: int) -> None:
    """Adds the chart to a paragraph of its own. number: of the chart in the document, which no other has."""
    chart = native_chart(spec, width.pt, TEXT)
    package = paragraph.part.package
    assert package is not None, "a paragraph of a document belongs to its package"
    book = Part(PackURI(package.next_partname(_BOOK)), CONTENT_TYPE.SML_SHEET, chart.xlsx_blob, package)
    drawn = Part(PackURI(package.next_partname(_CHART)), CONTENT_TYPE.DML_CHART, b"", package)
    drawn._blob = _with_workbook(chart.xml, drawn.relate_to(book, RELATIONSHIP_TYPE.PACKAGE))
    shown = paragraph.part.relate_to(drawn, RELATIONSHIP_TYPE.CHART)
    inline = parse_xml(
        _INLINE.format(nsdecls("wp", "a", "r"), width, Pt(chart.height), 1000 + number, _OF_CHARTS, shown)
    )
    inline.docPr.set("descr", printable(spec.alt))
    paragraph.add_run()._r.add_drawing(inline)


def _with_workbook(xml: bytes, relation: str) -> bytes:
    """The chart with where its workbook is; that stands last in it."""
    told = xml.decode()
    assert told.rstrip().endswith(_END)
    return (told.rstrip().removesuffix(_END) + _EXTERNAL.format(relation)).encode()
