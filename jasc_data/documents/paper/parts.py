"""Every part of the paper, in the order in which it is read; a new one is a line here and a function that makes it."""

from jasc_data.documents.paper import figures, standing, work, written
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
    "activity": Part("Current activity", written.activity),
    "positions": Part("Current position by report and item", written.positions),
    "progress": Part("Steps to green, by report", written.progress),
    "ready": Part("Ready to close", written.ready),
    "super-complaints": Part("Super-complaints", written.super_complaints),
    "replies": Part("The commissioner's replies", written.replies),
    "response": Part("How the force responds", standing.response),
    "sources": Part("Sources and definitions", figures.sources),
}
