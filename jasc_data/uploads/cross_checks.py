"""What can only be said of a file against what is held: identities that cannot be matched, kinds left out."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from jasc_data.answers.figures.item_states import Change
from jasc_data.domain.normalise import spelling_key
from jasc_data.domain.vocabulary import Kind
from jasc_data.intake.layouts import Column
from jasc_data.intake.learned import Decision, Learned
from jasc_data.intake.problems import Problem, problem
from jasc_data.intake.uploads import CheckedUpload
from jasc_data.store.snapshot import Snapshot
from jasc_data.uploads.changed_references import changed_references
from jasc_data.uploads.decisions import learned_in
from jasc_data.uploads.impact import Effect
from jasc_data.uploads.reports import HeldReport
from jasc_data.uploads.turned import OpenByKind
from jasc_data.wording.numbers import listed, long_date, whole_percent

_ABOUT = {
    "report.ambiguous": "report",
    "report.similar": "report",
    "number.duplicate": "number",
    "reference.changed": "reference",
    "references.known": "reference",
    "improbable.overdue": "deadline",
    "improbable.mostly_overdue": "deadline",
    "improbable.one_status": "status",
    "improbable.none_graded": "grade",
    "improbable.no_report": "report",
    "improbable.no_deadline": "deadline",
}
_ALIKE = 85  # per cent: titles at least so alike are asked about
_MANY = 0.25  # closing more than this share of a force's open items needs its own word


@dataclass(frozen=True)
class _Identities:
    force: str
    kind: Kind
    some_with: bool
    some_without: bool


@dataclass(frozen=True)
class _Contradiction:
    force: str
    kind: Kind
    items_open: int
    positions_open: int


def held_problems(
    snapshot: Snapshot, upload: CheckedUpload, before: OpenByKind, decisions: Iterable[Decision] = ()
) -> list[Problem]:
    """The upload's problems with what the store holds. before: how many items were open, by force and kind."""
    older = _older(snapshot, upload)
    if upload.coverage is None:
        return older
    said = tuple(decisions)
    learned = learned_in(snapshot).and_also(said)
    return (
        older
        + _unmatched(snapshot, upload)
        + changed_references(snapshot, upload, said, learned)
        + _absent_kinds(upload, before)
        + _similar_titles(snapshot, upload, learned)
    )


def placed(problems: Iterable[Problem], columns: Iterable[Column]) -> list[Problem]:
    """The problems with the column of the file that they are about, where one is."""
    by_field = {column.field: column for column in columns if column.field}
    return [
        replace(found, column_letter=column.letter, heading=column.heading)
        if (column := by_field.get(_ABOUT.get(found.code, "")))
        else found
        for found in problems
    ]


def closes_many(before: OpenByKind, effect: Effect) -> list[Problem]:
    """Forces of which the upload would close more than a quarter of what is open."""
    was_open: Counter[str] = Counter()
    for (force, _), number in before.items():
        was_open[force] += number
    closed = Counter(item.force for item in effect.items if item.change is Change.CLOSED)
    return [
        problem(
            "safety.closes_many",
            force=force,
            closed=f"{number:,}",
            open=f"{was_open[force]:,}",
            share=whole_percent(number / was_open[force]),
        )
        for force, number in sorted(closed.items())
        if number > _MANY * was_open[force]
    ]


def contradictions(snapshot: Snapshot, uploads: Iterable[CheckedUpload]) -> list[Problem]:
    """Open counts that the items and the positions of one date tell differently (rule 8), once the uploads count."""
    found = []
    for upload in uploads:
        if not snapshot.raw("uploads/both_types", day=upload.as_of)[0]["both_held"]:
            continue
        for row in snapshot.rows("uploads/contradictions", _Contradiction, day=upload.as_of):
            if row.force in upload.forces:
                found.append(
                    problem(
                        "safety.contradicts",
                        force=row.force,
                        kind=row.kind.plural,
                        day=long_date(upload.as_of),
                        items=f"{row.items_open:,}",
                        positions=f"{row.positions_open:,}",
                    )
                )
    return found


