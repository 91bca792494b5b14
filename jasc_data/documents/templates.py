"""The templates that the settings name, as bytes, and what is to be said where one cannot be used."""

from pathlib import Path

from jasc_data.domain.settings import Settings
from jasc_data.drawing import powerpoint, word


def read_template(path: Path | None, setting: str) -> tuple[bytes | None, str]:
    """The file's bytes, None where none is named or it cannot be read; a sentence in the latter case."""
    if path is None:
        return None, ""
    try:
        return path.read_bytes(), ""
    except OSError:
        return None, f"The template that {setting} names cannot be read, so the built-in one is used."


def paper_template(settings: Settings) -> tuple[bytes | None, str]:
    """That of the paper."""
    return read_template(settings.paper_template, "JASC_PAPER_TEMPLATE")


def slides_template(settings: Settings) -> tuple[bytes | None, str]:
    """That of the slides."""
    return read_template(settings.slides_template, "JASC_SLIDES_TEMPLATE")


def template_notices(settings: Settings) -> tuple[str, ...]:
    """A sentence for each template that is set and cannot be used."""
    paper, paper_said = paper_template(settings)
    slides, slides_said = slides_template(settings)
    said = [paper_said, slides_said]
    if paper is not None:
        said.append(word.opened(paper)[1])
    if slides is not None:
        said.append(powerpoint.opened(slides, powerpoint.Ratio.WIDE)[1])
    return tuple(sentence for sentence in said if sentence)
