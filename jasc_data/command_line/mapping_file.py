"""The file of ``import --map``: what headings and words mean, in JSON, checked by pydantic."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from jasc_data.domain.failures import FileRefused
from jasc_data.domain.forces import national_directory
from jasc_data.domain.vocabulary import Grade, Kind, Status
from jasc_data.intake.assumptions import assumed_meaning
from jasc_data.intake.fields import FIELDS
from jasc_data.intake.learned import ANY_LAYOUT, LEFT_OUT, Decision, Domain

_FIELDS = (*FIELDS, LEFT_OUT)


class MappingFile(BaseModel):
    """``{"headings": {"Item code": "reference"}, "forces": {"WMP": "West Mercia"}, "kinds": {}, "statuses": {},
    "grades": {"Level 2 - CC sign off": "2"}, "addressees": {"Local authorities": "another body"},
    "deadlines": {"-": "none"}, "reports": {"Vetting thematic": "Vetting, misconduct and misogyny"},
    "references": {"WM-7": "WM-007"}, "assumed": {"status": "open"}}``.

    A heading that maps to "" is set aside. ``assumed`` says what a file says of a field that it has no column for.
    """

    model_config = ConfigDict(extra="forbid")

    headings: dict[str, str] = Field(default_factory=dict)
    forces: dict[str, str] = Field(default_factory=dict)
    kinds: dict[str, Kind] = Field(default_factory=dict)
    statuses: dict[str, Status] = Field(default_factory=dict)
    grades: dict[str, Grade] = Field(default_factory=dict)
    addressees: dict[str, Literal["the force", "another body"]] = Field(default_factory=dict)
    deadlines: dict[str, Literal["none"]] = Field(default_factory=dict)
    assumed: dict[str, str] = Field(default_factory=dict)
    reports: dict[str, str] = Field(default_factory=dict)
    references: dict[str, str] = Field(default_factory=dict)

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

    @field_validator("assumed")
    @classmethod
    def _known_assumptions(cls, given: dict[str, str]) -> dict[str, str]:
        return {field: assumed_meaning(field, meaning) for field, meaning in given.items()}

    def decisions(self) -> tuple[Decision, ...]:
        """The same as decisions, headings for whatever layout they stand in."""
        words: dict[Domain, Mapping[str, str]] = {
            Domain.FORCE: self.forces,
            Domain.KIND: self.kinds,
            Domain.STATUS: self.statuses,
            Domain.GRADE: self.grades,
            Domain.ADDRESSEE: self.addressees,
            Domain.DEADLINE: self.deadlines,
            Domain.REPORT: self.reports,
        }
        return (
            *(Decision(Domain.HEADING, word, field, ANY_LAYOUT) for word, field in self.headings.items()),
            *(Decision(Domain.ASSUMPTION, field, value, ANY_LAYOUT) for field, value in self.assumed.items()),
            *(Decision(Domain.REFERENCE, new, held, ANY_LAYOUT) for new, held in self.references.items()),
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
