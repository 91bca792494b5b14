"""Which headline figures of an issued paper are known otherwise now: what was corrected since, in numbers."""

from collections.abc import Iterator, Mapping
from datetime import date

from jasc_data.answers.comparison.answer import Comparison, compare
from jasc_data.domain.perspective import Viewpoint
from jasc_data.drawing.table_spec import Column, TableSpec, rows_of
from jasc_data.editorial.papers import IssuedPaper
from jasc_data.store.snapshot import Snapshot
from jasc_data.wording.numbers import average

_NOT_HELD = "not held"


def corrected_figures(paper: IssuedPaper, then: Snapshot, now: Snapshot, viewpoint: Viewpoint) -> TableSpec:
    """A row for each figure of the group, of an average or of the home force that differs; none when all are the same.

    then: what was known when the paper was made. now: what is known now. Both are looked at on the paper's own day.
    """
    printed, known = (_figures(snapshot, viewpoint, paper.as_of) for snapshot in (then, now))
    rows = (
        (what, printed.get(what, _NOT_HELD), known.get(what, _NOT_HELD))
        for what in dict.fromkeys((*printed, *known))
        if printed.get(what) != known.get(what)
    )
    columns = (Column("Headline figure"), Column(f"In paper {paper.paper_number}"), Column("As known now"))
    return TableSpec(columns, rows_of(rows), f"Headline figures that differ from those of paper {paper.paper_number}")


def _figures(snapshot: Snapshot, viewpoint: Viewpoint, day: date) -> Mapping[str, str]:
    return dict(_told(compare(snapshot, viewpoint, as_of=day)))


def _told(comparison: Comparison) -> Iterator[tuple[str, str]]:
    """Each figure under its name, as a paper writes it."""
    for kind, entry in comparison.kinds.items():
        held = {member.force: member.open for member in entry.members}
        if entry.home:
            held = {entry.home.force: entry.home.open} | held
        for force, number in held.items():
            yield f"{kind.heading}, {force}", f"{number:,}"
        if entry.group_average is not None:
            yield f"{kind.heading}, MSG average", average(entry.group_average)
        if entry.national:
            yield f"{kind.heading}, national average", average(entry.national.value)
