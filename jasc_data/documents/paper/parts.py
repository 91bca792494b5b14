"""Every part of the paper, in the order in which it is read; a new one is a line here and a function that makes it."""

from jasc_data.documents.paper import figures, standing, work
from jasc_data.documents.paper.part import Part

PARTS: dict[str, Part] = {
    "about": Part("About HMICFRS", standing.about),
    "position": Part("Current position", figures.position),
    "comparison": Part("The most similar group and the nation", figures.comparison),
    "grades": Part("Levels, and who signs off", figures.grades),
    "reports": Part("The largest reports", work.reports),
    "target": Part("Path to target", work.target),
    "overdue": Part("Past the HMICFRS deadline", work.overdue),
    "causes": Part("Causes of concern", work.causes),
    "changes": Part("What changed", work.changes),
    "response": Part("How the force responds", standing.response),
    "sources": Part("Sources and definitions", figures.sources),
}
