"""The standing text: what HMICFRS is, and how the force responds. It rests on no figure."""

from pathlib import Path

from jasc_data.documents.paper.part import Made, PaperAnswers
from jasc_data.drawing.slide import Words

_TEXTS = Path(__file__).parent / "standing"


def about(_answers: PaperAnswers) -> Made:
    """What the inspectorate does, and what its reports can raise."""
    return _text("about")


def response(_answers: PaperAnswers) -> Made:
    """How the force tracks, reviews and closes what it was given."""
    return _text("response")


def _text(name: str) -> Made:
    """A file of paragraphs with a blank line between two."""
    written = (_TEXTS / f"{name}.txt").read_text(encoding="utf-8")
    return (Words(tuple(" ".join(paragraph.split()) for paragraph in written.split("\n\n"))),)
