"""The standing text: what HMICFRS is, and how the force responds. It rests on no figure.

The text is what the liaison officer wrote last, else the product's own.
"""

from functools import partial
from pathlib import Path

from jasc_data.answers.standing_texts.answer import StandingTexts
from jasc_data.documents.paper.part import Made, PaperAnswers
from jasc_data.drawing.slide import Words

_TEXTS = Path(__file__).parent / "standing"
STANDING = tuple(sorted(path.stem for path in _TEXTS.glob("*.txt")))  # the parts that are such a text


def own_text(text_key: str) -> str:
    """The product's own text of that part."""
    return (_TEXTS / f"{text_key}.txt").read_text(encoding="utf-8").strip()


def text_in_force(texts: StandingTexts, text_key: str) -> str:
    """What the paper says there."""
    written = texts.in_force(text_key)
    return written.text if written else own_text(text_key)


def paragraphs(text: str) -> tuple[str, ...]:
    """Each line that says something is a paragraph."""
    return tuple(" ".join(line.split()) for line in text.splitlines() if line.strip())


def _made(answers: PaperAnswers, text_key: str) -> Made:
    return (Words(paragraphs(text_in_force(answers.standing, text_key))),)


about = partial(_made, text_key="about")  # what the inspectorate does, and what its reports can raise
response = partial(_made, text_key="response")  # how the force tracks, reviews and closes what it was given
