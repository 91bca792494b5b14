"""The paper as it will read, what is not in it, and the files to take along."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from jasc_data.documents.paper import LeftOut
from jasc_data.documents.pdf import NOT_INSTALLED, office_program, pdf_of
from jasc_data.domain.failures import UserFailure
from jasc_data.drawing.chart import file_name_part
from jasc_data.drawing.chart_spec import ChartSpec
from jasc_data.drawing.document import Block, Document
from jasc_data.drawing.powerpoint import Ratio
from jasc_data.drawing.slide import Words
from jasc_data.drawing.table_spec import TableSpec
from jasc_data.wording.markdown_text import plain
from pages._shared.panels import WIDE, XLSX, show_chart, show_lines
from pages._shared.papers import ShownPaper, deck_of, pack_of, word_of
from pages._shared.register_table import show_as_read
from pages._shared.session import Session

_OFFICE = "application/vnd.openxmlformats-officedocument"
WORD, _DECK = f"{_OFFICE}.wordprocessingml.document", f"{_OFFICE}.presentationml.presentation"


def offer_files(session: Session, shown: ShownPaper) -> None:
    """Buttons for the files; each is made when its button is pressed."""
    kind = "-anonymised" if shown.answers.anonymised else ""
    name = f"{file_name_part(session.home)}-hmicfrs-{shown.paper.document.as_of}{kind}"
    with st.container(horizontal=True):
        _offer("Word", partial(word_of, shown), f"{name}.docx", WORD)
        _offer("PowerPoint, 16:9", partial(deck_of, shown), f"{name}.pptx", _DECK)
        _offer("PowerPoint, 4:3", partial(deck_of, shown, Ratio.CLASSIC), f"{name}-4-3.pptx", _DECK)
        _offer("Figure pack (Excel)", partial(pack_of, shown), f"{name}.xlsx", XLSX)
        if office_program():
            _offer_pdf(shown, f"{name}.pdf")
    if not office_program():
        show_lines([NOT_INSTALLED])


def _offer_pdf(shown: ShownPaper, file_name: str) -> None:
    """In two presses, since LibreOffice takes a while and can fail."""
    if not st.button("Make a PDF", icon=":material/picture_as_pdf:"):
        return
    try:
        with st.spinner("LibreOffice makes the PDF …"):
            content = pdf_of(word_of(shown))
    except UserFailure as failure:
        st.error(plain(failure), icon=":material/error:")
    else:
        _offer("PDF", lambda: content, file_name, "application/pdf")


def _offer(label: str, made: Callable[[], bytes], file_name: str, kind: str) -> None:
    st.download_button(label, made, file_name, kind, key=file_name, on_click="ignore", icon=":material/download:")


def show_left_out(left_out: tuple[LeftOut, ...]) -> None:
    """The parts asked for that are not in the paper, and what is missing."""
    if left_out:
        st.markdown("**Left out of the paper:**")
        show_lines(f"{one.heading}: {one.why}" for one in left_out)


def show_document(session: Session, document: Document) -> None:
    """What stands on every page, the title, and every part under its heading, drawn as the pages draw the same."""
    marks = "   ".join(document.marks)
    st.markdown(f"At the head and foot of every page: **{plain(marks)}**" if marks else "No page carries a marking.")
    st.markdown(f"**{plain(document.title)}** · {plain(document.subtitle)}")
    for section in document.sections:
        st.header(plain(section.heading), anchor=False)
        for place, block in enumerate(section.blocks):
            _show(session, block, f"{section.name}-{place}")


def _show(session: Session, block: Block, key: str) -> None:
    match block:
        case Words():
            show_lines(block.lines)
        case TableSpec():
            show_as_read(session, block)
        case ChartSpec():
            show_chart(block, characters=WIDE, key=f"paper-{key}")
