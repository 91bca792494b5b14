"""A paper that is issued: what is kept with its document, so that its figures can be found again on any later day."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from pydantic import BaseModel, ConfigDict

from jasc_data.documents.presentation.gathered import Asked
from jasc_data.domain.failures import FileRefused
from jasc_data.editorial.papers import IssuedPaper, PaperToIssue, issued_papers
from jasc_data.store.snapshot import Snapshot


class Options(BaseModel):
    """How the paper was asked for. written_on: the day of writing, from which ages and what is written count.

    marking: None in papers of earlier releases, which carried the settings'. counted: what it says of its period.
    force: whose paper it is, blank in papers of earlier releases.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    leads: bool
    below: int | None
    written_on: date
    marking: str | None = None
    counted: tuple[str, ...] = ()
    force: str = ""


@dataclass(frozen=True)
class Again:
    """What it takes to make an issued paper's figures again.

    entry: of the log, up to which exports are known. issued_at: up to which what people wrote is. force: whose paper it
    is, blank where that was not kept.
    """

    asked: Asked
    parts: tuple[str, ...]
    written_on: date
    entry: int
    issued_at: datetime
    force: str


def to_issue(
    document: bytes, asked: Asked, parts: Sequence[str], *, entry: int, written_on: date, force: str
) -> PaperToIssue:
    """The document with all that its figures rest on. entry: the last one of the log that it knows of. force: whose."""
    options = Options(
        leads=asked.leads,
        below=asked.below,
        written_on=written_on,
        marking=asked.marking,
        counted=asked.counted,
        force=force,
    )
    return PaperToIssue(
        document=document,
        as_of=asked.as_of,
        known_at=entry,
        options=options.model_dump_json(),
        parts=json.dumps(list(parts)),
        anonymised=asked.anonymised,
        meeting_on=asked.meeting_on,
        since=asked.since,
    )


def again(paper: IssuedPaper) -> Again:
    """How to make it again."""
    options = Options.model_validate_json(paper.options)
    asked = Asked(
        paper.as_of,
        paper.since,
        options.leads,
        options.below,
        anonymised=paper.anonymised,
        meeting_on=paper.meeting_on,
        marking=options.marking,
        counted=options.counted,
    )
    parts = tuple(json.loads(paper.parts))
    return Again(asked, parts, options.written_on, paper.log_entry, paper.happened_at, options.force)


def issued_paper(snapshot: Snapshot, number: int) -> IssuedPaper:
    """The paper of that number. Raises FileRefused when none has it."""
    found = {paper.paper_number: paper for paper in issued_papers(snapshot)}
    if number not in found:
        held = f"the latest is {max(found)}" if found else "none was issued yet"
        raise FileRefused(f"There is no issued paper {number}; {held}.")
    return found[number]
