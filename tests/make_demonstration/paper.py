"""What the committee paper of September 2023 fixes; everything else in the demonstration is invented around it."""

from jasc_data.domain.vocabulary import Kind

HOME = "West Mercia"

# Open at 4 September 2023, in the paper's table.
OPEN_AT_LAST: dict[str, dict[Kind, int]] = {
    force: dict(zip(Kind, counts, strict=True))
    for force, counts in {
        "Devon & Cornwall": (3, 71, 32),
        "Gloucestershire": (12, 110, 36),
        "Norfolk": (3, 93, 22),
        "North Yorkshire": (3, 106, 42),
        "Suffolk": (6, 115, 14),
        "Warwickshire": (6, 108, 49),
        HOME: (6, 104, 34),
        "Wiltshire": (9, 146, 36),
    }.items()
}
# All 43 forces together: 172 / 43 = 4.0, 5547 / 43 = 129.0, 1195 / 43 = 27.79, the paper's national averages.
NATIONAL_AT_LAST = {Kind.CAUSE_OF_CONCERN: 172, Kind.RECOMMENDATION: 5547, Kind.AFI: 1195}

# How many of a report's items West Mercia still has open. The paper gives the PEEL figures and makes the vetting
# thematic the largest; the older reports together leave the five items that carry no grade.
HOME_OPEN_BY_REPORT: dict[tuple[str, Kind], int] = {
    ("VET", Kind.RECOMMENDATION): 34,
    ("VET", Kind.AFI): 4,
    ("GRP", Kind.RECOMMENDATION): 3,
    ("PEEL21", Kind.CAUSE_OF_CONCERN): 1,
    ("CUST", Kind.CAUSE_OF_CONCERN): 5,
    ("PEEL21", Kind.RECOMMENDATION): 2,
    ("PEEL21", Kind.AFI): 14,
    ("CUST", Kind.RECOMMENDATION): 8,
    ("CUST", Kind.AFI): 9,
    ("CRD", Kind.RECOMMENDATION): 0,
    ("MEN", Kind.RECOMMENDATION): 0,
    ("CTR", Kind.RECOMMENDATION): 2,
    ("CYB", Kind.RECOMMENDATION): 2,
    ("PEEL18", Kind.RECOMMENDATION): 0,
    ("PEEL18", Kind.AFI): 1,
    ("CP", Kind.RECOMMENDATION): 0,
    ("CP", Kind.AFI): 0,
}
# PEEL 2021/22: stop and search and use of force were signed off in June 2023; two more have every step met.
SIGNED_OFF_IN_JUNE = frozenset({"WM-PEEL21-A12", "WM-PEEL21-A08"})
EVERY_STEP_MET = frozenset({"WM-PEEL21-A03", "WM-PEEL21-A15"})
# The three recommendations past a national deadline, with the reasons given.
LATE: dict[str, str] = {
    "WM-VET-R01": "Review of all conduct cases in last three years: a national issue for several forces",
    "WM-VET-R04": "Monitoring software: purchase shared by several forces, not yet delivered",
    "WM-VET-R05": "Integrated IT checks on audits: waiting for the system supplier",
}
