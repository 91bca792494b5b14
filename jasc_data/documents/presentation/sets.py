"""The views that there are, by their names in an address, and the sets of them that are kept ready."""

VIEWS = {
    "position": "Headline figures",
    "causes": "Causes of concern against the MSG",
    "recommendations": "Recommendations against the MSG",
    "afis": "Areas for improvement against the MSG",
    "grades": "Levels, and who can close",
    "reports": "Reports that the items come from",
    "changes": "What changed",
    "overdue": "Overdue, with reasons",
    "target": "Path to target",
    "concerns": "Every cause of concern",
    "activity": "What goes on, and what is expected",
}
SETS = {
    "Full meeting": tuple(VIEWS),
    "Five minutes": ("position", "changes", "overdue"),
    "Against the MSG": ("position", "causes", "recommendations", "afis"),
    "What to do next": ("overdue", "target", "reports", "grades"),
}


def views_named(address: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The views that an address names, in its order and each once, and the words in it that name none."""
    words = [word.strip() for word in address.split(",") if word.strip()]
    return tuple(dict.fromkeys(word for word in words if word in VIEWS)), tuple(w for w in words if w not in VIEWS)
