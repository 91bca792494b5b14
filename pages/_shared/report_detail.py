"""The bars that can be chosen, and what the Reports page shows of the report that is chosen."""

import streamlit as st

from jasc_data.answers.register.answer import Register, RegisterItem
from jasc_data.answers.register.tables import steps_table
from jasc_data.answers.replies.text import reply_sentence
from jasc_data.answers.reports.answer import ReportLine, Reports
from jasc_data.answers.reports.other_forces import spread_sentences
from jasc_data.answers.reports.tables import forces_table, kinds_table
from jasc_data.answers.reports.text import history_sentence, report_sentences
from jasc_data.answers.reports.verdicts import verdict
from jasc_data.answers.steps.text import progress_sentences
from jasc_data.answers.trend.tables import LATEST
from jasc_data.drawing.chart_spec import ChartSpec
from jasc_data.wording.markdown_text import plain
from jasc_data.wording.numbers import long_date
from pages._shared.answers import register_now, report_history_chart_of, report_points_of, spreads_of
from pages._shared.commentary import About, show_commentary
from pages._shared.id_choices import choose
from pages._shared.panels import show_chart, show_chart_table, show_lines, show_table, text_to_copy
from pages._shared.register_filters import REPORT
from pages._shared.register_table import show_items, show_steps
from pages._shared.repeat_findings import report_repeats
from pages._shared.replies import show_reply
from pages._shared.session import Session
from pages._shared.written_answers import replies_of, steps_to

_BARS, _HISTORY = 72, 65  # characters that fit a line of a chart


def show_bars(chart: ChartSpec, reports: Reports, chosen: ReportLine | None) -> None:
    """The reports' bars; a click on one chooses its report, as the choice beside it does."""
    # a new choice is a new chart, which has forgotten the click on the old one
    key = f"reports-{chosen.report_id if chosen else 'all'}"
    show_chart(chart, characters=_BARS, key=key, on_choice=lambda: _choose(key, reports))


def _choose(key: str, reports: Reports) -> None:
    points = st.session_state[key].selection.points
    line = reports.by_label.get(points[0].get("customdata", [""])[0]) if points else None
    if line:
        choose(REPORT, line.report_id)


def show_words(session: Session, reports: Reports, line: ReportLine) -> None:
    """What there is to say of one report, and whether it is an issue elsewhere."""
    spread = spreads_of(session.grounds).get(line.report_id)
    found = verdict(line, spread)
    confirmed, waiting = report_repeats(session, reports, line)
    reply = replies_of(session.grounds, session.until).of_report(line.report_id)
    said = (
        *([f"{found.words[:1].upper()}{found.words[1:]}."] if found else []),
        *report_sentences(reports, line),
        *([reply_sentence(reply, session.until)] if reply else []),
        *spread_sentences(spread, session.home, reports.as_of, shared=line.shared),
        *confirmed,
    )
    show_lines((*said, *waiting))
    text_to_copy((f"{line.label}, {long_date(reports.as_of)}", *said), "report")


def show_report(session: Session, reports: Reports, line: ReportLine) -> None:
    """One report's counts by kind and grade, its history, the other forces, and its items."""
    st.header(plain(line.label), anchor=False)
    counts, history = st.columns(2)
    with counts:
        show_table(kinds_table(line), "kinds")
        spread = spreads_of(session.grounds).get(line.report_id)
        if line.shared and spread:
            with st.expander("The same report's open items, by force"):
                show_table(forces_table(line, spread, session.home), "forces")
    with history:
        _show_history(session, line)
    show_commentary(session, About(line.label, report_id=line.report_id))
    show_reply(session, line)
    register = register_now(session.grounds)
    if register:
        items = [item for item in register.open if item.report_id == line.report_id and item.kind in reports.held]
        show_items(
            session, register.as_of, items, f"{len(items):,} open items of this report, in the order of references"
        )
        _show_steps(session, register, items)


def _show_steps(session: Session, register: Register, items: list[RegisterItem]) -> None:
    """The steps to green of the whole report in one list."""
    steps, written = steps_table(register, items), steps_to(session.grounds, session.until)
    st.header(f"Steps to green: stated for {len(steps):,} of {len(items):,} open items", anchor=False)
    show_lines(progress_sentences(written, written.of_report(items[0].report_id)) if items else ())
    if len(steps):
        show_steps(session, steps)


def _show_history(session: Session, line: ReportLine) -> None:
    chart = report_history_chart_of(session.grounds, line.report_id)
    if chart:
        show_chart(chart, characters=_HISTORY)
        with st.expander("As a table"):
            show_lines([history_sentence(report_points_of(session.grounds, line.report_id, line.kinds))])
            many = len(chart.table) > LATEST
            every_date = many and st.toggle(f"All {len(chart.table):,} dates, not the latest {LATEST} only")
            show_chart_table(chart, "history", latest=None if every_date else LATEST)
