"""``paper``, ``slides`` and ``figures``: documents as files, and in JSON what is in them and what is not."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from jasc_data.command_line.commands import Answer
from jasc_data.command_line.kept_store import held_store
from jasc_data.command_line.meeting_option import add_period, period_asked_for
from jasc_data.command_line.viewpoint import add_viewpoint, known, viewpoint_of
from jasc_data.command_line.written_file import must_end_in, write_file
from jasc_data.documents.figure_pack import figure_pack
from jasc_data.documents.paper import PARTS, LeftOut, PaperAnswers, make_paper
from jasc_data.documents.paper.asked import paper_answers, paper_file
from jasc_data.documents.paper.source import brief_source
from jasc_data.documents.pdf import PDF, must_have_office, pdf_of
from jasc_data.documents.presentation.deck import deck_file
from jasc_data.documents.presentation.gathered import Asked
from jasc_data.documents.presentation.sets import VIEWS
from jasc_data.documents.presentation.views import views
from jasc_data.domain.failures import FileRefused
from jasc_data.domain.forces import national_directory
from jasc_data.domain.markings import marking_named
from jasc_data.domain.settings import Settings
from jasc_data.drawing.powerpoint import Ratio
from jasc_data.editorial.paper_issuing import again, issued_paper
from jasc_data.editorial.periods import Since
from jasc_data.store.snapshot import Snapshot
from jasc_data.wording.numbers import counted, listed, long_date

_NOT_SHOWN = "What it would show is not held."
_AS_ISSUED = ("as_of", "meeting", "since", "known_at", "marking", "anonymised", "leads", "force")  # no choice any more
_UNMARKED_THEN = "The marking is the setting's: the paper was issued before one was kept with each."


@dataclass(frozen=True)
class _Made:
    """A document: its bytes, its parts by name and heading, what was left out, and what is to be said besides."""

    content: bytes
    parts: Sequence[tuple[str, str]]
    left_out: Sequence[LeftOut]
    said: tuple[str, ...] = ()


def add_paper_options(parser: argparse.ArgumentParser) -> None:
    """The options of the paper."""
    add_figures_options(parser)
    parser.add_argument(
        "--reissue", type=int, metavar="N", help="issued paper N again, with the figures known when it was issued"
    )


def add_figures_options(parser: argparse.ArgumentParser) -> None:
    """The options of the figure pack, which the paper has too."""
    _add_options(parser, Since.LAST_PAPER, Since.LAST_MEETING, Since.EXPORT_BEFORE)
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=list(PARTS), metavar="PART", help=_choices(PARTS))


def add_slides_options(parser: argparse.ArgumentParser) -> None:
    """The options of the deck."""
    _add_options(parser, Since.LAST_MEETING, Since.LAST_PAPER, Since.EXPORT_BEFORE)
    parser.add_argument("--parts", nargs="+", choices=VIEWS, default=list(VIEWS), metavar="VIEW", help=_choices(VIEWS))
    parser.add_argument("--ratio", type=Ratio, choices=list(Ratio), default=Ratio.WIDE, help="of a slide")


def _choices(names: Sequence[str] | dict[str, Any]) -> str:
    return f"which, in this order (default: all): {listed(list(names))}"


def _add_options(parser: argparse.ArgumentParser, *usually: Since) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the file to write")
    add_period(parser, *usually)
    parser.add_argument("--anonymised", action="store_true", help="peers as Force A, Force B ...")
    parser.add_argument("--leads", action="store_true", help="name leads, who can be people")
    parser.add_argument("--marking", help="of this file, or none (default: the setting JASC_MARKING)")
    add_viewpoint(parser)


def paper(settings: Settings, given: argparse.Namespace) -> Answer:
    """The committee's paper as Word or PDF, of now or as it was issued."""
    must_end_in(given.file, ".docx", PDF)
    if given.file.suffix.lower() == PDF:
        must_have_office()
    if given.reissue is not None:
        return _reissued(settings, given)
    return _document(settings, given, lambda answers: _made_paper(settings, answers, given.parts))


def _made_paper(settings: Settings, answers: PaperAnswers, names: Sequence[str]) -> _Made:
    found = make_paper(answers, names)
    written = paper_file(found, settings)
    parts = [(section.name, section.heading) for section in found.document.sections]
    return _Made(written.content, parts, found.left_out, (written.said,))


