"""Steps to green in sentences: counts by report and kind, what is ready to close and by whom, one item's own."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from jasc_data.answers.steps.answer import ItemSteps, SignedOff, StepsHeld, StepVersion
from jasc_data.domain.vocabulary import Grade, Kind, Status
from jasc_data.wording.numbers import counted, listed, long_date, sentence_case


def progress_sentences(held: StepsHeld, items: Sequence[ItemSteps]) -> tuple[str, ...]:
    """Of some items, such as one report's, a sentence a kind: ``12 of 16 open AFIs have all steps met; 2 await ...``

    Kinds of which no step is written are left out.
    """
    found = []
    for kind in Kind:
        of_kind = [one for one in items if one.item.kind is kind and one.item.counts]
        if any(one.steps for one in of_kind):
            found.append(f"On {long_date(held.until)} {_progress(kind, of_kind)}.")
    return tuple(found)


def _progress(kind: Kind, items: Sequence[ItemSteps]) -> str:
    met = sum(one.all_met for one in items)
    have = "has" if 1 in (met, len(items)) else "have"
    parts = [f"{met:,} of {len(items):,} open {kind.singular if len(items) == 1 else kind.plural} {have} all steps met"]
    waiting = sum(one.item.status is Status.AWAITING_SIGN_OFF for one in items)
    if waiting:
        parts.append(f"{waiting:,} {'awaits' if waiting == 1 else 'await'} sign-off by the export")
    without = sum(not one.steps for one in items)
    if without:
        parts.append(f"for {without:,} no steps are written")
    return "; ".join(parts)


def ready_headline(held: StepsHeld) -> str:
    """The page's message."""
    if not held.ready:
        return f"{held.register.home}: no open item is ready to close by its steps to green"
    by_kind = Counter(found.item.kind for found in held.ready)
    many = len(held.ready) > 1
    what = listed([kind.counted(by_kind[kind]) for kind in Kind if by_kind[kind]])
    return f"{held.register.home}: {what} {'are' if many else 'is'} ready to close, all steps met"


def ready_sentences(held: StepsHeld, closes: dict[Grade, str]) -> tuple[str, ...]:
    """How many are ready and who can close them; how many steps are late; what is signed off but open still."""
    when = f"On {long_date(held.until)}"
    open_ = [found for found in held.items if found.item.counts]
    planned = sum(bool(found.steps) for found in open_)
    lines = [f"{when} steps to green are written for {planned:,} of {counted(len(open_), 'open item')}."]
    if held.ready:
        by_closer = Counter(closes[found.item.grade] for found in held.ready)
        parts = "; ".join(f"{who}: {number:,}" for who, number in by_closer.most_common())
        are = "is" if len(held.ready) == 1 else "are"
        lines.append(f"{when} {counted(len(held.ready))} {are} ready to close; who can close: {parts}.")
    late = sum(step.late_on(held.until) for found in open_ for step in found.steps)
    if late:
        were, their = ("was", "its") if late == 1 else ("were", "their")
        lines.append(f"{when} {counted(late, 'step')} {were} past {their} own due date.")
    signed = sum(found.item.counts for found in held.signed_off)
    if signed:
        verb = "is" if signed == 1 else "are"
        lines.append(
            f"{when} {counted(signed)} that the Chief Constable has signed off {verb} still open by the export."
        )
    return tuple(lines)


def item_steps_sentence(found: ItemSteps, until: date) -> str:
    """``On 4 September 2023 2 of 3 steps were met, the evidence of 1 seen.``"""
    if not found.steps:
        return f"No steps to green are written here, up to {long_date(until)}."
    seen = sum(step.state.value == "evidence seen" for step in found.steps)
    late = sum(step.late_on(until) for step in found.steps)
    evidence = f", the evidence of {seen:,} seen" if seen else ""
    behind = f"; {late:,} past {'its' if late == 1 else 'their'} own due date" if late else ""
    return f"On {long_date(until)} {found.met:,} of {counted(len(found.steps), 'step')} met{evidence}{behind}."


def sign_off_words(signed: SignedOff) -> str:
    """``Signed off by the Chief Constable on 4 September 2023, overseen by the board; recorded by flo (dashboard)``."""
    note = f" Note: {' '.join(signed.note.split())}" if signed.note else ""
    return (
        f"Signed off by the Chief Constable on {long_date(signed.signed_on)}, overseen by {signed.board}; "
        f"recorded by {signed.actor.words}.{note}"
    )


def step_state_words(step: StepVersion, day: date) -> str:
    """``Under way, past its due date``."""
    return f"{sentence_case(step.state.value)}{', past its due date' if step.late_on(day) else ''}"


def steps_source(held: StepsHeld) -> str:
    """For the foot of a page or a file."""
    if not held.versions:
        return f"Source: steps to green kept on this dashboard; none by {long_date(held.until)}."
    latest = max(version.dated for version in held.versions)
    return f"Source: steps to green kept on this dashboard, dated up to {long_date(latest)}; status by the exports."
