"""The four facts of the Position page in a row, each of which leads to what lies behind it."""

import streamlit as st
from markupsafe import Markup

from jasc_data.answers.attention.answer import Attention
from jasc_data.answers.attention.facts import About, facts
from jasc_data.domain.vocabulary import Grade, Status
from jasc_data.wording.grades import grade_words
from jasc_data.wording.statuses import standing_words
from pages._shared.deadline_choices import OVERDUE, WHICH
from pages._shared.page_links import link
from pages._shared.register_filters import GRADE, REPORT_ID, STATUS
from pages._shared.session import Session

_ROW = Markup('<ul class="jasc-facts">{}</ul>')
_FACT = Markup('<li><a href="{}"><strong>{:,}</strong><span>{}<small>{}</small></span></a></li>')


def show_facts(session: Session, attention: Attention) -> None:
    """The row; nothing where only positions are held."""
    told = [
        _FACT.format(_behind(session, attention, fact.about), fact.figure, fact.words, fact.more)
        for fact in facts(attention)
    ]
    if told:
        st.html(_ROW.format(Markup("").join(told)))


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