def figures(settings: Settings, given: argparse.Namespace) -> Answer:
    """The figures of the paper as a workbook."""
    must_end_in(given.file, ".xlsx")

    def made(answers: PaperAnswers) -> _Made:
        found = make_paper(answers, given.parts)
        provenance = answers.presented.provenance(brief_source(answers))
        parts = [(section.name, section.heading) for section in found.document.sections]
        return _Made(figure_pack(found, provenance), parts, found.left_out)

    return _document(settings, given, made)


def slides(settings: Settings, given: argparse.Namespace) -> Answer:
    """The views of the meeting as PowerPoint."""
    must_end_in(given.file, ".pptx")

    def made(answers: PaperAnswers) -> _Made:
        presented = answers.presented
        found = views(presented, given.parts)
        parts = [(slide.name, VIEWS[slide.name]) for slide in found]
        left_out = [
            LeftOut(name, VIEWS[name], _NOT_SHOWN)
            for name in dict.fromkeys(given.parts)
            if (name, VIEWS[name]) not in parts
        ]
        written = deck_file(presented, found, given.ratio)
        return _Made(written.content, parts, left_out, (written.said,))

    return _document(settings, given, made)


def _document(settings: Settings, given: argparse.Namespace, make: Callable[[PaperAnswers], _Made]) -> Answer:
    """Makes the document and writes it; refused where nothing is held or the file cannot be written."""
    with known(settings, given) as snapshot:
        home = given.force or settings.home_force
        period = period_asked_for(snapshot, home, given)
        asked = Asked(
            period.as_of,
            period.since,
            given.leads,
            settings.target,
            anonymised=given.anonymised,
            meeting_on=period.meeting_on,
            marking=marking_named(settings, given.marking),
            counted=period.counted,
        )
        answers = _answers(settings, given, snapshot, asked, date.today())
    made = make(answers)
    return _written(given.file, replace(made, said=(*made.said, *period.said)), asked, home)


def _reissued(settings: Settings, given: argparse.Namespace) -> Answer:
    """An issued paper made again from what was known when it was issued, whatever was corrected since."""
    _must_stand_alone(given)
    with held_store(settings) as store:
        with store.snapshot() as snapshot:
            kept = again(issued_paper(snapshot, given.reissue))
        given.force = kept.force or settings.home_force
        with store.snapshot(kept.entry, kept.issued_at) as snapshot:
            answers = _answers(settings, given, snapshot, kept.asked, kept.written_on)
    made = _made_paper(settings, answers, kept.parts)
    asked = kept.asked
    if asked.marking is None:
        asked, made = replace(asked, marking=settings.marking), replace(made, said=(*made.said, _UNMARKED_THEN))
    return _written(given.file, made, asked, given.force)


def _must_stand_alone(given: argparse.Namespace) -> None:
    """Raises FileRefused for choices that an issued paper made already; to pass over them would be taken for theirs."""
    chosen = [f"--{name.replace('_', '-')}" for name in _AS_ISSUED if getattr(given, name)]
    if given.parts != list(PARTS):
        chosen.append("--parts")
    if chosen:
        raise FileRefused(f"Paper {given.reissue} is made again as it was issued: leave out {listed(chosen)}.")


def _answers(
    settings: Settings, given: argparse.Namespace, snapshot: Snapshot, asked: Asked, today: date
) -> PaperAnswers:
    return paper_answers(snapshot, viewpoint_of(settings, given), national_directory(), settings, asked, today)


def _written(file: Path, made: _Made, asked: Asked, home: str) -> Answer:
    if file.suffix.lower() == PDF:
        made = replace(made, content=pdf_of(made.content))
    write_file(file, made.content)
    return _answer(file.name, made, asked, home)


def _answer(file_name: str, made: _Made, asked: Asked, home: str) -> Answer:
    digest = sha256(made.content).hexdigest()
    notices = [sentence for sentence in made.said if sentence]
    data = {
        "file": file_name,
        "sha256": digest,
        "force": home,
        "as_of": asked.as_of.isoformat(),
        "meeting": asked.meeting_on.isoformat() if asked.meeting_on else None,
        "since": asked.since.isoformat() if asked.since else None,
        "anonymised": asked.anonymised,
        "leads": asked.leads,
        "marking": asked.marking,
        "parts": [{"name": name, "heading": heading} for name, heading in made.parts],
        "left_out": [{"name": one.name, "heading": one.heading, "why": one.why} for one in made.left_out],
        "notices": notices,
    }
    lines = [
        f"{file_name}: {home}, as of {long_date(asked.as_of)}, {counted(len(made.parts), 'part')}.",
        f"SHA-256 {digest}",
        *(f"Left out: {one.heading}. {one.why}" for one in made.left_out),
        *notices,
    ]
    return Answer(data, "\n".join(lines))
