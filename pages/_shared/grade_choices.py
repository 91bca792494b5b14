"""The choice of the Grades page, in the URL: which kinds are divided by grade; where its figures lead."""

import streamlit as st

from jasc_data.answers.grades.answer import Grades, Whose
from jasc_data.answers.grades.counts import GRADED
from jasc_data.domain.vocabulary import Grade, Kind
from jasc_data.wording.grades import grade_words
from pages._shared.filters import KIND, kind_label
from pages._shared.links import tell, unhonoured
from pages._shared.page_links import link, show_onward
from pages._shared.register_filters import GRADE
from pages._shared.session import Session

KINDS_GRADED = "grades_of"
BOTH = "Recommendations and AFIs"
_CHOICES = {BOTH: GRADED, "Recommendations": (Kind.RECOMMENDATION,), "AFIs": (Kind.AFI,)}


def check_grades_url() -> None:
    """Says which choice in the URL cannot be honoured; must run before the widget erases it."""
    tell(unhonoured(KINDS_GRADED, _CHOICES, "The kinds in this link ({}) are not known; both are shown."))


def kinds_graded_choice() -> tuple[Kind, ...]:
    """The kinds to divide by grade."""
    chosen = st.selectbox("Show", list(_CHOICES), key=KINDS_GRADED, bind="query-params")
    return _CHOICES.get(chosen or BOTH, GRADED)


def kinds_graded_label(kinds: tuple[Kind, ...]) -> str:
    """The words in the URL for the kinds chosen."""
    return next(label for label, value in _CHOICES.items() if value == kinds)


def link_to_grades(session: Session, grades: Grades) -> None:
    """A link to the register for each level of which the home force has an open item."""
    own = grades.row(Whose.HOME)
    kind = {KIND: kind_label(grades.kinds[0])} if len(grades.kinds) == 1 else {}
    held = [grade_words(grade) for grade in Grade if own and own.by_grade[grade]]
    show_onward({words: link(session, "register", **kind, **{GRADE: words}) for words in held}, "In the register:")
