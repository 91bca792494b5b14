"""What the words and rules on the pages mean, for people who read them for the first time."""

LEFT = "Left, not closed"
LEFT_WORDS = "left without closing"
LEFT_MEANS = f"{LEFT}: superseded, no longer for the force, or addressed to another body."

DEFINITIONS: tuple[tuple[str, str], ...] = (
    (
        "Cause of concern (CoC)",
        "A serious, critical or systemic shortcoming that HMICFRS found. It carries recommendations and is not graded. "
        "An accelerated cause of concern is issued between reports and counts as one.",
    ),
    ("Recommendation", "What HMICFRS recommends in a report, graded 1 to 4 (4 is the most severe)."),
    ("Area for improvement (AFI)", "An area that HMICFRS expects the force to improve, graded 1 to 4."),
    ("Open", "Open, in progress or awaiting sign-off. Closed, superseded and not for the force do not count."),
    (
        "Not for the force",
        "The export says so, or every addressee is another body. Shared and blank addressees count for the force.",
    ),
    (
        "MSG, most similar group",
        "The forces found to be the most similar by social and economic characteristics, the force itself included.",
    ),
    (
        "MSG average",
        "The unweighted mean of the group's forces held, the home force included. "
        "The Comparison page can switch to the mean without it, or to the median.",
    ),
    (
        "National average",
        "As published in a positions export, or computed as the mean of all 43 forces when all are held "
        "within 92 days; the newer of the two is used.",
    ),
    (
        "Rank",
        "1 + the number of forces with fewer open, told from the nearer end: the 7th fewest of 8 is the 2nd most. "
        "Equal figures are joint. Fewer open is not the same as safer.",
    ),
    (
        "Close to, above, below",
        "Equal figures are the same; under 5% apart is close to; otherwise the percentage of the average is given.",
    ),
    (
        "As of",
        "The date for which an export is correct. At a date, the latest export at or before it speaks. "
        "What an export covers and leaves out is closed at its date.",
    ),
    (
        "Past the HMICFRS deadline",
        "The deadline is before the date shown and the item is still open, awaiting sign-off included. "
        "Deadlines in words are worked out: within three months counts from publication, "
        "by January 2024 is 31 January 2024, immediately is the publication date. "
        "The force's own target dates never make an item overdue.",
    ),
    ("Not held", "No export that is recent enough gives the figure. It is never shown as 0."),
)
