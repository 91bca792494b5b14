"""Whose a standing text is, in words."""

from jasc_data.answers.standing_texts.answer import StandingTexts, TextVersion
from jasc_data.wording.numbers import local_time

_OWN = "the product's own text"


def written_words(version: TextVersion) -> str:
    """``Written 5 September 2023 09:12 by flo (dashboard)``."""
    done = "Written" if version.text else f"Back to {_OWN}"
    return f"{done} {local_time(version.happened_at)} by {version.actor.words}"


def whose_words(texts: StandingTexts, text_key: str) -> str:
    """A sentence on the text in force: the product's own, or who wrote it when."""
    latest = texts.latest(text_key)
    return f"{written_words(latest)}." if latest else f"This is {_OWN}; nobody has written another."
