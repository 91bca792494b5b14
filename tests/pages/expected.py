"""What each page of breakdowns must say in each state of what is held, worked out from the items of that state."""

from tests.pages.states import ADDRESSES, HOSTILE, PAGES

DEMONSTRATION, EARLIER, TODAY = "demonstration", "an earlier date", "nothing open today"
COUNTS = "Only counts are held for West Mercia on 4 September 2023, and no items. Upload an items export"
NO_GRADES = "Upload its items export, or positions with a column"
NO_DATES = "Changes show between two exports. Upload one of another date"
PARTIAL = "4 recommendations known from exports of some reports only, which give no total"
BY_GRADE = (
    "West Mercia had 8 open recommendations and AFIs",
    "38%, 3 of 8, level 2; 50%, 4 of 8, level 3; 13%, 1 of 8, not graded.",
)
UNWRITTEN = {  # of real figures about which nobody has written anything yet
    "commentary": ("West Mercia: nothing is said yet", "No position holds on "),
    "ready": ("West Mercia: no open item is ready to close", "steps to green are written for 0 of "),
    "activity": ("West Mercia: no inspections, super-complaints or board dates are held",),
}
OWN = UNWRITTEN | {
    "grades": BY_GRADE,
    "causes": (
        "West Mercia: 2 causes of concern open, the oldest published 13 April 2022",
        "4 open recommendations named no",
    ),
    "reports": (
        "PEEL 2021/22: West Mercia is the largest of 3 reports: 50%, 5 of 10 open items",
        "All reports 10 100% 2 5 3 0",
    ),
    "register": ("West Mercia: 2 causes of concern, 5 recommendations and 3 AFIs open", "Items 1 to 10 of 10"),
    "item": ("R1: recommendation, level 2, awaiting sign-off, 3 days past the deadline",),
    "deadlines": ("West Mercia: 1 item overdue, 1 due in 90 days", "1 of 10 open items.", "80%, 8 of 10 open items"),
    "trend": (
        "No trend yet for West Mercia",
        "West Mercia had 5 recommendations open on 4 September 2023, the only date held",
    ),
    "changes": (NO_DATES,),
    "target": (
        "2 causes of concern, 5 recommendations and 3 AFIs open: no target is set",
        "Set a target under “Below”",
    ),
    "paper": (
        "Paper with the figures of 4 September 2023: 10 of 17 parts, 7 left out",
        "What changed: No earlier date is held",
        "38%, 3 of 8, level 2",
    ),
}
TWO = OWN | {
    "reports": (*OWN["reports"], "Closed by 4 September 2023: 23%, 3 of 13 items ever held."),
    "trend": ("Causes of concern 2 to 2, recommendations 6 to 5 and AFIs 4 to 3 since 5 June 2023",),
    "changes": (
        "1 opened and 3 closed, 5 June 2023 to 4 September 2023",
        "Recommendations: 6 on 5 June 2023, 5 on 4 September 2023; 1 opened and 2 closed.",
        "1 item was regraded between 5 June 2023 and 4 September 2023.",
        "1 item's own target date was put off between 5 June 2023 and 4 September 2023.",
    ),
    "paper": (
        "11 of 17 parts, 6 left out",
        "Path to target: No target is set",
        "Recommendations: 6 on 5 June 2023, 5 on 4 September 2023; 1 opened and 2 closed.",
    ),
}
POSITIONS = dict.fromkeys(PAGES, (COUNTS,)) | {
    "commentary": UNWRITTEN["commentary"],
    "activity": UNWRITTEN["activity"],
    "grades": (NO_GRADES,),
    "trend": (
        "No trend yet for West Mercia",
        "West Mercia had 104 recommendations open on 4 September 2023, the only date",
    ),
    "changes": (NO_DATES,),
    "target": ("Projection: no items are held to sign off", "Upload an items export of West Mercia"),
}
EXPECTED: dict[str, dict[str, tuple[str, ...]]] = {
    "positions, one date": POSITIONS,
    "positions, two dates": POSITIONS
    | {
        "trend": (
            "Causes of concern 7 to 6, recommendations 119 to 104 and AFIs 42 to 34 since 5 June 2023",
            "15 fewer than on 5 June 2023 (119). That is 19% below the national average (129.0).",
        ),
        "changes": (
            "no items to compare",
            "Recommendations: 119 on 5 June 2023, 104 on 4 September 2023 (counts only).",
        ),
    },
    "items, one date": OWN,
    "items, two dates": TWO,
    "no grades": OWN
    | {
        "grades": (BY_GRADE[0], "100%, 8 of 8, not graded."),
        "reports": (OWN["reports"][0], "All reports 10 100% 2 5 3 0 0 0 0 8"),
        "paper": ("10 of 17 parts", "100%, 8 of 8, not graded."),
        "item": ("R1: recommendation, not graded, awaiting sign-off, 3 days past the deadline",),
    },
    "one kind": OWN
    | {
        "grades": ("AFIs", "pload"),
        "paper": ("7 of 17 parts", "Not all causes of concern of West Mercia are held as items"),
        "causes": ("The causes of concern of West Mercia are not held", "pload an items export"),
        "reports": ("Vetting is the largest of 2 reports: 80%, 4 of 5 open items",),
        "register": ("West Mercia: 5 recommendations open", "Items 1 to 5 of 5"),
        "deadlines": ("West Mercia: 1 item overdue, 1 due in 90 days", "60%, 3 of 5 open items"),
        "target": ("5 recommendations open: no target is set",),
        "trend": (*OWN["trend"], "On 4 September 2023 no figure for the AFIs of West Mercia is held."),
    },
    "one report": UNWRITTEN
    | {
        "grades": ("pload",),
        "paper": ("give no total", "left out"),
        "causes": ("The causes of concern of West Mercia are not held", PARTIAL),
        "reports": (PARTIAL,),
        "register": ("West Mercia: 4 recommendations open", PARTIAL, "Items 1 to 4 of 4"),
        "item": OWN["item"],
        "deadlines": (PARTIAL,),
        "trend": ("On 4 September 2023 no figure for the recommendations of West Mercia is held.",),
        "changes": (NO_DATES,),
        "target": ("pload an items export",),
    },
    "nothing open": UNWRITTEN
    | {
        "grades": ("West Mercia has no open recommendations and AFIs",),
        "paper": ("West Mercia had no open recommendations", "11 of 17 parts"),
        "causes": ("West Mercia has no open causes of concern",),
        "reports": ("West Mercia has no open items", "13 of 13"),
        "register": ("West Mercia: no open items",),
        "item": ("R1: recommendation, level 2, closed",),
        "deadlines": ("West Mercia has no open items",),
        "trend": ("Causes of concern 2 to 0, recommendations 6 to 0 and AFIs 4 to 0 since 5 June 2023",),
        "changes": ("0 opened and 12 closed, 5 June 2023 to 4 September 2023",),
        "target": ("0 causes of concern, 0 recommendations and 0 AFIs open: no target is set",),
    },
    "numbers only": UNWRITTEN
    | {
        "grades": ("West Mercia had 3 open recommendations and AFIs", "100%, 3 of 3, not graded."),
        "paper": ("9 of 17 parts", "100%, 3 of 3, not graded."),
        "causes": ("West Mercia: 1 cause of concern open", "not known", "from No report stated (1)"),
        "reports": ("All 4 open items come from one report: No report stated", "4 100% 1 2 1 0 0 0 0 3"),
        "register": (
            "West Mercia: 1 cause of concern, 2 recommendations and 1 AFI open",
            "On 4 September 2023 4 open items had no lead.",
        ),
        "item": ("recommendation 1: recommendation, not graded, open",),
        "deadlines": (
            "West Mercia: nothing overdue, 0 due in 90 days",
            "100%, 4 of 4 open items",
            "no lead was stated for 4 items",
        ),
        "trend": ("West Mercia had 2 recommendations open on 4 September 2023, the only date held",),
        "changes": (NO_DATES,),
        "target": ("1 cause of concern, 2 recommendations and 1 AFI open: no target is set",),
    },
    "the nation": TWO
    | {
        "trend": (  # (42 x 10 + 5) / 43 = 9.88 recommendations, (42 x 20 + 3) / 43 = 19.60 AFIs
            *TWO["trend"],
            "1 fewer than on 5 June 2023 (6). That is 49% below the national average (9.9).",
            "1 fewer than on 5 June 2023 (4). That is 85% below the national average (19.6).",
        ),
        "target": (*TWO["target"], "National averages: computed from all 43 forces, 4 September 2023."),
    },
    "withdrawn": dict.fromkeys(PAGES, ("No figures held", "pload")),
    EARLIER: UNWRITTEN
    | {
        "grades": (
            "West Mercia had 10 open recommendations and AFIs",
            "50%, 5 of 10, level 2; 50%, 5 of 10, level 3.",
        ),
        "paper": ("Paper with the figures of 5 June 2023: 10 of 17 parts", "50%, 5 of 10, level 2"),
        "causes": OWN["causes"][:1],
        "reports": ("2 of 2 reports are the largest, with 6 open items each",),
        "register": ("West Mercia: 2 causes of concern, 6 recommendations and 4 AFIs open", "Items 1 to 12 of 12"),
        "item": ("R1: recommendation, level 2, awaiting sign-off",),
        "deadlines": ("West Mercia: nothing overdue, 1 due in 90 days", "1 of 12 open items."),
        "trend": ("West Mercia had 6 recommendations open on 5 June 2023, the only date held",),
        "changes": (NO_DATES,),
        "target": ("6 recommendations and 4 AFIs open: no target is set",),
    },
    DEMONSTRATION: {
        "grades": ("West Mercia had 138 open recommendations and AFIs",),
        "paper": ("17 parts", "22% above the national average (27.8)", "An issue for 7 of the 7 other MSG forces"),
        "causes": ("West Mercia: 6 causes of concern open",),
        "reports": ("Vetting, misconduct and misogyny is the largest of 20 reports: 26%, 38 of 144 open items",),
        "register": (
            "West Mercia: 6 causes of concern, 104 recommendations and 34 AFIs open",
            "Items 1 to 50 of 144",
        ),
        "item": ("WM-VET-R01: recommendation, level 2, in progress, 127 days past the deadline",),
        "deadlines": ("West Mercia: 3 items overdue, 23 due in 90 days", "23 of 144 open items."),
        "trend": ("Causes of concern 5 to 6, recommendations 83 to 104 and AFIs 14 to 34 since 7 March 2022",),
        "changes": ("9 opened and 33 closed, 5 June 2023 to 4 September 2023",),
        "target": ("104 recommendations open: at least 25 must be signed off to come below 80.",),
        "commentary": ("West Mercia: 15 versions of what was said about 8 reports and items", "2 of them for the desk"),
        "ready": (
            "West Mercia: 1 recommendation and 5 AFIs are ready to close, all steps met",
            "who can close: the Chief Constable, with appropriate oversight: 4; the force recommends closure, HMICFRS",
        ),
        "activity": (
            "West Mercia: 5 activities not finished; next by 8 September 2023",
            "replies to 3 of 23 reports were due and are not recorded as sent: Armed policing: readiness (53 days)",
        ),
    },
    "hostile": {
        "grades": ("West Mercia had 3 open recommendations and AFIs", "33%, 1 of 3, level 3"),
        "paper": ("14 of 17 parts", HOSTILE),
        "causes": ("West Mercia: 1 cause of concern open", HOSTILE),
        "reports": ("All 4 open items come from one report", HOSTILE),
        "register": ("West Mercia: 1 cause of concern, 2 recommendations and 1 AFI open", HOSTILE),
        "item": (f"R1 {HOSTILE}", ": recommendation, level 3, open, 3 days past the deadline"),
        "deadlines": ("West Mercia: 3 items overdue", HOSTILE),
        "trend": ("recommendations 2 to 2",),
        "changes": ("1 opened and 1 closed, 5 June 2023 to 4 September 2023", HOSTILE),
        "target": ("2 recommendations and 1 AFI open", HOSTILE),
        "commentary": ("West Mercia: 4 versions of what was said about 2 reports and items", HOSTILE),
        "ready": ("West Mercia: 1 AFI is ready to close", "Signed off by the Chief Constable, by what is", HOSTILE),
        "activity": ("West Mercia: 1 activity not finished", HOSTILE),
    },
}
UNTRUE = {  # what no page may say in a state, because it is not so
    "no grades": ("is level 4", "was level 4"),
    "one kind": ("Only counts are held", "No grades of West Mercia are held", "No items of West Mercia are held"),
    "one report": (
        "Only counts are held",
        "No grades of West Mercia are held",
        "No items of West Mercia are held",
        "The items of West Mercia are not held",
        "no open items",
        "no export is held",
    ),
    "nothing open": ("Only counts are held",),
    "withdrawn": ("104", "West Mercia had", "Source: items", "Source: positions"),
}
ITEMS = {"numbers only": "recommendation 1", DEMONSTRATION: "WM-VET-R01", "hostile": f"R1 {HOSTILE} {ADDRESSES}"}
