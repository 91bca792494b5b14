"""What would get us below a target? A projection: choose what is signed off, see figures and shortest lists."""

import streamlit as st

from jasc_data.answers.comparison.provenance import full_source, short_source
from jasc_data.answers.projection.charts import projection_chart
from jasc_data.answers.projection.lists import target
from jasc_data.answers.projection.tables import projection_table
from jasc_data.answers.projection.text import (
    MEANING,
    closing_sentence,
    projection_headline,
    projection_notices,
    projection_sentences,
    target_sentence,
    target_text,
)
from jasc_data.domain.settings import who_closes
from jasc_data.wording.markdown_text import plain
from pages._shared.links import tell
from pages._shared.pace_panel import show_pace
from pages._shared.panels import (
    WIDE,
    show_chart,
    show_lines,
    show_source,
    show_table,
    text_to_copy,
)
from pages._shared.projection_choices import (
    choices_made,
    projection_link,
    projection_of,
    projection_url_problems,
    target_made,
    with_choices,
)
from pages._shared.session import current
from pages._shared.ways_to_target import show_ways

session = current()
projection = projection_of(session)
if not projection.held:
    st.title(plain(projection_headline(projection, None)), anchor=False)
    st.markdown(f"Upload an items export of {plain(session.home)} to see which items a sign-off would close.")
    st.stop()

tell(projection_url_problems(projection))
heading = st.container()
choices, written = choices_made(projection)
projection = with_choices(projection, choices)
kind, below = target_made(session)
goal = target(projection, kind, below) if below else None
heading.title(plain(projection_headline(projection, goal)), anchor=False)
st.caption(MEANING)
if projection.projects:
    show_table(projection_table(projection), "projection")
    chart = projection_chart(projection, kind, session.grounds.provenance(short_source(projection.now)))
    if chart:
        show_chart(chart, characters=WIDE)
    show_lines(projection_sentences(projection))
said = (*projection_sentences(projection), *(target_text(projection, goal) if goal else ()))
if goal is not None:
    st.header(plain(target_sentence(projection, goal)), anchor=False)
    show_ways(session, goal)
elif below is None:
    st.markdown("Set a target under “Below”; the setting JASC_TARGET keeps one for recommendations.")
else:
    st.markdown(f"Upload an items export of {kind.plural} to see which of them a sign-off would close.")
show_lines([closing_sentence(projection, kind, who_closes())])
if said:
    text_to_copy(said, "target")
show_lines(projection_notices(projection))
show_pace(session, kind, below)
show_source(full_source(projection.now))
projection_link(session, kind, below, written)
