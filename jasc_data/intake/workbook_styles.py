"""What of a workbook's formats decides what a cell says: dates, leading zeros, words struck through."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from jasc_data.intake.workbook_formats import Shown, in_groups, shown_by
from jasc_data.intake.workbook_package import Attributes, End, Package, Start, is_on

_EXACT_DIGITS = 15  # of a number in a spreadsheet; those after them are made up
_ASIDE = re.compile(r"\[[^\]]*\]|\\.|\"[^\"]*\"|[_*].")  # colours, countries, and what is shown as it is


class Style(NamedTuple):
    """How a cell is shown: as a date, or as a month or a year alone; as a number; struck through."""

    is_date: bool = False
    is_struck: bool = False
    shows: str = ""  # of a date: how a month or a year alone is written
    number: Shown | None = None  # what is shown of it besides its digits


PLAIN = Style()


def number_text(value: str, style: Style, epoch: date) -> str:
    """A number as text, with no digit that was not saved; in a cell of dates the day, where there is such a day."""
    try:
        number = float(value)
    except ValueError:
        return value
    if style.is_date and number >= 1:
        try:
            day = _day(number, epoch)
        except OverflowError:
            return value
        return day.strftime(style.shows) if style.shows else day.isoformat()
    shown = style.number
    if shown is None:
        return _digits(value, number)
    if shown.is_share:
        return f"{number * 100:.10g}%"
    digits = _digits(value, number, shown.digits, shown.decimals)
    if shown.groups and digits.isdecimal():
        digits = in_groups(digits, shown.groups)
    return shown.before + digits + shown.after


def _digits(value: str, number: float, least: int = 0, decimals: int = 0) -> str:
    """The number's own digits, with the zeros around them that are shown and none of them cut."""
    if not value.isdecimal() and abs(number) >= 10**_EXACT_DIGITS:
        return value
    shown = value if value.isdecimal() else str(int(number)) if number.is_integer() else repr(number)
    whole, point, rest = shown.partition(".")
    if decimals and "e" not in rest:
        point, rest = ".", rest.ljust(decimals, "0")
    return whole.zfill(least) + point + rest


def _day(number: float, epoch: date) -> date:
    """In the usual system 29 February 1900 was counted, which never was: days before it are counted from one later."""
    leap = 1 if number < 60 and epoch.year < 1900 else 0
    return epoch + timedelta(days=int(number) + leap)


def style_of(code: str, *, is_date: bool = False, is_struck: bool = False) -> Style:
    """The style of a number format, as far as it decides what a cell says."""
    if is_date:
        return Style(is_date=True, is_struck=is_struck, shows=_month_or_year(code))
    shown = shown_by(code)
    return Style(is_struck=is_struck, number=shown if any(shown) else None)


def _month_or_year(code: str) -> str:
    """How a date is written of which no day is shown: typed "April 2023", Excel keeps its first day."""
    letters = _ASIDE.sub("", code.partition(";")[0]).lower()
    if "d" in letters or "y" not in letters or "h" in letters:
        return ""
    return "%B %Y" if "m" in letters else "%Y"


def cell_styles(package: Package, part: str | None) -> list[Style]:
    """The styles that cells refer to by number."""
    reader = _Styles()
    if part is not None:
        package.read(part, reader.starts, reader.ends)
    return [reader.style(number_format, font) for number_format, font in reader.cells]


class _Styles:
    """Fonts and formats also stand in conditional formats, which are no cell's own: only the main lists count."""

    def __init__(self) -> None:
        from openpyxl.styles import numbers  # takes longer than a page: not before a workbook comes

        self._is_date, self._is_duration = numbers.is_date_format, numbers.is_timedelta_format
        self.formats = dict(numbers.BUILTIN_FORMATS)
        self.struck: list[bool] = []
        self.cells: list[tuple[int, int]] = []
        self._list = ""
        self.starts: dict[str, Start] = {"numFmt": self._format, "font": self._font, "strike": self._strike}
        self.starts |= {"xf": self._cell} | {name: self._enter(name) for name in ("fonts", "cellXfs", "dxfs")}
        self.ends: dict[str, End] = dict.fromkeys(("fonts", "cellXfs", "dxfs"), self._leave)

    def style(self, number_format: int, font: int) -> Style:
        """The style of a cell with that format and font."""
        code = self.formats.get(number_format, "General")
        is_date = self._is_date(code) and not self._is_duration(code)
        is_struck = font < len(self.struck) and self.struck[font]
        return style_of(code, is_date=is_date, is_struck=is_struck)

    def _enter(self, name: str) -> Start:
        def entered(_: Attributes) -> None:
            self._list = name

        return entered

    def _leave(self, _: str) -> None:
        self._list = ""

    def _format(self, given: Attributes) -> None:
        if not self._list:
            self.formats[int(given.get("numFmtId", 0))] = given.get("formatCode", "General")

    def _font(self, _: Attributes) -> None:
        if self._list == "fonts":
            self.struck.append(False)

    def _strike(self, given: Attributes) -> None:
        if self._list == "fonts" and self.struck:
            self.struck[-1] = is_on(given.get("val", "1"))

    def _cell(self, given: Attributes) -> None:
        if self._list == "cellXfs":
            self.cells.append((int(given.get("numFmtId", 0)), int(given.get("fontId", 0))))
