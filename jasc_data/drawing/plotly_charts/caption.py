"""The words around a plot: its message and what it measures above, where its figures come from below.

They are part of the picture, so that a picture which leaves the dashboard still says what it is, whose and as of when.
"""

from dataclasses import dataclass

from jasc_data.drawing import theme
from jasc_data.drawing.chart_spec import ChartSpec, Key
from jasc_data.drawing.plotly_charts.written import BREAK, line_count, wrapped, written
from jasc_data.drawing.roles import Role

LINE_HEIGHT = 25
_EDGE = 4  # pixels between the picture's left edge and the words
_TITLE = 0.96  # of a line's characters fit a line of the title, which is larger and bold


@dataclass(frozen=True)
class Caption:
    """The words in lines that fit the picture, as plotly writes them."""

    title: str
    measure: str
    foot: str

    @property
    def height_above(self) -> int:
        """The pixels that the lines above the plot take."""
        return LINE_HEIGHT * (line_count(self.title) + line_count(self.measure))

    @property
    def height_below(self) -> int:
        """The pixels that the lines below the plot take."""
        return LINE_HEIGHT * line_count(self.foot)

    def annotations(self, *, left: int, over: int, under: int) -> list[dict[str, object]]:
        """The words at the picture's left edge. left: the plot's margin; over, under: pixels from the plot."""
        heading = f"<b><span style='font-size:{theme.TITLE_SIZE}px'>{self.title}</span></b>{BREAK}{self.measure}"
        at_the_left = {
            "x": 0,
            "xref": "paper",
            "xanchor": "left",
            "xshift": _EDGE - left,
            "yref": "paper",
            "align": "left",
            "showarrow": False,
        }
        return [
            at_the_left | {"text": heading, "y": 1, "yanchor": "bottom", "yshift": over},
            at_the_left
            | {"text": self.foot, "y": 0, "yanchor": "top", "yshift": -under, "font": {"color": theme.QUIET_INK}},
        ]


def caption(spec: ChartSpec, characters: int, *, swatches: bool = False) -> Caption:
    """The caption of a picture in which one line has room for that many characters.

    swatches: the key is a line of its own, with each colour; else it follows the measure in words.
    """
    in_words = f". {_in_words(spec.key)}" if spec.key and not swatches else ""
    below_it = f"{BREAK}{_with_swatches(spec.key)}" if spec.key and swatches else ""
    foot = [line for line in (spec.warning, *spec.provenance.lines) if line]
    return Caption(
        title=wrapped(spec.message, round(characters * _TITLE)),
        measure=wrapped(f"{spec.measure}{in_words}", characters) + below_it,
        foot=BREAK.join(wrapped(line, characters) for line in foot),
    )


def _in_words(key: Key) -> str:
    told = "; ".join(f"{theme.LOOKS_IN_WORDS[role]}: {words}" for role, words in key.entries)
    return ". ".join(part for part in (key.before, f"{told[:1].upper()}{told[1:]}", key.after) if part)


def _with_swatches(key: Key) -> str:
    entries = " ".join(f"{_swatch(role)} {written(words)}" for role, words in key.entries)
    told = f"{written(key.before)} {entries}".strip()
    return f"{told}. {written(key.after)}" if key.after else told


def _swatch(role: Role) -> str:
    colour = theme.FILLS[role]
    return "□" if colour == theme.WHITE else f"<span style='color:{colour}'>■</span>"
