"""Tables whose rows lead on: lists of items, and of reports."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from jasc_data.answers.figures.item_sources import short_item_source
from jasc_data.answers.period_changes.tables import list_table, with_texts
from jasc_data.answers.projection.tables import nearest_table
from jasc_data.answers.register.answer import Register, RegisterItem
from jasc_data.answers.register.audience import for_audience
from jasc_data.answers.register.tables import items_table, late_table
from jasc_data.documents.register_file import file_name, register_csv
from jasc_data.domain.settings import who_closes
from jasc_data.drawing.chart import Provenance
from jasc_data.drawing.table_spec import Link, TableSpec
from jasc_data.drawing.tables.html_table import html_table
from pages._shared.answers import period_changes_of, register_at, repeating_at
from pages._shared.grounds import Grounds, cached
from pages._shared.leads import leads_named
from pages._shared.page_links import address
from pages._shared.register_filters import AT_ONCE, ITEM_ID, REPORT_ID
from pages._shared.session import Session

_STYLE = Path(__file__).parent / "register.css"
_WIDTHS_OF_FIGURES = (30,)  # the rest of the columns share what is left
_WIDTHS = (13, 37, 9, 11, 17, 13)
_WIDTHS_OF_CHANGES = (13, 43)  # the rest share what is left
_WIDTHS_OF_NEAREST = (14, 44, 20)  # the last has what is left
_WIDTHS_OF_LATE = (17, 36, 15, 15)
_WIDTHS_OF_CAUSES = (14, 46, 14, 10)
_WIDTHS_OF_STEPS = (14, 62)
_WIDTHS_OF_REPEATS = (13, 29, 13, 29)  # the last has what is left
_WIDTHS_OF_VERSIONS = (18, 50, 13)
_WIDTHS_OF_READY = (13, 40, 13, 17)
_WIDTHS_OF_SIGNED = (16, 18, 40)
_WIDTHS_OF_ACTIVITY = (20, 15, 17, 12)
_WIDTHS_OF_AGENDA = (20, 55)
_LEADING = {"item": ("item", ITEM_ID), "report": ("reports", REPORT_ID)}  # to which page, and to which choice on it


def show_items(session: Session, day: date, items: Sequence[RegisterItem], caption: str) -> None:
    """Items of the register of a day, at most the first hundred, each with its full text and leading to its page."""
    ids = tuple(item.item_id for item in items[:AT_ONCE])
    caption = _cut(caption, len(items))
    _put(_items_html(session.grounds, day, ids, caption, session.as_of, session.latest))


@cached
def _items_html(
    grounds: Grounds, day: date, ids: tuple[int, ...], caption: str, chosen: date | None, latest: date | None
) -> str:
    """The table of these items; to make it anew in every run took as long as all else on the Register."""
    register = register_at(grounds, day)
    items = [register.by_id[number] for number in ids]
    table = items_table(register, items, caption, repeating_at(grounds, day))
    return html_table(table, partial(_address, chosen, latest), _WIDTHS)


def show_late(session: Session, register: Register, items: Sequence[RegisterItem], caption: str) -> None:
    """Overdue items, at most the first hundred, each with how late it is and why."""
    table = late_table(register, items[:AT_ONCE], _cut(caption, len(items)))
    _show(session, table, _WIDTHS_OF_LATE)


def show_nearest(session: Session, register: Register, items: Sequence[RegisterItem], caption: str) -> None:
    """The items of a way to the target, at most the first hundred, each with who can close it."""
    table = nearest_table(register, items[:AT_ONCE], who_closes(), _cut(caption, len(items)))
    _show(session, table, _WIDTHS_OF_NEAREST)


def show_causes(session: Session, table: TableSpec) -> None:
    """The causes of concern, each leading to its page."""
    _show(session, table, _WIDTHS_OF_CAUSES)


def show_steps(session: Session, table: TableSpec) -> None:
    """The steps to green of several items."""
    _show(session, table, _WIDTHS_OF_STEPS)


def show_changes(session: Session, since: date, until: date, name: str) -> None:
    """One list of the items that changed between two dates, at most the first hundred."""
    _put(_changes_html(session.grounds, since, until, name, session.as_of, session.latest))


@cached
def _changes_html(
    grounds: Grounds, since: date, until: date, name: str, chosen: date | None, latest: date | None
) -> str:
    listed = list_table(period_changes_of(grounds, since, until), name)
    caption = _cut(name, len(listed.keys))
    table = with_texts(listed.first(AT_ONCE), register_at(grounds, until), caption, repeating_at(grounds, until))
    return html_table(table, partial(_address, chosen, latest), _WIDTHS_OF_CHANGES)


def show_reports(session: Session, table: TableSpec) -> None:
    """A table of reports."""
    _show(session, table, _WIDTHS_OF_FIGURES)


def show_as_read(session: Session, table: TableSpec) -> None:
    """A table of a document as it will read, the lines below its values too."""
    _show(session, table, ())


def show_repeats(session: Session, table: TableSpec) -> None:
    """A table of items beside the earlier ones that they repeat."""
    _show(session, table, _WIDTHS_OF_REPEATS)


def show_ready(session: Session, table: TableSpec) -> None:
    """Items that are ready to close, or of which the portal says otherwise."""
    _show(session, table, _WIDTHS_OF_READY)


def show_signed_off(session: Session, table: TableSpec) -> None:
    """The sign-offs that are recorded."""
    _show(session, table, _WIDTHS_OF_SIGNED)


def show_activity(session: Session, table: TableSpec) -> None:
    """The activity register, its commentary with its lines."""
    with st.container(key="texts"):
        _show(session, table, _WIDTHS_OF_ACTIVITY)


def show_agenda(session: Session, table: TableSpec) -> None:
    """What is due next."""
    _show(session, table, _WIDTHS_OF_AGENDA)


def show_versions(session: Session, table: TableSpec) -> None:
    """The versions of commentary."""
    with st.container(key="texts"):
        _show(session, table, _WIDTHS_OF_VERSIONS)


def offer_items(session: Session, register: Register, items: Sequence[RegisterItem], sentence: str) -> None:
    """The items as a CSV file; the leads in it only when they are named in what leaves the dashboard (rule 20)."""
    provenance = session.grounds.provenance(short_item_source(register.sources))
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


def show_item_text(text: str) -> None:
    """An item's text as it is written, its lines kept."""
    st.html(_STYLE)
    st.html(Markup('<blockquote class="jasc-item-text">{}</blockquote>').format(text))


def _cut(caption: str, number: int) -> str:
    return f"{caption}; the first {AT_ONCE} are shown" if number > AT_ONCE else caption


def _show(session: Session, table: TableSpec, widths: Sequence[int]) -> None:
    _put(html_table(table, partial(_address, session.as_of, session.latest), widths))


def _put(html: str) -> None:
    st.html(_STYLE)
    st.html(html)


def _address(chosen: date | None, latest: date | None, target: Link) -> str:
    page, choice = _LEADING[target.to]
    day = target.as_of if target.as_of and target.as_of != latest else chosen
    return address(day, page, **{choice: str(target.id)})
