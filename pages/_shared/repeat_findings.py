"""Repeat findings on pages: the sentences, the suggestions with the buttons that decide about them, and the log."""

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from jasc_data.answers.register.answer import Register, RegisterItem
from jasc_data.answers.repeats.answer import Repeat, Repeats
from jasc_data.answers.repeats.tables import repeats_table
from jasc_data.answers.repeats.text import decided_words, repeats_sentence, waiting_sentence
from jasc_data.answers.reports.answer import ReportLine, Reports
from jasc_data.domain.access import Action, can
from jasc_data.domain.actor import Actor
from jasc_data.drawing.table_spec import Column, TableSpec, rows_of
from jasc_data.editorial.repeat_actions import confirm_repeat, dismiss_repeat, take_back
from jasc_data.editorial.repeat_decisions import RepeatEntry, RepeatPair, repeat_log
from jasc_data.store.connection import Store
from jasc_data.wording.markdown_text import plain
from jasc_data.wording.numbers import local_time
from pages._shared.answers import register_now, repeats_of
from pages._shared.invented import is_allowed
from pages._shared.panels import folded, show_lines, show_table
from pages._shared.register_table import show_repeats
from pages._shared.session import Session
from pages._shared.writing import kept

AT_ONCE = 10
_DECIDING: Mapping[str, Callable[[Store, RepeatPair, Actor], None]] = {
    "Confirm": confirm_repeat,
    "Not a repeat": dismiss_repeat,
}
_LOG = (Column("When"), Column("Item"), Column("Earlier item"), Column("What"), Column("Who"))
_WHAT_LOG = "Everything that was decided about repeat findings, in order"
_INVENTED = "While the demonstration is shown nothing can be decided: its items are invented."


def repeats_line(session: Session, register: Register) -> str:
    """What is confirmed of the register's open items: the sentence that may be copied."""
    return repeats_sentence(repeats_of(session.grounds).tally(register.open), register.as_of)


def show_repeat_findings(session: Session, register: Register) -> None:
    """The sentences of the register, and behind them the suggestions, what is decided, and by whom."""
    repeats = repeats_of(session.grounds)
    waiting = waiting_sentence(repeats.tally(register.open))
    show_lines([repeats_line(session, register), *([waiting] if waiting else [])])
    log = repeat_log(session.snapshot)
    if not (waiting or repeats.confirmed or repeats.dismissed or log):
        return
    part = folded("Repeat findings: suggestions and decisions", "repeats")
    if not part.open:
        return
    with part:
        st.markdown(
            "An open item is suggested when its words are like those of an earlier item of another report. "
            "Only what is confirmed is counted; every decision can be taken back, and all are kept."
        )
        _show_suggestions(session, repeats)
        for words, found in (("Confirmed", repeats.confirmed), ("Not a repeat", repeats.dismissed)):
            if found:
                show_repeats(session, repeats_table(register, found, f"{words}: {len(found):,}"))
        if not session.demonstration:
            _offer_taking_back(session, repeats)
        if log:
            show_table(_log_table(register, log))


def show_repeats_of_item(session: Session, register: Register, item: RegisterItem) -> None:
    """What an item repeats and what repeats it, confirmed or suggested; nothing where there is neither."""
    repeats, label = repeats_of(session.grounds), register.labels[item.item_key]
    told = (
        (f"Earlier findings like {label}", repeats.of_item(item)),
        (f"Later items like {label}", repeats.repeated_by(item)),
    )
    if not any(found for _, found in told):
        return
    st.header("Repeat findings", anchor=False)
    for caption, found in told:
        if found:
            show_repeats(session, repeats_table(register, found, caption))
    st.markdown("What is suggested is not counted; it is confirmed or dismissed on the Register page.")


def report_repeats(session: Session, reports: Reports, line: ReportLine) -> tuple[list[str], list[str]]:
    """Of one report's open items what is confirmed, which may be copied, and what waits; nothing where none is open."""
    register = register_now(session.grounds)
    if register is None or not line.open:
        return [], []
    items = [item for item in register.open if item.report_id == line.report_id and item.kind in reports.held]
    tally = repeats_of(session.grounds).tally(items)
    waiting = waiting_sentence(tally)
    return [repeats_sentence(tally, register.as_of, "of this report")], [waiting] if waiting else []


def _show_suggestions(session: Session, repeats: Repeats) -> None:
    """The likest first. With buttons beside each, but for invented items, about which nothing is ever kept."""
    register, shown = repeats.register, repeats.suggested[:AT_ONCE]
    if len(repeats.suggested) > AT_ONCE:
        st.markdown(f"The likest {AT_ONCE} of {len(repeats.suggested):,} suggestions are shown.")
    if session.demonstration:
        st.markdown(_INVENTED)
        if shown:
            show_repeats(session, repeats_table(register, shown, "Suggestions, the likest first"))
        return
    if not is_allowed(session, Action.DECIDE_REPEATS):
        show_repeats(session, repeats_table(register, shown, "Suggestions, the likest first"))
        return
    for place, repeat in enumerate(shown, start=1):
        caption = f"Suggestion {place} of {len(repeats.suggested):,}"
        pair, buttons = st.columns([6, 1], vertical_alignment="center")
        with pair:
            show_repeats(session, repeats_table(register, [repeat], caption))
        with buttons:
            _offer(session, register, repeat)


def _offer(session: Session, register: Register, repeat: Repeat) -> None:
    for words, act in _DECIDING.items():
        key = f"{act.__name__}-{repeat.item.item_id}-{repeat.earlier.item_id}"
        if st.button(words, key=key, help=plain(_pair_words(register, repeat)), width="stretch"):
            _act(session, act, repeat)


def _offer_taking_back(session: Session, repeats: Repeats) -> None:
    decided = {
        f"{_pair_words(repeats.register, repeat)}: {decided_words(repeat).lower()}": repeat
        for repeat in (*repeats.confirmed, *repeats.dismissed)
    }
    if not decided or not can(session.actor, Action.DECIDE_REPEATS):
        return
    with st.form("take-back-repeat"):
        chosen = st.selectbox("A decision to take back", list(decided), index=None, placeholder="Choose a decision")
        if st.form_submit_button("Take back"):
            if chosen is None:
                st.markdown("Choose a decision first.")
            else:
                _act(session, take_back, decided[chosen])


def _act(session: Session, act: Callable[[Store, RepeatPair, Actor], None], repeat: Repeat) -> None:
    kept(partial(act, session.store, RepeatPair(repeat.item.item_id, repeat.earlier.item_id), session.actor))


def _pair_words(register: Register, repeat: Repeat) -> str:
    return f"{register.labels[repeat.item.item_key]} and {register.labels[repeat.earlier.item_key]}"


def _log_table(register: Register, log: tuple[RepeatEntry, ...]) -> TableSpec:
    def name(item_id: int) -> str:
        item = register.by_id.get(item_id)
        return register.labels[item.item_key] if item else f"Item {item_id}, not held at this date"

    rows = (
        (local_time(entry.happened_at), name(entry.item_id), name(entry.earlier_id), entry.action, entry.actor.words)
        for entry in log
    )
    return TableSpec(_LOG, rows_of(rows), _WHAT_LOG, headed_rows=False)
