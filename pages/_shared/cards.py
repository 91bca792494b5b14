"""The card of one headline figure: the number and its change, how it stands, the group on a line, where it leads."""

import streamlit as st
from markupsafe import Markup

from jasc_data.answers.comparison.answer import Comparison, KindComparison
from jasc_data.answers.comparison.text import group_average_name, movement_mark, strip_ends
from jasc_data.answers.movement.answer import Movement
from jasc_data.domain.vocabulary import Kind
from jasc_data.wording.numbers import average, short_date
from jasc_data.wording.standing import against, rank_words
from pages._shared.filters import KIND, kind_label
from pages._shared.kept_charts import group_strip_of
from pages._shared.page_links import link
from pages._shared.panels import show_strip
from pages._shared.session import Session

_TOP = Markup(
    '<div class="jasc-card-top"><h2><a href="{}">{} <span aria-hidden="true">→</span></a></h2><span>{}</span></div>'
)
_FIGURE = Markup('<div class="jasc-card"><div class="top"><div class="figure">{:,}<span>open</span></div>{}</div>')
_MISSING = Markup('<div class="jasc-card"><div class="figure missing">not held</div></div>')
_MOVED = Markup('<div class="moved">{}</div>')
_MAIN, _LINE = Markup('<p class="main">{}</p>'), Markup("<p>{}</p>")
_ENDS = Markup('<div class="jasc-ends"><span>{} <strong>{}</strong></span><span>{} <strong>{}</strong></span></div>')


def show_card(session: Session, comparison: Comparison, kind: Kind, movement: Movement | None) -> None:
    """One kind's card."""
    entry = comparison.kinds[kind]
    with st.container(border=True, height="stretch", gap="xxsmall"):
        when = f"{short_date(entry.home.as_of)}, {entry.home.source}" if entry.home else ""
        st.html(_TOP.format(link(session, "comparison", **{KIND: kind_label(kind)}), kind.short_heading, when))
        st.html(_figure(comparison, entry, movement))
        chart = group_strip_of(session.grounds, kind)
        if chart:
            show_strip(chart)
            st.html(_ENDS.format(*strip_ends(entry)))


def _figure(comparison: Comparison, entry: KindComparison, movement: Movement | None) -> Markup:
    """The figure, its change, and how it stands: one comparison large, the other and the rank below it."""
    if entry.home is None:
        return _MISSING
    moved = _MOVED.format(movement_mark(movement) if movement else "no earlier export")
    first, *others = _lines(comparison, entry)
    lines = Markup("").join(_LINE.format(line) for line in others)
    return _FIGURE.format(entry.home.open, moved) + _MAIN.format(first) + lines + Markup("</div>")


def _lines(comparison: Comparison, entry: KindComparison) -> list[str]:
    """Against the nation first, where that is held; else against the group."""
    open_ = entry.home.open if entry.home else 0
    found = []
    if entry.national is not None:
        of = f"the national average ({average(entry.national.value)}){entry.national.in_brackets}"
        found.append(f"{_capital(against(open_, entry.national.value))} {of}")
    if entry.group_average is not None and comparison.group:
        of = f"{group_average_name(comparison, entry)} ({average(entry.group_average)})"
        found.append(f"{_capital(against(open_, entry.group_average))} {of}")
        if entry.rank:
            found.append(f"{_capital(rank_words(entry.rank))} in the MSG")
    else:
        held = "Other forces of the MSG are not held" if comparison.group else "No group is held to compare with"
        found.append(f"{held}.")
    if entry.national is None:
        found.append("No national average is held.")
    return found


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
