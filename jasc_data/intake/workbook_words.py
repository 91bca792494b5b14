"""The words of a workbook: texts of several runs joined, marks that XML cannot hold decoded, what is struck through.

A figure is never joined from two: the mark of a footnote stays raised, and what was struck out stays apart.
"""

import re
from typing import NamedTuple

from jasc_data.intake.workbook_package import Attributes, End, Package, Start, is_on
from jasc_data.wording.spreadsheet_text import as_written

TEXTS = ("t",)
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SHORT = 40
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class RichText:
    """Collects one text from its runs. Hints of how it is pronounced are not part of it."""

    def __init__(self) -> None:
        self.starts: dict[str, Start] = {"r": self._run, "strike": self._strike, "rPh": self._hint}
        self.starts["vertAlign"] = self._raise
        self.ends: dict[str, End] = {"t": self._text, "rPh": self._hint_over}
        self._pronounced = False
        self.begin()

    def begin(self) -> None:
        """Forgets the text collected so far."""
        self._runs: list[str] = []
        self._run_is_struck = self._run_is_raised = False
        self._all_struck = True
        self.struck = ""  # what of the text is struck through

    @property
    def text(self) -> str:
        """The text collected."""
        return "".join(self._runs)

    @property
    def is_struck(self) -> bool:
        """True when all of the text is struck through."""
        return self._all_struck and bool(self.text.strip())

    @property
    def struck_part(self) -> str:
        """What is struck through where the rest is not."""
        return "" if self._all_struck else self.struck.strip()

    def _run(self, _: Attributes) -> None:
        self._run_is_struck = self._run_is_raised = False

    def _raise(self, given: Attributes) -> None:
        self._run_is_raised = given.get("val") == "superscript"

    def _strike(self, given: Attributes) -> None:
        self._run_is_struck = is_on(given.get("val", "1"))

    def _hint(self, _: Attributes) -> None:
        self._pronounced = True

    def _hint_over(self, _: str) -> None:
        self._pronounced = False

    def _text(self, text: str) -> None:
        if self._pronounced:
            return
        if self._run_is_raised:
            text = text.translate(_RAISED)
        if self._run_is_struck or self.struck:
            self._beside_struck(text)
        self._runs.append(text)
        self._all_struck = self._all_struck and (self._run_is_struck or not text.strip())

    def _beside_struck(self, text: str) -> None:
        before = self._runs[-1] if self._runs else ""
        if before[-1:].isdigit() and text[:1].isdigit():
            self._runs.append(" ")
        if self._run_is_struck:
            self.struck += text


class Words:
    """Cells' texts as a person reads them. Short ones are kept once: most cells say what others have said."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def __call__(self, text: str) -> str:
        """The text without the marks of the file's form."""
        known = self._known.get(text)
        if known is None:
            known = as_written(_decoded(text))
            if len(text) <= _SHORT:
                self._known[text] = known
        return known


class SharedStrings(NamedTuple):
    """The texts that cells refer to by number, the numbers of those that are struck through, and by number what is of
    others of which a part is."""

    texts: list[str]
    struck: set[int]
    struck_parts: dict[int, str]


def shared_strings(package: Package, part: str | None) -> SharedStrings:
    """The texts that the cells of a workbook refer to."""
    texts: list[str] = []
    found = SharedStrings(texts, set(), {})
    words, rich = Words(), RichText()

    def ended(_: str) -> None:
        if rich.is_struck:
            found.struck.add(len(texts))
        elif rich.struck_part:
            found.struck_parts[len(texts)] = rich.struck_part
        texts.append(words(rich.text))

    if part is not None:
        starts: dict[str, Start] = {**rich.starts, "si": lambda _: rich.begin()}
        package.read(part, starts, {**rich.ends, "si": ended}, TEXTS)
    return found


def _decoded(text: str) -> str:
    """``Status_x000D_`` is a line end that XML could not hold; lines end as in any other text."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text).replace("\x00", "")
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # halves of a character meet again
    return text.replace("\r\n", "\n").rstrip("\r").replace("\r", "\n") if "\r" in text else text
