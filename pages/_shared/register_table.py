"""Tables whose rows lead on: real HTML, because Streamlit's own table opens every link in another window.

Every text is escaped.
"""

from collections.abc import Sequence
from functools import partial
from html import escape
from pathlib import Path

import streamlit as st

from jasc_data.answers.figures.item_sources import short_item_source
from jasc_data.answers.period_changes.tables import ListOfItems
from jasc_data.answers.register.answer import Register, RegisterItem
from jasc_data.answers.register.audience import for_audience
from jasc_data.answers.register.text import (
    deadline_words,
    item_age,
    item_grade_words,
    item_standing_words,
    late_words,
    reason_words,
    target_words,
)
from jasc_data.documents.register_file import file_name, register_csv
from jasc_data.drawing.chart import Provenance, Table
from jasc_data.wording.numbers import long_date
from pages._shared.filters import AS_OF
from pages._shared.leads import leads_named
from pages._shared.page_links import link
from pages._shared.panels import say_when_invented
from pages._shared.register_filters import AT_ONCE, ITEM, REPORT
from pages._shared.session import Session

_STYLE = Path(__file__).parent / "register.css"
_WIDTHS_OF_FIGURES = (30,)  # the rest of the columns share what is left
_WIDTHS = (13, 37, 9, 11, 17, 13)
_WIDTHS_OF_CHANGES = (13, 43)  # the rest share what is left


def show_items(session: Session, register: Register, items: Sequence[RegisterItem], caption: str) -> None:
    """The items, at most the first hundred, each with its full text and leading to its own page."""
    headings = ("Item", "What it asks, and report", "Grade", "Status and lead", "HMICFRS deadline", "Own target date")
    rows = [_item_row(session, register, item) for item in items[:AT_ONCE]]
    cut = f"{caption}; the first {AT_ONCE} are shown" if len(items) > AT_ONCE else caption
    _show(headings, rows, cut, widths=_WIDTHS)


def show_changes(session: Session, register: Register, listed: ListOfItems, caption: str) -> None:
    """A list of changed items, at most the first hundred: each leads to its own page and says what it asks."""
    table = listed.table.drop(columns=["Item", "Kind", "Report"])
    known = {item.item_key: item for item in register.items}
    rows = []
    for key, cells in zip(listed.keys[:AT_ONCE], table.itertuples(index=False), strict=False):
        item = known[key]
        rows.append([_leading(session, register, item), _asked(item), *(escape(str(cell)) for cell in cells)])
    cut = f"{caption}; the first {AT_ONCE} are shown" if len(listed.keys) > AT_ONCE else caption
    _show(("Item", "What it asks, and report", *table.columns), rows, cut, widths=_WIDTHS_OF_CHANGES)


def offer_items(session: Session, register: Register, items: Sequence[RegisterItem], sentence: str) -> None:
    """The items as a CSV file; the leads in it only when they are named in what leaves the dashboard (rule 20)."""
    provenance = Provenance(short_item_source(register.sources), session.settings.marking, session.demonstration)
    st.download_button(
        "Download these items (CSV)",
        partial(_items_file, register, items, sentence, provenance, leads=leads_named()),
        file_name=file_name(register),
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
    )


def _items_file(
    register: Register, items: Sequence[RegisterItem], sentence: str, provenance: Provenance, *, leads: bool
) -> bytes:
    leaving = for_audience(register, leads=leads)
    chosen = {item.item_key: item for item in leaving.items}
    in_order = [chosen[item.item_key] for item in items]
    return register_csv(leaving, in_order, sentence, provenance, with_leads=leads)


def show_reports(session: Session, table: Table, caption: str) -> None:
    """The table of reports, each title leading to its report; its last row is the total."""
    rows = []
    for place, (name, *cells) in enumerate(table.itertuples()):
        title = escape(str(name))
        if place < len(table) - 1:
            title = f'<a href="{escape(link(session, "reports", **{REPORT: str(name)}))}">{title}</a>'
        rows.append([title, *(escape(str(cell)) for cell in cells)])
    _show((str(table.index.name), *table.columns), rows, caption, widths=_WIDTHS_OF_FIGURES, numbers=True)


def show_item_text(text: str) -> None:
    """An item's text as it is written, its lines kept."""
    st.html(_STYLE)
    st.html(f'<blockquote class="jasc-item-text">{escape(text)}</blockquote>')


def _item_row(session: Session, register: Register, item: RegisterItem) -> list[str]:
    late = late_words(item, register.as_of)
    return [
        _leading(session, register, item),
        _asked(item, f"; age {item_age(item, register.as_of)}"),
        escape(item_grade_words(item)),
        f"{escape(item_standing_words(item))}{_small(item.lead or 'No lead')}",
        escape(deadline_words(item))
        + (f'<span class="late">{escape(late)}</span>{escape(reason_words(item))}' if late else ""),
        escape(target_words(item, register.as_of)),
    ]


def _leading(session: Session, register: Register, item: RegisterItem) -> str:
    """The item's name, which leads to its page as of the register's date."""
    label = register.labels[item.item_key]
    day = {AS_OF: long_date(register.as_of)} if register.as_of != session.latest else {}
    address = escape(link(session, "item", **day, **{ITEM: label}))
    return f'<a href="{address}">{escape(label)}</a>{_small(item.kind.singular)}'


def _asked(item: RegisterItem, more: str = "") -> str:
    return f"{escape(item.text or 'No text in the export')}{_small(f'{item.report}{more}')}"


def _small(text: str) -> str:
    return f"<small>{escape(text)}</small>"


def _show(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    caption: str,
    *,
    widths: Sequence[int] = (),
    numbers: bool = False,
) -> None:
    """The table; the cells are HTML already."""
    columns = "".join(f'<col style="width:{width}%">' for width in widths)
    kind = ' class="number"' if numbers else ""
    head = "".join(
        f'<th scope="col"{kind if place else ""}>{escape(heading)}</th>' for place, heading in enumerate(headings)
    )
    body = "".join(
        f'<tr><th scope="row">{first}</th>{"".join(f"<td{kind}>{cell}</td>" for cell in rest)}</tr>'
        for first, *rest in rows
    )
    st.html(_STYLE)
    st.html(
        f'<table class="jasc-rows"><caption>{escape(caption)}</caption><colgroup>{columns}</colgroup>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )
    say_when_invented()
