"""How open recommendations and AFIs divide by grade: the home force, its group, the group pooled and the nation."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jasc_data.answers.grades.counts import GRADED, KindGrades, PublishedGrades, grades_held, published_grades
from jasc_data.domain.perspective import Perspective
from jasc_data.domain.policy import CURRENT_FOR
from jasc_data.domain.vocabulary import ExportType, Grade, Kind, NationalSource
from jasc_data.store.snapshot import Snapshot


class Whose(StrEnum):
    """Whose items a row of the answer divides."""

    HOME = "home"
    GROUP = "group"  # the group's forces pooled: sum over sum
    NATION = "nation"
    MEMBER = "member"


@dataclass(frozen=True)
class GradeMix:
    """The open items of one force, or of several together, by grade.

    by_grade holds every grade; its figures are counts, but averages a force where the nation's were published so.
    oldest and as_of are the dates of the oldest and the newest figure in it; forces is how many it sums.
    """

    name: str
    whose: Whose
    by_grade: Mapping[Grade, float]
    oldest: date
    as_of: date
    source: str
    forces: int = 1

    @property
    def total(self) -> float:
        """All of them, those not graded included."""
        return sum(self.by_grade.values())

    def share(self, grade: Grade) -> float:
        """The grade's share of all, not graded included; 0 when none is open."""
        return self.by_grade[grade] / self.total if self.total else 0.0


@dataclass(frozen=True)
class Grades:
    """The answer. ``kinds`` are those asked for; ``figures`` what is held of them for the home force and its group.

    not_held names the forces that are not among the rows, and of which of the kinds asked for no grades are held.
    home_pooled: the home force's items are among the group's, which they are not when they are too old to compare.
    """

    home: str
    as_of: date
    kinds: tuple[Kind, ...]
    group: tuple[str, ...]
    figures: tuple[KindGrades, ...]
    rows: tuple[GradeMix, ...]
    not_held: Mapping[str, tuple[Kind, ...]]
    home_pooled: bool = True

    def row(self, whose: Whose) -> GradeMix | None:
        """The row of the home force, the group pooled, or the nation; None when it is not held."""
        return next((row for row in self.rows if row.whose is whose), None)

    @property
    def members(self) -> tuple[GradeMix, ...]:
        """The other forces of the group, the smallest share of levels 3 and 4 first."""
        return tuple(row for row in self.rows if row.whose is Whose.MEMBER)


def grades_at(
    snapshot: Snapshot,
    perspective: Perspective,
    kinds: tuple[Kind, ...] = GRADED,
) -> Grades:
    """The grades at a date. A force has a row when its grades of all the kinds asked for are held (rules 9 and 14)."""
    home, group, day = perspective.home, perspective.group, perspective.day
    held = grades_held(snapshot, home, day)
    current = {
        force: {kind: figure for kind, figure in of_kind.items() if day - figure.complete_as_of <= CURRENT_FOR}
        for force, of_kind in held.items()
    }
    own = {home: held.get(home, {})}
    others = {force: current.get(force, {}) for force in group if force != home}
    rows = [mix for force, figures in own.items() if (mix := _mix(force, Whose.HOME, [figures], kinds))]
    pooled = [figures for force in group if _whole(figures := current.get(force, {}), kinds)]
    home_pooled = home in group and _whole(current.get(home, {}), kinds)
    if len(pooled) > 1:
        rows += _found(_mix(_pool_name(len(pooled), len(group), home_pooled), Whose.GROUP, pooled, kinds))
    rows += _found(
        _nation([current.get(force, {}) for force in perspective.nation], published_grades(snapshot, day), kinds, day)
    )
    members = [mix for force, figures in others.items() if (mix := _mix(force, Whose.MEMBER, [figures], kinds))]
    rows += sorted(members, key=lambda mix: (mix.share(Grade.THREE) + mix.share(Grade.FOUR), mix.name))
    return Grades(
        home=home,
        as_of=day,
        kinds=kinds,
        group=group,
        figures=tuple(figure for of_kind in (own | others).values() for figure in of_kind.values()),
        rows=tuple(rows),
        not_held={
            force: tuple(kind for kind in kinds if kind not in figures)
            for force, figures in (own | others).items()
            if not _whole(figures, kinds)
        },
        home_pooled=home_pooled,
    )


def _pool_name(held: int, size: int, home_pooled: bool) -> str:
    """Whose items are pooled: ``MSG, all 8 forces``, ``MSG, 7 of 8 forces``, ``MSG, 6 of the 7 others``."""
    if not home_pooled:
        return f"MSG, {'all' if held == size - 1 else f'{held} of the'} {size - 1} others"
    return f"MSG, {'all' if held == size else f'{held} of'} {size} forces"


def _whole(figures: Mapping[Kind, KindGrades], kinds: Iterable[Kind]) -> bool:
    return all(kind in figures for kind in kinds)


def _found(mix: GradeMix | None) -> list[GradeMix]:
    return [mix] if mix else []


def _mix(
    name: str, whose: Whose, forces: Sequence[Mapping[Kind, KindGrades]], kinds: Sequence[Kind]
) -> GradeMix | None:
    """The forces' items together; None unless each one's grades of every kind are held."""
    if not forces or not all(_whole(figures, kinds) for figures in forces):
        return None
    parts = [figures[kind] for figures in forces for kind in kinds]
    sources = sorted({part.source for part in parts})
    return GradeMix(
        name=name,
        whose=whose,
        by_grade={grade: sum(part.by_grade[grade] for part in parts) for grade in Grade},
        oldest=min(part.complete_as_of for part in parts),
        as_of=max(part.as_of for part in parts),
        source=" and ".join(sources),
        forces=len(forces),
    )


def _nation(
    forces: Sequence[Mapping[Kind, KindGrades]],
    published: Mapping[Kind, PublishedGrades],
    kinds: Sequence[Kind],
    day: date,
) -> GradeMix | None:
    """The newer of the computed (all forces held) and the published; computed when equally new (as rule 11)."""
    computed = _mix(f"England and Wales, {len(forces)} forces", Whose.NATION, forces, kinds)
    given = [published[kind] for kind in kinds if kind in published and day - published[kind].as_of <= CURRENT_FOR]
    if len(given) < len(kinds) or (computed and computed.oldest >= min(entry.as_of for entry in given)):
        return computed
    return GradeMix(
        name="National average",
        whose=Whose.NATION,
        by_grade={grade: sum(entry.by_grade[grade] for entry in given) for grade in Grade},
        oldest=min(entry.as_of for entry in given),
        as_of=max(entry.as_of for entry in given),
        source=f"{ExportType.POSITIONS}, {NationalSource.PUBLISHED}",
    )
