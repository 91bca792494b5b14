"""How serious, and who can close it? Recommendations and AFIs by level, beside the group and the nation."""

import streamlit as st

from jasc_data.answers.grades.answer import Whose
from jasc_data.answers.grades.tables import closing_table
from jasc_data.answers.grades.text import (
    grade_notices,
    grade_sentences,
    grade_source,
    home_missing,
    message,
    who_can_close,
)
from jasc_data.domain.settings import who_closes
from jasc_data.wording.markdown_text import plain
from pages._shared.answers import comparison_of, grades_of
from pages._shared.filters import copy_link
from pages._shared.grade_choices import (
    KINDS_GRADED,
    check_grades_url,
    kinds_graded_choice,
    kinds_graded_label,
    link_to_grades,
)
from pages._shared.kept_charts import grade_bars_of
from pages._shared.panels import show_chart, show_lines, show_source, show_table, text_to_copy
from pages._shared.session import current

session = current()
check_grades_url()
comparison = comparison_of(session.grounds)
title = st.container()
with st.container(key="choices", horizontal=True):
    kinds = kinds_graded_choice()
if comparison.as_of is None:
    title.title("No figures are held", anchor=False)
    st.markdown("Every upload is withdrawn. Restore one on the Uploads page, or upload an export on the Upload page.")
    st.stop()

grades = grades_of(session.grounds, kinds)
title.title(plain(message(grades)), anchor=False)
if grades.row(Whose.HOME) is None:
    missing = home_missing(grades)
    show_lines([f"{missing[0].upper()}{missing[1:]} Upload its items export, or positions with a column “grade”."])
chart = grade_bars_of(session.grounds, kinds)
if chart is None:
    show_lines(grade_notices(grades, comparison))
    show_source(f"{grade_source(grades)}.")
    copy_link(session, **{KINDS_GRADED: kinds_graded_label(kinds)})
    st.stop()
picture, words = st.columns([8, 5])
with picture:
    show_chart(chart, characters=66)
said = grade_sentences(grades, who_closes())
with words, st.container(border=True, height="stretch"):
    show_lines(said + grade_notices(grades, comparison))
    text_to_copy(said, "grades")
closing = who_can_close(grades, who_closes())
if closing:
    st.header("Who can close them", anchor=False)
    show_table(closing_table(closing), "closing")
    link_to_grades(session, grades)
show_source(f"{grade_source(grades)}.")
copy_link(session, **{KINDS_GRADED: kinds_graded_label(kinds)})
