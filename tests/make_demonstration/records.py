"""The single items that a force's reports raised: what never changes about each of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from jasc_data.domain.vocabulary import Kind
from tests.make_demonstration.dates import falls_on
from tests.make_demonstration.force_reports import reports_on
from tests.make_demonstration.national_reports import NATIONAL
from tests.make_demonstration.reports import Report
from tests.make_demonstration.wording import item_text

_LETTER = {Kind.CAUSE_OF_CONCERN: "C", Kind.RECOMMENDATION: "R", Kind.AFI: "A"}
_PREFIX = {
    "Devon & Cornwall": "DC",
    "Gloucestershire": "GL",
    "Norfolk": "NF",
    "North Yorkshire": "NY",
    "Suffolk": "SF",
    "Warwickshire": "WK",
    "West Mercia": "WM",
    "Wiltshire": "WI",
}


@dataclass(frozen=True)
class Record:
    """One item of one force. ``concern`` is the number of the cause of concern it belongs to, 0 for none."""

    force: str
    report: Report
    kind: Kind
    number: int
    text: str
    addressee: str
    deadline: str = ""
    concern: int = 0

    @property
    def reference(self) -> str:
        """Unique within the force and the same in every export, such as ``WM-VET-R07``."""
        return f"{_PREFIX[self.force]}-{self.report.key}-{_LETTER[self.kind]}{self.number:02}"

    @property
    def due(self) -> date | None:
        """The day its deadline means, if it has one."""
        return falls_on(self.deadline, self.report.published)

    @property
    def for_the_force(self) -> bool:
        """False when it is addressed to another body alone."""
        return "onstable" in self.addressee

    @property
    def lead(self) -> str:
        """The role that owns it; nobody in the force when it is another body's."""
        return in_turn(self.report.leads, self.number) if self.for_the_force else ""


def in_turn(choices: tuple[str, ...], number: int) -> str:
    """The choice that falls to the item of that number, counted from 1."""
    return choices[(number - 1) % len(choices)]


def records_of(force: str) -> tuple[Record, ...]:
    """Everything that was ever raised for the force, report by report in the order of publication."""
    reports = sorted((*NATIONAL, *reports_on(force)), key=lambda report: report.published)
    return tuple(
        record
        for report in reports
        for record in (*_concerns(force, report), *_recommendations(force, report), *_afis(force, report))
    )


def _concerns(force: str, report: Report) -> Iterator[Record]:
    kind, addressee = Kind.CAUSE_OF_CONCERN, report.addressees[0]
    for number in range(1, report.concerns + 1):
        text = item_text(kind, in_turn(report.concern_topics, number), 0, addressee)
        yield Record(force, report, kind, number, text, addressee)


def _recommendations(force: str, report: Report) -> Iterator[Record]:
    """First up to two for each cause of concern, then the report's other topics, then those for other bodies."""
    kind = Kind.RECOMMENDATION
    of_concerns = 2 * report.concerns
    for number in range(1, report.recommendations + len(report.elsewhere) + 1):
        deadline = in_turn(report.deadlines, number)
        if number > report.recommendations:
            addressee = report.elsewhere[number - report.recommendations - 1]
        else:
            addressee = in_turn(report.addressees, number)
        if number <= of_concerns:
            turn, concern = divmod(number - 1, report.concerns)
            text = item_text(kind, report.concern_topics[concern], turn + concern, addressee)
            yield Record(force, report, kind, number, text, addressee, deadline, concern + 1)
        else:
            turn, topic = divmod(number - 1 - of_concerns, len(report.topics))
            text = item_text(kind, report.topics[topic], turn + topic, addressee)
            yield Record(force, report, kind, number, text, addressee, deadline)


def _afis(force: str, report: Report) -> Iterator[Record]:
    """Topics from the end of the list, so that a report's AFIs and recommendations are about different things."""
    addressee = report.addressees[0]
    for number in range(1, report.afis + 1):
        turn, topic = divmod(number - 1, len(report.topics))
        text = item_text(Kind.AFI, report.topics[-1 - topic], turn + topic, addressee)
        yield Record(force, report, Kind.AFI, number, text, addressee)
