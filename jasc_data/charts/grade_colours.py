"""The colours of the grades: a ladder that differs in lightness, never the only sign (the level is printed)."""

from jasc_data.charts import theme
from jasc_data.vocabulary import Grade

GRADE_COLOURS = {
    Grade.ONE: "#5694CA",
    Grade.TWO: "#2073BC",
    Grade.THREE: "#12436D",
    Grade.FOUR: "#801650",
    Grade.NOT_GRADED: theme.WHITE,  # with a dark outline
}


def ink_on(grade: Grade) -> str:
    """The text colour that is read best on the grade's colour: near-black or white."""
    return max((theme.INK, theme.WHITE), key=lambda ink: theme.contrast(ink, GRADE_COLOURS[grade]))
