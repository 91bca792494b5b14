"""The whole request that made an upload, kept with it as JSON: what the uploader said, and what the file was read with.

With the original bytes it is enough to make the upload again.
"""

from collections.abc import Collection
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from jasc_data.domain.failures import StoreNewer
from jasc_data.intake.uploads import CheckedFile, UploadRequest


class KeptRequest(BaseModel):
    """What the uploader said and accepted, and what else decided how the file was read.

    acknowledged: the codes of the warnings accepted. home_force, read_on: whose dashboard it was, and on what day.
    decisions_known: how many decisions of earlier uploaders were known. place: of the uploads that the file made (one a
    date), which this is, from 0. release: raised when what is kept changes its meaning.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    release: Literal[1] = 1
    said: UploadRequest
    acknowledged: tuple[str, ...]
    home_force: str
    read_on: date
    decisions_known: int
    place: int


def kept_request(checked: CheckedFile, acknowledged: Collection[str], decisions_known: int, place: int) -> str:
    """The request of a checked file, as JSON."""
    return KeptRequest(
        said=checked.request,
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
