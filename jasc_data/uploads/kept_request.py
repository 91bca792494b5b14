"""The whole request that made an upload, kept with it as JSON: what the uploader said, and what the file was read with.

With the original bytes it is enough to make the upload again.
"""

from collections.abc import Collection
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from jasc_data.domain.failures import StoreNewer
from jasc_data.domain.vocabulary import Kind
from jasc_data.intake.learned import Decision, Domain
from jasc_data.intake.uploads import CheckedFile, UploadRequest


class KeptDecision(BaseModel):
    """One thing that the uploader said of a heading, a word or a missing column."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    domain: Domain
    word: str
    meaning: str
    layout: str


class KeptRequest(BaseModel):
    """What the uploader said, and what else decided how the file was read.

    home_force, read_on: whose dashboard it was, and on what day. decisions_known: how many decisions of earlier
    uploaders were known. place: of the uploads that the file made (one a date), which this is, from 0.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    release: Literal[1] = 1
    as_of: date | None
    force: str | None
    covers_forces: tuple[str, ...]
    covers_kinds: tuple[Kind, ...]
    covers_reports: str
    sheet: str | None
    decisions: tuple[KeptDecision, ...]
    acknowledged: tuple[str, ...]
    home_force: str
    read_on: date
    decisions_known: int
    place: int

    @property
    def request(self) -> UploadRequest:
        """What the uploader said, as a file is checked with it."""
        return UploadRequest(
            as_of=self.as_of,
            force=self.force,
            covers_forces=self.covers_forces,
            covers_kinds=self.covers_kinds,
            covers_reports=self.covers_reports,
            decisions=tuple(Decision(said.domain, said.word, said.meaning, said.layout) for said in self.decisions),
            sheet=self.sheet,
        )


def kept_request(checked: CheckedFile, acknowledged: Collection[str], decisions_known: int, place: int) -> str:
    """The request of a checked file, as JSON."""
    asked = checked.request
    return KeptRequest(
        as_of=asked.as_of,
        force=asked.force,
        covers_forces=asked.covers_forces,
        covers_kinds=asked.covers_kinds,
        covers_reports=asked.covers_reports,
        sheet=asked.sheet,
        decisions=tuple(
            KeptDecision(domain=said.domain, word=said.word, meaning=said.meaning, layout=said.layout)
            for said in asked.decisions
        ),
        acknowledged=tuple(sorted(acknowledged)),
        home_force=checked.home_force,
        read_on=checked.read_on,
        decisions_known=decisions_known,
        place=place,
    ).model_dump_json()


def read_request(text: str, upload_id: int) -> KeptRequest:
    """The request in the JSON. Raises StoreNewer when this release cannot read it."""
    try:
        return KeptRequest.model_validate_json(text)
    except ValidationError:
        raise StoreNewer(
            f"The request kept with upload {upload_id} was written by another release of the dashboard than this one "
            "can read. Update the dashboard. Nothing was changed."
        ) from None
