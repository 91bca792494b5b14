"""The one palette of every chart, and the sizes of its text.

Colours and lines follow the Government Analysis Function's guidance on charts: few colours that differ in lightness,
direct labels, no red/amber/green. Contrasts are computed in the tests.
"""

from jasc_data.domain.vocabulary import Grade
from jasc_data.drawing.roles import LEVELS, Role

WHITE = "#FFFFFF"
INK = "#0B0C0C"
QUIET_INK = "#505A5F"
HOME = "#12436D"
OTHERS = "#909090"
TURQUOISE = "#28A197"
DARK_PINK = "#801650"
BASELINE = "#B1B4B6"
EDGE = "#C9CDD2"  # of boxes and rows
FIELD = "#F3F4F6"  # behind what can be chosen or typed
CHOSEN = "#E8EEF4"  # behind what is chosen
GRADE_COLOURS = {  # a ladder that differs in lightness, never the only sign: the level is printed, or stands in a table
    Grade.ONE: "#5694CA",
    Grade.TWO: "#2073BC",
    Grade.THREE: "#12436D",
    Grade.FOUR: "#801650",
    Grade.NOT_GRADED: WHITE,  # with a dark outline
}

FILLS = {  # of whatever a role is drawn as
    Role.HOME: HOME,
    Role.OTHERS: OTHERS,
    Role.ELSEWHERE: WHITE,  # with a dark outline, as all that is white
    Role.PROJECTED: HOME,  # hatched
    Role.SIGNED_OFF: WHITE,
    Role.GROUP_AVERAGE: INK,
    Role.NATIONAL_AVERAGE: INK,
    Role.CAUSE_OF_CONCERN: TURQUOISE,
    **{role: GRADE_COLOURS[grade] for grade, role in LEVELS.items()},
}
LOOKS_IN_WORDS = {
    Role.HOME: "blue",
    Role.OTHERS: "grey",
    Role.ELSEWHERE: "white",
    Role.PROJECTED: "hatched",
    Role.SIGNED_OFF: "outlined",
}

TEXT_ON = (  # every pair of text and ground of the pages, the band, the way around and the meeting view
    (INK, WHITE),
    (QUIET_INK, WHITE),
    (HOME, WHITE),
    (WHITE, INK),
    (WHITE, HOME),
    (INK, FIELD),
    (QUIET_INK, FIELD),
    (HOME, FIELD),
    (HOME, CHOSEN),
    (INK, CHOSEN),
)

FONT = '"Source Sans", "Source Sans 3", "Source Sans Pro", Arial, sans-serif'
TEXT_SIZE = 18  # pixels on a desk; nothing in a chart is smaller
TITLE_SIZE = 20


def relative_luminance(colour: str) -> float:
    """The luminance of a ``#RRGGBB`` colour from 0 (black) to 1 (white), as WCAG 2 defines it."""

    def linear(part: str) -> float:
        value = int(part, 16) / 255
        return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(colour[place : place + 2]) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21, as WCAG 2 defines it."""
    lighter, darker = sorted((relative_luminance(one), relative_luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def ink_on(colour: str) -> str:
    """The text colour that is read best on the colour: near-black or white."""
    return max((INK, WHITE), key=lambda ink: contrast(ink, colour))
