"""The card of one headline figure: the number, both comparisons in words, the group on a line, where it leads."""

import streamlit as st
from markupsafe import Markup

from jasc_data.answers.comparison.answer import Comparison
from jasc_data.answers.comparison.charts import group_strip
from jasc_data.answers.comparison.provenance import short_source
from jasc_data.answers.comparison.text import group_average_name, movement_words
from jasc_data.answers.movement.answer import Movement
from jasc_data.domain.vocabulary import Kind
from jasc_data.wording.numbers import average, short_date
from jasc_data.wording.standing import against, rank_words
from pages._shared.filters import KIND, kind_label
from pages._shared.page_links import link, show_onward
from pages._shared.panels import show_strip
from pages._shared.session import Session


def show_card(session: Session, comparison: Comparison, kind: Kind, movement: Movement | None) -> None:
    """One kind's card."""
    entry = comparison.kinds[kind]
    with st.container(border=True, height="stretch", gap="xxsmall"):
        when = f"{short_date(entry.home.as_of)}, {entry.home.source}" if entry.home else "not held"
        top = Markup('<div class="jasc-card-top"><h2>{}</h2><span>{}</span></div>')
        st.html(top.format(kind.short_heading, when))
        st.html(_figure(comparison, kind))
        chart = group_strip(comparison, kind, session.grounds.provenance(short_source(comparison)))
        if chart:
            show_strip(chart)
        moved = f"{movement_words(movement)}." if movement else "No earlier export to compare with."
        st.caption(moved[0].upper() + moved[1:])
        show_onward({"→ What lies behind this figure": link(session, "comparison", **{KIND: kind_label(kind)})})


def _figure(comparison: Comparison, kind: Kind) -> Markup:
    entry = comparison.kinds[kind]
    if entry.home is None:
        return Markup('<div class="jasc-card"><div class="figure missing">not held</div></div>')
    lines = []
    if entry.group_average is not None and comparison.group:
        name = group_average_name(comparison, entry)
        lines.append((against(entry.home.open, entry.group_average), f"{name} ({average(entry.group_average)})"))
    else:
        lines.append(
            ("Not held:", "other forces of the MSG") if comparison.group else ("No group held", "to compare with")
        )
    if entry.national is not None:
        words = f"the national average ({average(entry.national.value)}){entry.national.in_brackets}"
        lines.append((against(entry.home.open, entry.national.value), words))
    else:
        lines.append(("Not held:", "national average"))
    ranked = Markup("<strong>{}</strong><br>in the MSG")
    rank = ranked.format(_capital(rank_words(entry.rank))) if entry.rank else ""
    item = Markup("<li><strong>{}</strong> {}</li>")
    items = Markup("").join(item.format(_capital(first), rest) for first, rest in lines)
    return Markup(
        '<div class="jasc-card"><div class="top"><div class="figure">{:,}<span>open</span></div>'
        '<div class="rank">{}</div></div><ul>{}</ul></div>'
    ).format(entry.home.open, rank, items)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
