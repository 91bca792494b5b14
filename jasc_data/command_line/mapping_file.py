"""The file of ``import --map``: what headings and words mean, in JSON, checked by pydantic."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from jasc_data.failures import FileRefused
from jasc_data.forces import national_directory
from jasc_data.intake.headings import ITEM_FIELDS
from jasc_data.intake.learned import ANY_LAYOUT, LEFT_OUT, Decision, Domain
from jasc_data.vocabulary import Kind, Status

_FIELDS = (*ITEM_FIELDS, "open", LEFT_OUT)


class MappingFile(BaseModel):
    """``{"headings": {"Item code": "reference"}, "forces": {"WMP": "West Mercia"}, "kinds": {}, "statuses": {},
    "reports": {"Vetting thematic": "Vetting, misconduct and misogyny"}}``.

    A heading that maps to "" is left out.
    """

    model_config = ConfigDict(extra="forbid")

    headings: dict[str, str] = Field(default_factory=dict)
    forces: dict[str, str] = Field(default_factory=dict)
    kinds: dict[str, Kind] = Field(default_factory=dict)
    statuses: dict[str, Status] = Field(default_factory=dict)
    reports: dict[str, str] = Field(default_factory=dict)

    @field_validator("headings")
    @classmethod
    def _known_fields(cls, given: dict[str, str]) -> dict[str, str]:
        for heading, field in given.items():
            if field not in _FIELDS:
                raise ValueError(f"'{heading}' cannot be '{field}'; the fields are {', '.join(filter(None, _FIELDS))}")
        return given

    @field_validator("forces")
    @classmethod
    def _known_forces(cls, given: dict[str, str]) -> dict[str, str]:
        directory = national_directory()
        for word, name in given.items():
            if len(directory.find(name)) != 1:
                raise ValueError(f"'{word}' cannot be '{name}', which is not one of the 43 forces")
        return {word: directory.find(name)[0].name for word, name in given.items()}

    def decisions(self) -> tuple[Decision, ...]:
        """The same as decisions, headings for whatever layout they stand in."""
        words: dict[Domain, Mapping[str, str]] = {
            Domain.FORCE: self.forces,
            Domain.KIND: self.kinds,
            Domain.STATUS: self.statuses,
            Domain.REPORT: self.reports,
        }
        return (
            *(Decision(Domain.HEADING, word, field, ANY_LAYOUT) for word, field in self.headings.items()),
            *(Decision(domain, word, value) for domain, known in words.items() for word, value in known.items()),
        )


def read_mapping(path: Path) -> tuple[Decision, ...]:
    """The decisions in a mapping file. Raises FileRefused with what is wrong."""
    try:
        return MappingFile.model_validate_json(path.read_bytes()).decisions()
    except OSError:
        raise FileRefused(f"The mapping file {path.name} cannot be read.") from None
    except ValidationError as failure:
        first = failure.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        told = first["msg"].removeprefix("Value error, ")
        raise FileRefused(
            f"The mapping file {path.name} cannot be used: {where + ': ' if where else ''}{told}."
        ) from None
