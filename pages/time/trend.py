"""How did we get here? Open counts over two years or the time chosen, against both averages, and what came and went."""

import streamlit as st

from jasc_data.answers.trend.notices import trend_notices
from jasc_data.answers.trend.tables import LATEST, LATEST_PERIODS
from jasc_data.answers.trend.text import no_periods, trend_headline, trend_sentences, trend_source
from jasc_data.domain.vocabulary import Kind
from jasc_data.wording.definitions import LEFT_MEANS
from jasc_data.wording.markdown_text import plain
from jasc_data.wording.standing import FEWER_IS_BETTER
from pages._shared.answers import comparison_of, periods_of, trend_chart_of, trend_of
from pages._shared.filters import AVERAGE, KIND, average_choice, average_label, copy_link, kind_choice, kind_label
from pages._shared.pace_panel import show_pace
from pages._shared.panels import (
    NARROW,
    WIDE,
    folded,
    show_chart,
    show_chart_table,
    show_lines,
    show_source,
    show_table,
    text_to_copy,
    warn_of_contradictions,
)
from pages._shared.session import current
from pages._shared.time_choices import EVERY, OVER, every_choice, over_choice

session = current()
heading = st.container()
with st.container(key="choices", horizontal=True):
    chosen = kind_choice()
    over_words, over = over_choice(session)
    basis = average_choice(session.home)
trend = trend_of(session.grounds, basis, over)
shown = [chosen] if chosen else list(Kind)
heading.title(plain(trend_headline(trend, shown)), anchor=False)
if trend.as_of is None:
    st.markdown("No figures are held. Upload an export on the Upload page, or restore one on the Uploads page.")
    st.stop()

warn_of_contradictions(comparison_of(session.grounds))
charts = {kind: trend_chart_of(session.grounds, basis, kind, over) for kind in shown}
for column, chart in zip(st.columns(len(shown)), charts.values(), strict=True):
    if chart:
        with column:
            show_chart(chart, characters=WIDE if chosen else NARROW)
said = (*trend_sentences(trend, shown), *trend_notices(trend, shown))  # without its notices an average could mislead
show_lines(said)
text_to_copy(said, "trend")
points = folded("The figures of the charts", "points")
if points.open:
    with points:
        every_date = st.toggle(f"All dates of the charts, not the latest {LATEST} only")
        for kind, chart in charts.items():
            if chart:
                st.markdown(f"**{kind.heading}**")
                show_chart_table(chart, f"points-{kind}", latest=None if every_date else LATEST)

opened, by = st.columns([8, 3], vertical_alignment="bottom")
opened.header("Opened and closed, over all dates held", anchor=False)
with by:
    every = every_choice()
periods = periods_of(session.grounds, every)
longest = max((len(table) for table in periods.values() if table is not None), default=0)
label = f"All {longest:,} periods, not the latest {LATEST_PERIODS} only"
every_period = longest > LATEST_PERIODS and st.toggle(label)
for kind in shown:
    st.markdown(f"**{kind.heading}**")
    table = periods.get(kind)
    if table is None:
        st.markdown(plain(no_periods(trend, kind, held=kind in periods)))
    else:
        show_table(table if every_period else table.first_rows(LATEST_PERIODS), f"periods-{kind}")
show_pace(session, chosen)
show_source(trend_source(trend), LEFT_MEANS, FEWER_IS_BETTER)
copy_link(session, **{AVERAGE: average_label(basis), KIND: kind_label(chosen), OVER: over_words, EVERY: every.value})