def _older(snapshot: Snapshot, upload: CheckedUpload) -> list[Problem]:
    """An export of a date before the latest one held of its type, for a force that it speaks for."""
    held = {
        row["force"]: row["as_of"] for row in snapshot.raw("uploads/latest_dates", export_type=upload.export_type.value)
    }
    newer = sorted(force for force in upload.forces if force in held and held[force] > upload.as_of)
    if not newer:
        return []
    return [
        problem(
            "safety.older",
            day=long_date(upload.as_of),
            latest=long_date(max(held[force] for force in newer)),
            forces=listed(newer) if len(newer) <= 3 else f"{len(newer)} forces",
        )
    ]


def _unmatched(snapshot: Snapshot, upload: CheckedUpload) -> list[Problem]:
    """A file without references where the held items have them, or the reverse: nothing could be matched."""
    held = {(row.force, row.kind): row for row in snapshot.rows("uploads/identities_held", _Identities)}
    found = {}
    for item in upload.items if held else ():
        identities = held.get((item.row.force, item.row.kind))
        if identities is None:
            continue
        code = None
        if not item.row.reference and not identities.some_without:
            code = "references.missing"
        elif item.row.reference and not identities.some_with:
            code = "references.new"
        if code and (item.row.force, item.row.kind, code) not in found:
            found[item.row.force, item.row.kind, code] = problem(
                code, row_number=item.row.row_number, kind=item.row.kind.plural, force=item.row.force
            )
    return list(found.values())


def _absent_kinds(upload: CheckedUpload, before: OpenByKind) -> list[Problem]:
    """Kinds that the file leaves out altogether (they stay), and those it leaves out of one force (they are closed)."""
    coverage = upload.coverage
    assert coverage is not None
    present = {(item.row.force, item.row.kind) for item in upload.items}
    in_file = {kind for _, kind in present}
    stays: Counter[Kind] = Counter()
    found = []
    for (force, kind), number in sorted(before.items()):
        if force not in coverage.forces:
            continue
        if kind not in coverage.kinds:
            stays[kind] += number
        elif kind in in_file and (force, kind) not in present:
            found.append(problem("kinds.absent_for_force", kind=kind.plural, open=f"{number:,}", force=force))
    return found + [
        problem("kinds.absent", kind=kind.plural, open=f"{number:,}", option=kind.value)
        for kind, number in sorted(stays.items())
    ]


def _similar_titles(snapshot: Snapshot, upload: CheckedUpload, learned: Learned) -> list[Problem]:
    """New titles spelt much like one that is held: asked about once, never merged silently (rule 6)."""
    known: dict[str | None, dict[str, str]] = {}
    for report in snapshot.rows("uploads/reports_held", HeldReport):
        if report.live and report.title_key:
            known.setdefault(report.force, {})[report.title_key] = report.title
    decided = learned.reports
    first_row: dict[tuple[str, str | None], int] = {}
    for item in upload.items:
        if item.row.report:
            first_row.setdefault((item.row.report, item.report_force), item.row.row_number)
    found = {}
    for (title, force), row_number in first_row.items():
        key, shelf = spelling_key(title), known.get(force, {})
        if key in shelf or key in decided or key in found:
            continue
        near = process.extract(key, list(shelf), scorer=fuzz.ratio, limit=3, score_cutoff=_ALIKE)
        alike = [other for other, *_ in near if _digits(other) == _digits(key)]
        if alike:
            found[key] = problem("report.similar", row_number=row_number, value=title, other=shelf[alike[0]])
    return list(found.values())


def _digits(key: str) -> list[str]:
    """Numbers set titles apart: PEEL 2021/22 is not PEEL 2023/25."""
    return re.findall(r"\d+", key)
