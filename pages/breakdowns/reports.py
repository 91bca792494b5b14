"""Which reports do the open items come from? A bar per report, and one report's items, history and other forces."""

import streamlit as st

from jasc_data.answers.comparison.totals import totals_sentences
from jasc_data.answers.figures.item_sources import full_item_source, nothing_held
from jasc_data.answers.reports.tables import progress_table, reports_table, verdicts_table
from jasc_data.answers.reports.text import report_headline, reports_headline, reports_sentences
from jasc_data.wording.markdown_text import plain
from pages._shared.answers import comparison_of, reports_now, spreads_of
from pages._shared.filters import copy_link
from pages._shared.kept_charts import report_bars_of
from pages._shared.panels import folded, show_lines, show_source, text_to_copy
from pages._shared.register_filters import REPORT_ID, report_choice
from pages._shared.register_table import show_reports
from pages._shared.report_detail import show_bars, show_report, show_words
from pages._shared.session import current

session = current()
comparison, reports = comparison_of(session.grounds), reports_now(session.grounds)
if reports is None:
    st.title("Open items by report", anchor=False)
    st.markdown(plain(nothing_held(session.home, comparison.as_of)))
    st.page_link("pages/exports/upload.py", label="Go to Upload", icon=":material/arrow_forward:")
    st.stop()

heading = st.container()
told_in = st.container()
left, right = st.columns([7, 5])
with right:
    chosen = report_choice(session, reports, "all reports are shown", told_in, "Or click on a bar, or on a title below")
    line = reports.by_id.get(chosen) if chosen is not None else None
    heading.title(plain(report_headline(reports, line) if line else reports_headline(reports)), anchor=False)
    with st.container(border=True):
        if line:
            show_words(session, reports, line)
        else:
            show_lines(reports_sentences(reports))
            text_to_copy(reports_sentences(reports), "reports")
    show_lines(totals_sentences(comparison, reports.held, reports.partial, session.today))
with left:
    chart = report_bars_of(session.grounds, line.label if line else "")
    if chart:
        show_bars(chart, reports, line)

if line:
    show_report(session, reports, line)
national = verdicts_table(reports, spreads_of(session.grounds))
if len(national):
    outliers = folded(
        "Are we an outlier? Every national report beside the rest of the MSG", "outliers", at_first=not line
    )
    if outliers.open:
        with outliers:
            show_reports(session, national)
every = folded("Every report as a table", "every-report", at_first=not line)
if every.open:
    with every:
        show_reports(session, reports_table(reports))
        show_reports(session, progress_table(reports))
show_source(full_item_source(reports.sources), "Shares are of all open items. Grades are of recommendations and AFIs.")
copy_link(session, **({REPORT_ID: str(chosen)} if line else {}))
