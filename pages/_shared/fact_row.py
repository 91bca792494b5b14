"""Figures in a row, each with its words and leading to what lies behind it."""

from typing import NamedTuple

import streamlit as st
from markupsafe import Markup

from jasc_data.answers.attention.answer import Attention
from jasc_data.answers.attention.facts import About, facts
from jasc_data.answers.deadlines.answer import HORIZONS, Ageing
from jasc_data.domain.vocabulary import Grade, Status
from jasc_data.wording.grades import grade_words
from jasc_data.wording.statuses import standing_words
from pages._shared.deadline_choices import OVERDUE, WHICH, within
from pages._shared.page_links import link
from pages._shared.register_filters import GRADE, REPORT_ID, STATUS
from pages._shared.session import Session

_ROW = Markup('<ul class="jasc-facts">{}</ul>')
_FACT = Markup('<li><a href="{}"><strong>{:,}</strong><span>{}<small>{}</small></span></a></li>')


class Leading(NamedTuple):
    """A figure, its words, what is said besides, and the address it leads to."""

    address: str
    figure: int
    words: str
    more: str = ""


def show_facts(session: Session, attention: Attention) -> None:
    """What is asked for first; nothing where only positions are held."""
    _show(
        [
            Leading(_behind(session, attention, fact.about), fact.figure, fact.words, fact.more)
            for fact in facts(attention)
        ]
    )


def show_horizons(session: Session, ageing: Ageing) -> None:
    """What is overdue, and what is due in each of the horizons, each counting the ones before it."""
    without = ageing.overdue_without_reason
    more = f"{without:,} without a reason given" if without else "each with a reason given" if ageing.overdue else ""
    due = [
        Leading(
            link(session, "deadlines", **{WHICH: within(days)}), len(ageing.due_within(days)), f"due in {days} days"
        )
        for days in HORIZONS
    ]
    late = Leading(link(session, "deadlines", **{WHICH: OVERDUE}), len(ageing.overdue), "overdue", more)
    _show([late, *due])


def _show(told: list[Leading]) -> None:
    if told:
        st.html(_ROW.format(Markup("").join(_FACT.format(*one) for one in told)))


def _behind(session: Session, attention: Attention, about: About) -> str:
    match about:
        case About.OVERDUE:
            return link(session, "deadlines", **{WHICH: OVERDUE})
        case About.AWAITING:
            return link(session, "register", **{STATUS: standing_words(Status.AWAITING_SIGN_OFF)})
        case About.LEVEL_4:
            return link(session, "register", **{GRADE: grade_words(Grade.FOUR)})
        case About.LARGEST:
            report = attention.largest_report_id
            return link(session, "reports", **({REPORT_ID: str(report)} if report is not None else {}))
