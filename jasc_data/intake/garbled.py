"""Text that some program read by the wrong table of characters on its way here, and ids that a list left in a cell.

Each function gives the text as it was probably meant, or None when it is sound.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

_TABLES = ("cp1252", "mac_roman", "cp850", "cp437")
_OLDER_TABLES = ("cp850", "mac_roman", "cp437")  # the likeliest first: Excel offers to save a CSV for MS-DOS
_MEANT = re.compile(
    r"[\u00a0-\u017f\u02c6\u02dc\u2010-\u2044\u20ac\u2116\u2122\u2190-\u27bf\ufb00-\ufb04\ufeff\ufffd\U0001f300-\U0001faff]"
)
_LETTER = "A-Za-zÀ-ÖØ-öø-ÿŒœŠšŽžŸŴŵŶŷ"
_SMALL = "a-zà-öø-ÿœšžŵŷ"
ODD = re.compile(  # what a wrong table makes all the time, and English or Welsh text never has
    f"(?<=[{_SMALL}])[À-ÖØ-ÞŒŠŽŸ]"
    f"|(?<![{_LETTER}])[œú](?=\\d)"  # a pound sign, by other tables
    f"|(?<![{_LETTER}\\d])[ÐÑÒÓÔÕÞþðœ](?![{_LETTER}])"
    f"|(?<=[{_LETTER}])[ˆ˜‡†‰‹›¢¤¥¦§¨©ª«¬®¯°±²³´µ¶·¸¹º»¼¾¿¡“”](?=[{_LETTER}])"
    f"|(?<=[{_LETTER}])[‚„ƒ]|[¤¥](?!\\s?\\d)"
    "|[\u0080-\u009f\u0131\u2017\u2500-\u259f√∞≈≠≤≥∂∆∑∏π∫Ω◊ˇ˘˙˚˝˛ﬁﬂ\uf8ff]"
)
SOUND = frozenset("–—‘’“”…•£€½¼¾°§©®™×\u00a0éèêëáàäíìîóòôöúùûüçñŵŷ")  # what sound text has; alone they are no sign
TERM_ID = re.compile(r"\|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_TAG = re.compile(r"</?(?:p|div|span|br|b|i|u|strong|em|ul|ol|li|a|font|h[1-6])(?:\s[^<>]*)?/?>", re.IGNORECASE)
_SHOWN = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": " ", "lsquo": "‘", "rsquo": "’"} | {
    "ldquo": "“",
    "rdquo": "”",
    "ndash": "–",
    "mdash": "—",
    "hellip": "…",
    "pound": "£",
}
_SURROGATES = 0xD800  # from which on some numbers are no character
_ENTITY = re.compile(f"&(?:({'|'.join(_SHOWN)})|#(\\d{{2,5}})|#x([0-9a-f]{{2,4}}));", re.IGNORECASE)
_LINK = re.compile(r"\A\[([^\[\]]+)\]\(https?://[^()\s]+\)\Z")
MARKUP = re.compile(f"{_ENTITY.pattern}|{_TAG.pattern}|\\[[^\\[\\]\n]+\\]\\(https?://", re.IGNORECASE)
_TYPED = re.compile(r"(?:string|float|datetime|boolean|error);#", re.IGNORECASE)


@lru_cache(maxsize=4096)
def before_read_twice(text: str) -> str | None:
    """The text before its UTF-8 was taken for another table: ``â€“`` was ``–``."""
    meant = text
    for _ in range(3):  # on a file's way it can happen again and again
        again = next((mended for table in _TABLES if (mended := _read_as_utf_8(meant, table)) != meant), meant)
        if again == meant:
            break
        meant = again
    return None if meant == text else meant


def likely_table(texts: Iterable[str]) -> str | None:
    """The older table of characters in which most of these texts, which are odd, would be sound."""
    odd = [text for text in texts if before_read_twice(text) is None]
    mended = {table: sum(in_table(text, table) is not None for text in odd) for table in _OLDER_TABLES}
    best = max(_OLDER_TABLES, key=lambda table: mended[table])
    return best if mended[best] else None


def in_table(text: str, table: str) -> str | None:
    """Windows text as another table meant it: in MS-DOS ``caf‚`` was ``café``, on a Mac ``donÕt`` was ``don’t``."""
    if text.isascii() or not ODD.search(text):
        return None
    codes = [_codes("cp1252").get(character, -1) for character in text]
    if min(codes) < 0:
        return None
    meant = bytes(codes).decode(table, "replace")
    return None if ODD.search(meant) or "\ufffd" in meant else meant


def without_ids(text: str) -> str | None:
    """What a SharePoint list shows of a cell: ``12;#Vetting`` is Vetting, ``;#Open;#`` is Open."""
    trimmed = text.strip()
    shown = TERM_ID.sub("", trimmed)
    parts = shown.split(";#")
    if _TYPED.match(shown):
        shown = shown.partition(";#")[2]
    elif len(parts) % 2 == 0 and all(part.isdecimal() for part in parts[::2]):
        shown = "; ".join(parts[1::2])
    elif len(parts) > 2 and not parts[0] and not parts[-1]:
        shown = "; ".join(part for part in parts if part)
    return None if shown == trimmed else shown


def without_lost(text: str) -> str | None:
    """The text with ``?`` for each character that was lost on its way: what it was cannot be told."""
    return text.replace("\ufffd", "?") if "\ufffd" in text else None


def without_markup(text: str) -> str | None:
    """The words that a web page would show: ``<p>Vetting &amp; conduct</p>`` is Vetting & conduct."""
    if not MARKUP.search(text):
        return None
    shown = _TAG.sub(" ", _LINK.sub(r"\1", text.strip()))
    return " ".join(_ENTITY.sub(_sign, shown).split())


def _sign(entity: re.Match[str]) -> str:
    if entity[1]:
        return _SHOWN[entity[1].lower()]
    code = int(entity[2]) if entity[2] else int(entity[3], 16)
    return chr(code) if ord(" ") <= code < _SURROGATES else entity[0]


@lru_cache
def _codes(table: str) -> dict[str, int]:
    """The byte of each character, with the five that Windows-1252 leaves free as programs pass them on."""
    free = (0x81, 0x8D, 0x8F, 0x90, 0x9D) if table == "cp1252" else ()
    return {chr(code) if code in free else bytes([code]).decode(table): code for code in range(256)}


@lru_cache
def _sequences(table: str) -> re.Pattern[str]:
    """The UTF-8 of a character that may be meant, as it looks in the table."""
    shown = {code: re.escape(character) for character, code in _codes(table).items() if code >= 0x80}

    def one_of(*codes: int) -> str:
        return "[" + "".join(shown[code] for code in codes if code in shown) + "]"

    rest = one_of(*range(0x80, 0xC0))
    two, three, four = one_of(0xC2, 0xC3, 0xC4, 0xC5, 0xCB), one_of(0xE2, 0xEF), one_of(0xF0)
    return re.compile(f"{two}{rest}|{three}{rest}{{2}}|{four}{rest}{{3}}")


TWICE = re.compile("|".join(_sequences(table).pattern for table in _TABLES))


def _read_as_utf_8(text: str, table: str) -> str:
    codes = _codes(table)

    def mended(match: re.Match[str]) -> str:
        meant = bytes(codes[character] for character in match[0]).decode("utf-8", "replace")
        return meant if _MEANT.fullmatch(meant) else match[0]

    return text if text.isascii() else _sequences(table).sub(mended, text)
