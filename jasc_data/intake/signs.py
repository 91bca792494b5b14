"""Cells that hold a mark instead of a word: only an empty cell is blank; what a mark means, its writer must say."""

import re

from jasc_data.domain.normalise import spelling_key, visible

_ERROR_VALUE = re.compile(
    r"#(?:N/A|REF!?|VALUE!?|NAME\?|DIV/0!?|NULL!?|NUM!?|SPILL!?|CALC!?|FIELD!?|GETTING_DATA|#+)", re.I
)
_DIGIT = re.compile(r"\d")
_NO_WORDS = frozenset({"", "true", "false"})
_STANDS_FOR_ANOTHER = frozenset(
    "as above|as per above|see above|same as above|same|ditto|do|as below|see below".split("|")
)
_STANDS_FOR_NOTHING = frozenset(
    "tbc|tba|tbd|n a|na|none|nil|null|nan|undefined|object object|unknown|not known|not stated|blank|ref|total".split(
        "|"
    )
)


def is_error_value(text: str) -> bool:
    """True for what a spreadsheet shows for a value that it cannot give: ``#N/A``, ``#REF!``, ``########``."""
    return _shows_an_error(visible(text))


def is_sign(text: str) -> bool:
    """True for a cell that is not empty and holds no letter or digit, or an error value, or a tick box's TRUE."""
    if "#" not in text and _DIGIT.search(text):
        return False  # nearly every reference: the words below have none
    shown = visible(text)
    return bool(shown) and (spelling_key(shown) in _NO_WORDS or _shows_an_error(shown))


def stands_for_nothing(text: str) -> bool:
    """True for what people write where there is no reference (yet): ``TBC``, ``n/a``, a dash."""
    if _DIGIT.search(text):
        return "#" in text and is_sign(text)
    return is_sign(text) or spelling_key(text) in _STANDS_FOR_NOTHING


def tells_nothing_apart(text: str) -> bool:
    """True for what stands for no reference, or for another cell: neither can tell an item from others."""
    if _DIGIT.search(text):
        return "#" in text and is_sign(text)
    return stands_for_nothing(text) or stands_for_another(text)


def stands_for_another(text: str) -> bool:
    """True for what people write instead of repeating a cell: ``as above``, ``ditto``."""
    return spelling_key(text) in _STANDS_FOR_ANOTHER


def _shows_an_error(shown: str) -> bool:
    return shown.startswith("#") and bool(_ERROR_VALUE.fullmatch(shown))
