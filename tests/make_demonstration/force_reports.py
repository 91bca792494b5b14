"""The reports on one force alone: PEEL, custody and child protection.

West Mercia's PEEL 2021/22 and custody report have their real titles, dates and numbers of causes of concern and AFIs.
Every other date and number here is invented.
"""

from dataclasses import replace
from datetime import date

from tests.make_demonstration import topics
from tests.make_demonstration.reports import Report

EARLIER_PEEL = Report(
    "PEEL18",
    "Integrated PEEL assessment 2018/19: {force}",
    "PEEL",
    date.min,
    topics.EARLIER_PEEL,
    concern_topics=topics.PEEL_CONCERNS,
)
CHILD_PROTECTION = Report(
    "CP",
    "Child protection: {force}",
    "Child protection",
    date.min,
    topics.CHILD_PROTECTION,
    concern_topics=topics.CHILD_PROTECTION_CONCERNS,
    leads=("Head of Public Protection",),
)
PEEL = Report(
    "PEEL21",
    "PEEL 2021/22: {force}",
    "PEEL",
    date.min,
    topics.PEEL,
    concern_topics=topics.PEEL_CONCERNS,
    leads=("Head of Local Policing", "Head of Crime", "Head of Contact", "Head of People"),
)
CUSTODY = Report(
    "CUST",
    "Custody: {force} (joint inspection)",
    "Custody",
    date.min,
    topics.CUSTODY,
    concern_topics=topics.CUSTODY_CONCERNS,
    leads=("Head of Criminal Justice",),
)
# Per force: the code in its references, then publication date, causes of concern, recommendations and AFIs
# of the earlier PEEL assessment, child protection, PEEL 2021/22 and custody.
_Raised = tuple[date, int, int, int]
_RAISED: dict[str, tuple[_Raised, _Raised, _Raised, _Raised]] = {
    "Devon & Cornwall": (
        (date(2019, 9, 27), 1, 4, 8),
        (date(2021, 2, 11), 1, 7, 4),
        (date(2022, 10, 6), 2, 6, 16),
        (date(2021, 11, 16), 1, 4, 9),
    ),
    "Gloucestershire": (
        (date(2019, 5, 2), 1, 3, 8),
        (date(2021, 7, 8), 4, 9, 5),
        (date(2021, 10, 14), 5, 8, 17),
        (date(2022, 11, 17), 4, 7, 12),
    ),
    "Norfolk": (
        (date(2019, 9, 27), 1, 3, 6),
        (date(2020, 6, 18), 1, 6, 4),
        (date(2022, 10, 20), 1, 3, 10),
        (date(2022, 6, 14), 2, 4, 7),
    ),
    "North Yorkshire": (
        (date(2019, 9, 27), 2, 4, 8),
        (date(2021, 4, 15), 2, 8, 6),
        (date(2023, 1, 19), 2, 5, 19),
        (date(2021, 6, 22), 1, 3, 13),
    ),
    "Suffolk": (
        (date(2019, 5, 2), 1, 3, 5),
        (date(2020, 9, 10), 2, 7, 3),
        (date(2022, 10, 20), 3, 7, 7),
        (date(2022, 6, 14), 2, 5, 5),
    ),
    "Warwickshire": (
        (date(2020, 2, 7), 2, 4, 8),
        (date(2021, 5, 13), 2, 8, 7),
        (date(2022, 7, 28), 2, 5, 22),
        (date(2022, 12, 1), 3, 6, 14),
    ),
    "West Mercia": (
        (date(2019, 9, 27), 2, 4, 6),
        (date(2020, 2, 20), 3, 10, 5),
        (date(2022, 4, 13), 1, 2, 16),
        (date(2022, 4, 20), 5, 8, 11),
    ),
    "Wiltshire": (
        (date(2019, 5, 2), 2, 4, 8),
        (date(2021, 3, 25), 3, 8, 6),
        (date(2022, 7, 14), 4, 8, 17),
        (date(2022, 9, 1), 4, 8, 10),
    ),
}


def reports_on(force: str) -> tuple[Report, ...]:
    """The reports on that force, each with what it raised there."""
    templates = (EARLIER_PEEL, CHILD_PROTECTION, PEEL, CUSTODY)
    return tuple(
        replace(
            template,
            title=template.title.format(force=force),
            published=published,
            concerns=concerns,
            recommendations=recommendations,
            afis=afis,
        )
        for template, (published, concerns, recommendations, afis) in zip(templates, _RAISED[force], strict=True)
    )
