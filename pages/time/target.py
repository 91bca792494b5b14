"""What would get us below a target? A projection: choose what is signed off, see figures and shortest lists."""

import streamlit as st

from jasc_data.answers.comparison.provenance import full_source, short_source
from jasc_data.answers.projection.charts import plan_chart
from jasc_data.answers.projection.lists import target
from jasc_data.answers.projection.tables import path_table, projection_table
from jasc_data.answers.projection.text import (
    MEANING,
    plan_headline,
    plan_notices,
    projection_sentences,
    target_sentence,
    target_text,
    ways,
)
from jasc_data.wording.markdown_text import plain
from pages._shared.links import tell
from pages._shared.panels import (
    show_chart,
    show_chart_table,
    show_lines,
    show_source,
    show_table,
)
from pages._shared.projection_choices import (
    choices_made,
    plan_link,
    plan_of,
    plan_url_problems,
    target_made,
    with_choices,
)
from pages._shared.session import current

session = current()
plan = plan_of(session)
if not plan.held:
    st.title(plain(plan_headline(plan, None)), anchor=False)
    st.markdown(f"Upload an items export of {plain(session.home)} to see which items a sign-off would close.")
    st.stop()

tell(plan_url_problems(plan))
heading, aim = st.columns([7, 4], vertical_alignment="bottom")
choices, written = choices_made(plan)
plan = with_choices(plan, choices)
with aim:
    kind, below = target_made(plan)
goal = target(plan, kind, below)
heading.title(plain(plan_headline(plan, goal)), anchor=False)
st.caption(MEANING)
if plan.projects:
    show_table(projection_table(plan), "projection")
    chart = plan_chart(plan, kind, session.grounds.provenance(short_source(plan.now)))
    if chart:
        show_chart(chart, characters=110)
        with st.expander("The chart as a table"):
            show_chart_table(chart, "chart")
    show_lines(projection_sentences(plan))
said = (*projection_sentences(plan), *(target_text(plan, goal) if goal else ()))
if goal is None:
    st.markdown(f"Upload an items export of {kind.plural} to see which of them a sign-off would close.")
else:
    st.subheader(plain(target_sentence(plan, goal)), anchor=False)
    if goal.needed:
        for column, (name, (path, sentence)) in zip(st.columns(2), ways(goal).items(), strict=True):
            with column:
                st.markdown(f"**{name}.** {plain(sentence)}")
                show_table(path_table(path, f"{name}: {sentence}"))
if said:
    with st.expander("Text to copy"):
        st.code("\n".join(said), language=None, wrap_lines=True)
show_lines(plan_notices(plan))
show_source(full_source(plan.now))
plan_link(session, kind, below, written)
