"""How do we compare? A chart per kind of the group's forces with both averages, the paper's table, the nation."""

import streamlit as st

from jasc_data.answers.comparison.messages import group_headline, kind_headline
from jasc_data.answers.comparison.notices import notices
from jasc_data.answers.comparison.provenance import full_source, short_source
from jasc_data.answers.comparison.tables import paper_table
from jasc_data.answers.comparison.text import kind_sentence
from jasc_data.answers.report_breakdown.tables import breakdown_table
from jasc_data.domain.vocabulary import Kind
from jasc_data.drawing.chart import file_name_part
from jasc_data.wording.markdown_text import plain
from jasc_data.wording.standing import FEWER_IS_BETTER
from pages._shared.answers import comparison_of, report_breakdown_of
from pages._shared.filters import AVERAGE, KIND, average_choice, average_label, copy_link, kind_choice, kind_label
from pages._shared.kept_charts import bar_chart_of, nation_strip_of
from pages._shared.panels import (
    NARROW,
    WIDE,
    offer_table,
    show_chart,
    show_chart_table,
    show_lines,
    show_source,
    show_table,
)
from pages._shared.session import current

session = current()
heading = st.container()
with st.container(key="choices", horizontal=True, vertical_alignment="center"):
    chosen = kind_choice()
    basis = average_choice(session.home)
comparison = comparison_of(session.grounds, basis)
heading.title(plain(kind_headline(comparison, chosen) if chosen else group_headline(comparison)), anchor=False)
if comparison.as_of is None:
    st.markdown("No figures are held. Upload an export on the Upload page, or restore one on the Uploads page.")
    st.stop()

shown, room = ([chosen], WIDE) if chosen else (list(Kind), NARROW)
provenance = session.grounds.provenance(short_source(comparison))
for column, kind in zip(st.columns(len(shown)), shown, strict=True):
    with column:
        chart = bar_chart_of(session.grounds, basis, kind)
        if chart:
            show_chart(chart, characters=room)
        else:
            st.markdown(plain(kind_sentence(comparison, kind)))

if chosen:
    breakdown = report_breakdown_of(session.grounds, chosen)
    st.header(f"Behind the figure: {chosen.plural} of {plain(session.home)} by report", anchor=False)
    if breakdown.held:
        st.markdown(plain(breakdown.sentence))
        show_table(breakdown_table(breakdown), "behind")
    else:
        st.markdown(f"Only counts are held. Upload an items export of {plain(session.home)} to see its reports.")
    st.header("The figures of the chart", anchor=False)
    if chart:
        show_chart_table(chart, "chart")
else:
    show_table(paper_table(comparison), "paper")
    offer_table(
        group_headline(comparison),
        paper_table(comparison),
        provenance,
        f"{file_name_part(session.home)}-msg-{comparison.as_of}",
        "paper",
    )

if comparison.all_of_the_nation_held:
    st.header("All 43 forces of England and Wales", anchor=False)
    for column, kind in zip(st.columns(len(shown)), shown, strict=True):
        strip = nation_strip_of(session.grounds, basis, kind)
        if strip:
            with column:
                show_chart(strip, characters=room)

show_lines(notices(comparison, session.today))
show_source(full_source(comparison), FEWER_IS_BETTER)
copy_link(session, **{AVERAGE: average_label(basis), KIND: kind_label(chosen)})
