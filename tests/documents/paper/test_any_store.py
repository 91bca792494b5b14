"""Over any store: every number of paper, deck and figure pack is the page's, and the headline figures the oracle's."""

import io
from collections.abc import Iterable
from datetime import date

from docx import Document as open_document
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from jasc_data.answers.comparison.charts import bar_chart
from jasc_data.documents.figure_pack import figure_pack
from jasc_data.documents.paper import PaperAnswers, make_paper
from jasc_data.documents.paper.asked import paper_answers
from jasc_data.documents.presentation.gathered import Asked
from jasc_data.documents.presentation.sets import VIEWS
from jasc_data.documents.presentation.views import shown_on, views
from jasc_data.domain.forces import national_directory
from jasc_data.domain.settings import Settings
from jasc_data.domain.vocabulary import Kind
from jasc_data.drawing.chart import Provenance
from jasc_data.drawing.powerpoint import slides_file
from jasc_data.drawing.word import word_file
from jasc_data.store.connection import Store
from jasc_data.uploads.acting import restore, withdraw
from jasc_data.uploads.history import logged_uploads
from tests.answers import test_histories as told
from tests.builders import HOME, TODAY, VIEW, by, whole_histories
from tests.documents.read_back import assert_charts, assert_deck, assert_document, assert_pack, charts, held_in
from tests.packages import books

SOURCE = "Source: a test"
few = settings(max_examples=max(1, whole_histories.max_examples // 2))  # more than a second an example


def answers_of(store: Store, day: date, known_at: int | None = None) -> PaperAnswers:
    """As a paper asks: changes since the first date of all, and a target that may be met already."""
    asked = Asked(day, min(told.DATES) if day > min(told.DATES) else None, below=3)
    with store.snapshot(known_at) as snapshot:
        return paper_answers(snapshot, VIEW, national_directory(), Settings(), asked, TODAY)


def corrected(store: Store) -> int:
    """Withdraws every upload that is live and restores every other; the last entry of the log before that."""
    with store.snapshot() as snapshot:
        entry, uploads = snapshot.last_entry, logged_uploads(snapshot)
    for upload in uploads:
        (withdraw if upload.live else restore)(store, upload.upload_id, by())
    return entry


def is_told(rows: Iterable[tuple[object, ...]], kind: Kind, number: object) -> bool:
    """Whether a row of the kind has the number right behind its name."""
    return any(row[:2] == (kind.heading, number) for row in rows)


def assert_headlines(answers: PaperAnswers, document: bytes, pack: bytes, figures: told.Figures) -> None:
    """The home force's figures by the oracle, in the document, in the charts' workbooks and in the figure pack."""
    comparison = answers.presented.comparison
    own = {kind: open_ for (force, kind), (open_, _, _) in figures.items() if force == HOME}
    tables = open_document(io.BytesIO(document)).tables
    cells = [tuple(cell.text for cell in row.cells) for table in tables for row in table.rows]
    typed = [row for sheet in load_workbook(io.BytesIO(pack)) for row in sheet.iter_rows(values_only=True)]
    for kind, number in own.items():
        assert is_told(cells, kind, f"{number:,}")
        assert is_told(typed, kind, number)
    charted = [kind for kind in Kind if bar_chart(comparison, kind, Provenance(SOURCE))]
    for kind, book in zip(charted, books(document), strict=False):  # those of the group come first
        ours = [values for name, values in held_in(book["Sheet1"]) if str(name).startswith(HOME)]
        assert ours == ([[own[kind]]] if kind in own else []), kind


@few
@given(told.histories, st.integers(0, 9))
def test_documents_of_any_store_hold_the_figures_of_the_pages(history: list[told.Action], place: int) -> None:
    store, live = told.lived(history)
    if live:
        day = live[place % len(live)].as_of
        answers = answers_of(store, day)
        paper, slides = make_paper(answers), views(answers.presented, tuple(VIEWS))
        document = word_file(paper.document).content
        assert_document(paper, document)
        assert_charts(charts(paper), document)
        assert_deck(slides, slides_file(slides, shown_on(answers.presented)).content)
        pack = figure_pack(paper, answers.presented.provenance(SOURCE))
        assert_pack(paper, SOURCE, pack)
        if answers.presented.comparison.home_is_held:
            assert_headlines(answers, document, pack, told.oracle(live, day))
        entry = corrected(store)
        again = make_paper(answers_of(store, day, entry))
        assert repr(again) == repr(paper), "whatever is done since; charts are equal to none but themselves"
    store.close()
