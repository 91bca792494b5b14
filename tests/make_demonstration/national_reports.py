"""The national reports, whose recommendations every force has in the same words and with the same deadlines.

The titles and dates of "Vetting, misconduct and misogyny", "Police performance: getting a grip" and "Race disparity in
criminal justice decision-making" are real. The others are invented in the inspectorate's manner, and so is every item.
"""

from dataclasses import replace
from datetime import date

from tests.make_demonstration import topics
from tests.make_demonstration.reports import Report

_ADDRESSEES = ("Chief constables", "Chief constables", "Chief constables; NPCC")
_MIXED = (
    "",
    "By January 2024",
    "31/10/2023",
    "",
    "Within six months",
    "By 31 December 2023",
    "By March 2024",
    "Immediately",
)
_OLDER = ("", "", "Within three months", "By December 2021", "")
# The first seven of the vetting thematic fell due in April 2023; three of them are West Mercia's late ones (paper.py).
_VETTING = ("30/04/2023",) * 7 + ("31/10/2023", "By 31 December 2023", "By January 2024", "", "31/10/2023") * 8


def _national(key: str, title: str, published: date, about: tuple[str, ...], recommendations: int) -> Report:
    report = Report(key, title, "National thematic", published, about, recommendations, addressees=_ADDRESSEES)
    return replace(report, deadlines=_MIXED if report.graded else _OLDER)


VETTING = replace(
    _national("VET", "Vetting, misconduct and misogyny", date(2022, 11, 2), topics.VETTING, 38),
    afis=5,
    elsewhere=("Home Office", "College of Policing", "NPCC", "College of Policing; NPCC", "Home Office"),
    deadlines=_VETTING,
    leads=("Head of Professional Standards", "Head of Vetting", "Head of Professional Standards", "Head of People"),
)
GETTING_A_GRIP = replace(
    _national("GRP", "Police performance: getting a grip", date(2023, 7, 7), topics.PERFORMANCE, 3),
    elsewhere=("Home Office", "NPCC", "College of Policing"),
    deadlines=("By March 2024", "31/10/2023", ""),
    leads=("Head of Performance",),
)
NATIONAL = (
    _national("CRD", "Crime recording: keeping count", date(2018, 7, 17), topics.CRIME_RECORDING, 6),
    _national("MEN", "Policing and mental health: first response", date(2018, 11, 27), topics.MENTAL_HEALTH, 5),
    _national("CTR", "Counter-corruption: a national overview", date(2019, 9, 20), topics.COUNTER_CORRUPTION, 7),
    _national("CYB", "Cyber-dependent crime: the police response", date(2019, 10, 24), topics.CYBER_CRIME, 8),
    _national("PRO", "Public assemblies: planning and command", date(2021, 3, 18), topics.ASSEMBLIES, 8),
    _national("DIS", "Disclosure of unused material", date(2021, 6, 10), topics.DISCLOSURE, 8),
    replace(
        _national("SCM", "Super-complaint: measures that protect", date(2021, 8, 19), topics.PROTECTIVE_MEASURES, 10),
        report_type="Super-complaint",
    ),
    _national("VWG", "Women and girls: police engagement", date(2021, 9, 23), topics.WOMEN_AND_GIRLS, 12),
    _national("NEU", "Neurodiversity in the justice system", date(2021, 12, 9), topics.NEURODIVERSITY, 6),
    replace(_national("RAP", "Rape investigation: phase one", date(2022, 2, 17), topics.RAPE, 9), afis=3),
    replace(
        _national("SCO", "Super-complaint: abuse by officers", date(2022, 6, 23), topics.OFFICER_ABUSE, 10),
        report_type="Super-complaint",
        leads=("Head of Professional Standards",),
    ),
    replace(_national("BUR", "Acquisitive crime: finding time", date(2022, 8, 18), topics.BURGLARY, 4), afis=3),
    VETTING,
    replace(_national("DIG", "Digital evidence: closing the gap", date(2022, 11, 24), topics.DIGITAL, 9), afis=3),
    replace(
        _national("SOC", "Organised crime: regions and forces", date(2023, 2, 16), topics.ORGANISED_CRIME, 6),
        report_type="Serious and organised crime",
        afis=4,
    ),
    _national("SYV", "Serious youth violence: reducing harm", date(2023, 3, 2), topics.YOUTH_VIOLENCE, 8),
    replace(_national("FIR", "Armed policing: readiness", date(2023, 5, 18), topics.FIREARMS, 8), afis=2),
    replace(
        _national("LEA", "Leadership in policing", date(2023, 6, 22), topics.LEADERSHIP, 6),
        deadlines=("Within three months", "By June 2024", ""),
        leads=("Head of People",),
    ),
    GETTING_A_GRIP,
    _national("RAC", "Race disparity in criminal justice decision-making", date(2023, 8, 25), (), 0),
)
