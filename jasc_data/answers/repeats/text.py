"""Repeat findings in sentences: what is confirmed is counted; what is suggested is said apart, counted in nothing."""

from datetime import date

from jasc_data.answers.repeats.answer import Repeat, Tally
from jasc_data.domain.vocabulary import RepeatAction
from jasc_data.wording.numbers import counted, long_date

_LIKENESS = (  # from which likeness on, and the words for it
    (0.999, "The same words"),
    (0.75, "Nearly the same words"),
    (0.55, "Many words in common"),
    (0.0, "Some words in common"),
)
_DECIDED = {
    None: "Suggested, not confirmed",
    RepeatAction.CONFIRMED: "Confirmed",
    RepeatAction.DISMISSED: "Not a repeat",
}


def repeats_sentence(tally: Tally, day: date, of_what: str = "") -> str:
    """``Repeat findings on 4 May 2023: 5 of 104 open items repeat an earlier finding, 2 of them one closed before.``

    of_what: whose items they are, where not all of the force's: ``of this report``.
    """
    when, items = (
        f"Repeat findings on {long_date(day)}",
        f"{counted(tally.open, 'open item')}{of_what and ' '}{of_what}",
    )
    if not tally.open:
        return f"{when}: there are no open items{of_what and ' '}{of_what}."
    if not tally.repeating:
        return f"{when}: none of {items} is confirmed to repeat an earlier finding."
    repeat = "repeats" if tally.repeating == 1 else "repeat"
    return f"{when}: {tally.repeating:,} of {items} {repeat} an earlier finding, {_closed_before(tally)}."


def waiting_sentence(tally: Tally) -> str:
    """``7 suggestions wait for the force liaison officer; none of them is counted.``; blank when there are none."""
    if not tally.suggested:
        return ""
    wait, none = ("waits", "it is not") if tally.suggested == 1 else ("wait", "none of them is")
    return f"{counted(tally.suggested, 'suggestion')} {wait} for the force liaison officer; {none} counted."


def likeness_words(repeat: Repeat) -> str:
    """``Many words in common: supervision, investigations``; blank for what is decided."""
    if repeat.likeness is None:
        return ""
    words = next(words for least, words in _LIKENESS if repeat.likeness >= least)
    return f"{words}: {', '.join(repeat.shared)}" if repeat.shared else words


def decided_words(repeat: Repeat) -> str:
    """``Confirmed``, ``Not a repeat``, ``Suggested, not confirmed``."""
    return _DECIDED[repeat.decision.action if repeat.decision else None]


def _closed_before(tally: Tally) -> str:
    """Of how many of the items that repeat an earlier finding that finding is closed."""
    if tally.repeating == 1:
        return "which was closed before" if tally.closed_before else "which is not closed"
    if tally.closed_before == tally.repeating:
        return "all of them one closed before"
    return f"{f'{tally.closed_before:,}' if tally.closed_before else 'none'} of them one closed before"
