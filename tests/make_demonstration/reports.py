"""A report of the inspectorate, as far as the demonstration needs it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Report:
    """A report and what it raised. ``key`` stands in references; ``elsewhere`` names the bodies, other than forces,
    to which its last recommendations are addressed. Topics, addressees, deadlines and leads are taken in turn.
    """

    key: str
    title: str
    report_type: str
    published: date
    topics: tuple[str, ...] = ()
    recommendations: int = 0
    afis: int = 0
    concerns: int = 0
    concern_topics: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ("Chief constable",)
    deadlines: tuple[str, ...] = ("", "By 31 December 2023", "", "By February 2024")
    leads: tuple[str, ...] = ("Head of Crime", "Head of Local Policing")

    @property
    def graded(self) -> bool:
        """Items of reports older than the grades carry none."""
        return self.published >= date(2021, 1, 1)
