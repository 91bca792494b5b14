"""Step 3: every problem, or what the upload would change; and what the file speaks for."""

from dataclasses import replace
from functools import partial

import streamlit as st

from jasc_data.documents.returned_file import file_with_errors
from jasc_data.domain.vocabulary import ExportType, Kind
from jasc_data.intake.learned import Decision, Domain
from jasc_data.intake.problems import Severity
from jasc_data.intake.uploads import ALL_REPORTS, ONLY_REPORTS_IN_FILE, CheckedFile
from jasc_data.uploads.changed_references import read_as_others, renames
from jasc_data.uploads.commit import Outcome
from jasc_data.uploads.impact_tables import counts_table, figures_table, items_table, rows_table
from jasc_data.uploads.impact_text import change_sentences
from jasc_data.uploads.rows_read import RowsRead
from jasc_data.uploads.rows_text import rows_paragraphs
from jasc_data.wording.markdown_text import plain
from jasc_data.wording.numbers import long_date
from pages._shared.panels import show_lines, show_problems, show_table
from pages._shared.session import Session
from pages._shared.upload.apart import made_apart
from pages._shared.upload.journey import Journey, checked_file, preview


def change(session: Session, here: Journey) -> bool:
    """Shows the problems or the change. True when the file may be committed, warnings acknowledged."""
    checked = checked_file(session)
    if checked.export_type is ExportType.ITEMS:
        _coverage(session, here)
    outcome = preview(session)
    here.seen_version = outcome.data_version
    show_lines(rows_paragraphs(outcome.effect.read, session.settings.home_force))
    _problems(here, checked, outcome)
    _similar_reports(here, outcome)
    _changed_references(here, checked, outcome)
    if outcome.errors:
        return False
    show_effect(outcome, checked.export_type, session.settings.home_force)
    return _acknowledged(here, outcome)


def show_effect(outcome: Outcome, export_type: ExportType | None, home: str) -> None:
    """What changes, in sentences and tables."""
    effect = outcome.effect
    show_lines(change_sentences(effect, export_type, home))
    for counted in effect.read:
        if isinstance(counted, RowsRead):
            with st.expander(f"The {counted.rows:,} rows of {long_date(counted.as_of)}, added up"):
                show_table(rows_table(counted), f"rows-{counted.as_of}")
    if effect.items:
        for part in ("kind", "grade", "report"):
            with st.expander(f"By {part}", expanded=part == "kind"):
                show_table(counts_table(effect, part), f"changes-{part}")
        with st.expander("Item by item"):
            show_table(items_table(effect))
    if effect.figures:
        with st.expander("Figure by figure"):
            show_table(figures_table(effect))


def _coverage(session: Session, here: Journey) -> None:
    """What the file speaks for, with the narrow default; and what each answer would close."""
    home = session.settings.home_force
    others = [force for force in session.upload_context().directory.names if force != home]
    with st.expander(f"What the file speaks for (as a rule: everything open for {home})"):
        forces = st.multiselect(
            "Other forces of which the file holds everything that is open",
            others,
            key=here.key("forces"),
            persist_state="session",
            help="What these forces have open and the file leaves out is closed by this upload.",
        )
        kinds = st.multiselect(
            "Kinds of which none are open any more",
            list(Kind),
            format_func=lambda kind: kind.heading,
            key=here.key("kinds"),
            persist_state="session",
            help="A kind that is not in the file stays as it is, unless you say here that none are open any more.",
        )
        reports = st.radio(
            "Reports",
            [ALL_REPORTS, ONLY_REPORTS_IN_FILE],
            format_func={ALL_REPORTS: "All reports", ONLY_REPORTS_IN_FILE: "Only the reports in the file"}.__getitem__,
            key=here.key("reports"),
            persist_state="session",
            horizontal=True,
        )
        here.request = replace(
            here.request, covers_forces=tuple(forces), covers_kinds=tuple(kinds), covers_reports=reports or ALL_REPORTS
        )
        closes = []
        for answer, words in ((ALL_REPORTS, "all reports"), (ONLY_REPORTS_IN_FILE, "only the reports in the file")):
            outcome = preview(session, replace(here.request, covers_reports=answer))
            if not outcome.errors:
                closes.append(f"{words}: {outcome.changes.closed:,}")
        if closes:
            st.markdown(f"Items that this upload would close, if it speaks for {'; '.join(closes)}.")


def _problems(here: Journey, checked: CheckedFile, outcome: Outcome) -> None:
    if not outcome.problems:
        st.markdown("No problems were found.")
        return
    counts = {severity: sum(found.severity is severity for found in outcome.problems) for severity in Severity}
    named = [f"{number:,} {severity}{'s' if number > 1 else ''}" for severity, number in counts.items() if number]
    st.markdown(f"**{', '.join(named).capitalize()}.** " + ("Nothing can be committed." if outcome.errors else ""))
    show_problems(outcome.problems)
    if checked.encoding and counts[Severity.ERROR] + counts[Severity.WARNING]:
        told = replace(checked, problems=outcome.problems, uploads=())
        st.download_button(
            "Download your file with an Errors column",
            partial(made_apart, file_with_errors, told, here.request.sheet),
            file_name=f"{here.file_name.rsplit('.', 1)[0]}-errors.csv",
            mime="text/csv",
            on_click="ignore",
            help="Mend it in a spreadsheet and upload it again; the Errors column is then ignored.",
        )


def _similar_reports(here: Journey, outcome: Outcome) -> None:
    """A title spelt much like one that is held: one report or two? Asked once, remembered."""
    for found in outcome.problems:
        title = found.value or ""
        if found.code != "report.similar" or not found.other:
            continue
        st.markdown(plain(found.message))
        with st.container(horizontal=True):
            for words, meaning in (("They are the same report", found.other), ("They are two reports", title)):
                if st.button(words, key=here.key(f"report_{words}_{title}")):
                    decision = Decision(Domain.REPORT, title, meaning)
                    here.request = replace(here.request, decisions=(*here.request.decisions, decision))
                    st.rerun()


def _changed_references(here: Journey, checked: CheckedFile, outcome: Outcome) -> None:
    """New references that may stand for held ones: the same items or others? Asked once, remembered."""
    asked = renames(checked, outcome.problems)
    answers = {"They are the same items": asked.same, "They are other items": asked.others}
    if asked.first:
        new, held = asked.first
        more = f" {len(asked.same):,} such are listed above and answered together." if len(asked.same) > 1 else ""
        st.markdown(plain(f"Is {new} the item that is held as {held}?{more}"))
    if any(found.code == "references.known" for found in outcome.problems):
        answers["References read as held items are other items here"] = read_as_others(checked)
    with st.container(horizontal=True):
        for words, said in answers.items():
            if said and st.button(words, key=here.key(f"references_{words}")):
                here.request = replace(here.request, decisions=(*here.request.decisions, *said))
                st.rerun()


def _acknowledged(here: Journey, outcome: Outcome) -> bool:
    """A tick for each kind of warning, with how often it stands."""
    codes = list(dict.fromkeys(found.code for found in outcome.unacknowledged(())))
    ticks = []
    for code in codes:
        same = [found for found in outcome.problems if found.code == code]
        more = f" (and {len(same) - 1:,} more like it)" if len(same) > 1 else ""
        ticks.append(st.checkbox(f"I accept: {plain(same[0].message)}{more}", key=here.key(f"accept_{code}")))
    return all(ticks)
