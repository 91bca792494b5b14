"""A tracking workbook on its way in: what was read, what it would change, which version holds, and taking it in."""

from dataclasses import dataclass, field
from datetime import date

import streamlit as st

from jasc_data.answers.tracking.answer import tracking_held
from jasc_data.domain.failures import UserFailure
from jasc_data.editorial.tracking import return_log, taken_in
from jasc_data.editorial.tracking_actions import Choices, Holds, TakenIn, place_of, rehearse_return, take_in, unchosen
from jasc_data.editorial.tracking_return import TrackingReturn, returned_tracking
from jasc_data.editorial.tracking_tables import both_table, changes_table
from jasc_data.editorial.tracking_text import effect_sentences, meanwhile_sentence, read_sentence, taken_in_sentence
from jasc_data.intake.problems import Severity
from jasc_data.intake.tracking_file import is_tracking, read_tracking
from jasc_data.wording.markdown_text import plain
from pages._shared.invented import may_take_in
from pages._shared.panels import show_lines, show_problems, show_table
from pages._shared.session import Session
from pages._shared.turns import writing_once
from pages._shared.upload.apart import read_apart
from pages._shared.upload.journey import Journey, remembered, stopped

_HOLDS = {"What the workbook says": Holds.FILE, "What is held": Holds.HELD}


@dataclass
class Said:
    """What was said of the workbook so far: the day whose position it tells, and which versions hold."""

    dated: date | None = None
    choices: dict[tuple[str, int], Holds] = field(default_factory=dict)


def comes_back(here: Journey) -> bool:
    """True when the current file is a tracking workbook."""
    return remembered("is tracking", here.digest, lambda: read_apart(is_tracking, here.content, on_stop=stopped))


def read_back(session: Session, here: Journey) -> bool:
    """What was read, and the day. True when it may go on."""
    said = _said(here)
    written = _returned(session, here, said.dated).position_on
    chosen = st.date_input(
        "The day whose position the workbook tells",
        value=said.dated or written,
        max_value=session.today,
        format="DD/MM/YYYY",
        key=here.key("tracking-day"),
        help="The steps that are changed stand so from that day on.",
    )
    said.dated = chosen if isinstance(chosen, date) else None
    if written and said.dated == written:
        st.caption("This day is written in the workbook. Change it if it is not the day on which it was filled in.")
    returned = _returned(session, here, said.dated)
    show_lines([read_sentence(returned)])
    missing = [found for found in returned.problems if found.code == "tracking.day_missing"]
    _problems(returned, besides=len(missing))
    return may_take_in(session) and said.dated is not None


def change_back(session: Session, here: Journey) -> bool:
    """What it would change, row by row, and the choices. True when it may be taken in."""
    said = _said(here)
    returned = _returned(session, here, said.dated)
    _problems(returned)
    if returned.errors:
        return False
    for one in returned.edited_meanwhile:
        st.markdown(f"**{plain(meanwhile_sentence(one))}**")
        show_table(both_table(one))
        if one.must_choose:
            version = one.held and one.held.happened_at  # of another one it is asked anew
            answer = st.radio(
                "What holds? The other version stays in the log.",
                list(_HOLDS),
                index=None,
                key=here.key(f"holds-{place_of(one)}-{version}"),
                persist_state="session",
                horizontal=True,
            )
            said.choices.pop(place_of(one), None)
            if answer:
                said.choices[place_of(one)] = _HOLDS[answer]
    told = _rehearsed(session, here, returned)
    here.seen_version = told.data_version
    show_lines(effect_sentences(returned, told, len(unchosen(returned, said.choices))))
    if returned.all:
        with st.expander("Cell by cell", expanded=not returned.edited_meanwhile):
            show_table(changes_table(returned))
    accepted = [
        st.checkbox(f"I accept: {plain(found.sentence)}", key=here.key(f"accept-{number}"))
        for number, found in enumerate(returned.warnings)
    ]
    return all(accepted) and bool(returned.all) and not unchosen(returned, said.choices)


def finish_back(session: Session, here: Journey) -> bool:
    """The last look, and the button that takes it in. There is no step after it."""
    said = _said(here)
    returned, home = _returned(session, here, said.dated), session.settings.home_force
    choices: Choices = said.choices
    told = _rehearsed(session, here, returned)
    show_lines([read_sentence(returned), *effect_sentences(returned, told)])
    st.markdown("What exports say stays as it is. It can be withdrawn on the Uploads page, and nothing is deleted.")
    if st.button("Take in this workbook", type="primary", key=here.key("commit")):
        actor = session.actor
        try:
            with writing_once():
                done = take_in(session.store, home, returned, choices, actor, seen_version=here.seen_version)
                here.next_file(plain(taken_in_sentence(returned, done)), session.store_version)
        except UserFailure as failure:
            here.refuse(str(failure))
        st.rerun()
    return False


def _said(here: Journey) -> Said:
    if here.tracking is None:
        here.tracking = Said()
    said: Said = here.tracking
    return said


def _returned(session: Session, here: Journey, dated: date | None) -> TrackingReturn:
    """The workbook against what is held; read again only when the day or the store is another."""

    def found() -> TrackingReturn:
        read = remembered("read", here.digest, lambda: read_apart(read_tracking, here.content, on_stop=stopped))
        with st.spinner("Reading the workbook …"), session.store.snapshot() as snapshot:
            held = tracking_held(snapshot, session.settings.home_force, session.today)
            log = taken_in(return_log(snapshot))
        return returned_tracking(here.content, here.file_name, held, dated, log, read)

    return remembered(f"returned {dated}", (here.digest, session.store_version, session.today), found)


def _rehearsed(session: Session, here: Journey, returned: TrackingReturn) -> TakenIn:
    """What taking it in would do; rehearsed again only when the day, a choice or the store is another."""
    choices = dict(_said(here).choices)
    key = (here.digest, returned.dated, tuple(choices.items()), session.store_version, session.today)
    home = session.settings.home_force
    return remembered("rehearsed", key, lambda: rehearse_return(session.store, home, returned, choices, session.actor))


def _problems(returned: TrackingReturn, besides: int = 0) -> None:
    """besides: so many are asked about elsewhere."""
    shown = [found for found in returned.problems if not (besides and found.code == "tracking.day_missing")]
    if shown:
        counts = {severity: sum(found.severity is severity for found in shown) for severity in Severity}
        named = [f"{number:,} {severity}{'s' if number > 1 else ''}" for severity, number in counts.items() if number]
        nothing = "Nothing can be taken in." if counts[Severity.ERROR] else ""
        st.markdown(f"**{', '.join(named).capitalize()}.** {nothing}")
        show_problems(shown)
