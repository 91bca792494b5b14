"""Whose are the open items, how old are they, and what is due when?"""

import streamlit as st

from jasc_data.answers.comparison.totals import totals_sentences
from jasc_data.answers.deadlines.tables import age_table, due_table, lead_table
from jasc_data.answers.deadlines.text import ageing_sentences, deadlines_headline
from jasc_data.answers.figures.item_sources import full_item_source, nothing_held, some_reports_only
from jasc_data.wording.markdown_text import plain
from pages._shared.answers import ageing_charts_of, ageing_of, comparison_of
from pages._shared.deadline_choices import (
    check_deadlines_url,
    chosen_items,
    deadline_choices,
    items_sentence,
)
from pages._shared.fact_row import show_horizons
from pages._shared.filters import copy_link
from pages._shared.leads import explain_numbered_leads, leads_named, leads_switch
from pages._shared.panels import show_chart, show_lines, show_source, show_table, text_to_copy
from pages._shared.register_table import offer_items, show_items, show_late
from pages._shared.session import current

session = current()
comparison = comparison_of(session.grounds)
if comparison.as_of is None:
    st.title("No figures are held", anchor=False)
    st.markdown("Every upload is withdrawn. Restore one on the Uploads page, or upload an export on the Upload page.")
    st.stop()

ageing = ageing_of(session.grounds)
register = ageing.register
beside = totals_sentences(comparison, register.held, register.partial, session.today)
check_deadlines_url(ageing)
st.title(plain(deadlines_headline(ageing)), anchor=False)
if not ageing.items:
    show_lines((*ageing_sentences(ageing), *beside))
    if not register.held:
        partial = register.partial
        nothing = nothing_held(session.home, comparison.as_of)
        show_lines([some_reports_only(session.home, comparison.as_of) if partial else nothing])
    show_source(full_item_source(register.sources))
    copy_link(session)
    st.stop()
leaving = ageing_of(session.grounds, leads_named=leads_named())
show_horizons(session, ageing)
whose, *charts = ageing_charts_of(session.grounds, leads_named=leads_named())
if whose:
    listed, by_lead = st.columns([10, 3])
    with listed:
        show_late(session, register, ageing.overdue, "Overdue, the longest first")
    with by_lead:
        show_chart(whose, characters=28, table=lead_table(ageing).captioned(whose.alt))

choices = deadline_choices(ageing)
shown = chosen_items(ageing, choices)
sentence = items_sentence(ageing, choices, shown, named=True)
if shown:
    show_items(session, register.as_of, shown, sentence)
    with st.container(horizontal=True, vertical_alignment="center"):
        told = items_sentence(ageing, choices, shown, named=leads_named())
        offer_items(session, register, shown, told)
else:
    st.markdown(plain(sentence))
for column, chart, table in zip(st.columns(2), charts, (lead_table, age_table), strict=True):
    with column:
        show_chart(chart, characters=52, table=table(ageing).captioned(chart.alt))
explain_numbered_leads()
leads_switch()
words, figures_of_deadlines = st.columns(2)
with figures_of_deadlines:
    show_table(due_table(ageing), "due")
with words:
    show_lines(ageing_sentences(ageing) + beside)
    text_to_copy(ageing_sentences(leaving), "deadlines")
show_source(full_item_source(register.sources))
copy_link(session, **choices)
