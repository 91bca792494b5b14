"""Committing a checked file, or rehearsing it.

A file is rehearsed by the very code that commits it, in a transaction that is rolled back, so the preview cannot differ
from the commit. Uploads are immutable and nothing is deleted; what is live is read from the append-only log.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from jasc_data.answers.comparison.answer import compare
from jasc_data.answers.figures.item_states import Changes, cells_at
from jasc_data.audit.acting import acting
from jasc_data.domain.access import Action
from jasc_data.domain.actor import Actor
from jasc_data.domain.failures import FileRefused
from jasc_data.domain.garbage import garbage_waits
from jasc_data.domain.perspective import Viewpoint
from jasc_data.domain.vocabulary import ExportType, LogAction
from jasc_data.intake.learned import Decision
from jasc_data.intake.problems import Problem, Severity
from jasc_data.intake.uploads import CheckedFile
from jasc_data.store.connection import Store
from jasc_data.store.snapshot import Snapshot
from jasc_data.uploads.cross_checks import closes_many, contradictions, held_problems, placed
from jasc_data.uploads.decisions import learned_in, remember
from jasc_data.uploads.effects import effect_of_figures, effect_of_items
from jasc_data.uploads.impact import Effect, headline_effects
from jasc_data.uploads.kept_request import kept_request
from jasc_data.uploads.plausibility import improbable
from jasc_data.uploads.repeated import repeated_bytes, replacement_notices
from jasc_data.uploads.replaced import replaced_by
from jasc_data.uploads.turned import keep_states, open_by_kind
from jasc_data.uploads.upload_log import REHEARSAL, finish, log, now
from jasc_data.uploads.write_upload import write_upload

ALL_CODES = "all"


class PreviewOutOfDate(FileRefused):
    """Somebody else changed the store after the preview was shown."""


class _Refused(Exception):
    """Ends a commit's transaction without keeping it."""

    def __init__(self, outcome: "Outcome"):
        super().__init__()
        self.outcome = outcome


@dataclass(frozen=True)
class Outcome:
    """What a file does, or would do. ``upload_ids`` is empty when nothing was kept."""

    problems: tuple[Problem, ...]
    effect: Effect = field(default_factory=Effect)
    upload_ids: tuple[int, ...] = ()
    data_version: int = 0

    @property
    def changes(self) -> Changes:
        """How many items went which way."""
        return self.effect.changes

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that block the file."""
        return tuple(found for found in self.problems if found.severity is Severity.ERROR)

    def unacknowledged(self, acknowledged: Collection[str]) -> tuple[Problem, ...]:
        """The warnings whose codes have not been acknowledged."""
        if ALL_CODES in acknowledged:
            return ()
        return tuple(
            found for found in self.problems if found.severity is Severity.WARNING and found.code not in acknowledged
        )


def rehearse(store: Store, checked: CheckedFile, viewpoint: Viewpoint | None = None) -> Outcome:
    """What committing the file would do, with a viewpoint also to its headline figures. Nothing is kept."""
    if checked.errors:
        return Outcome(checked.problems)
    with store.writing(keep=False) as snapshot:
        outcome = _apply(snapshot, checked, REHEARSAL, viewpoint)
    return replace(outcome, upload_ids=())


def commit(
    store: Store,
    checked: CheckedFile,
    actor: Actor,
    *,
    acknowledged: Collection[str] = (),
    seen_version: int | None = None,
) -> Outcome:
    """Commits the file as one transaction and raises the data version.

    acknowledged: the warning codes that the uploader accepts, or "all". seen_version: the data version that the
    preview was made against; PreviewOutOfDate is raised when the store has moved on. An outcome with errors, or with
    warnings not acknowledged, has no upload_ids and left the store as it was.
    """
    if checked.errors:
        return Outcome(checked.problems)
    try:
        with acting(store, actor, Action.UPLOAD) as snapshot:
            if seen_version is not None and seen_version != snapshot.data_version:
                raise PreviewOutOfDate(
                    "The figures held have changed since this preview was made. Look at the new preview, then commit."
                )
            outcome = _apply(snapshot, checked, actor, None, acknowledged)
            if outcome.errors or outcome.unacknowledged(acknowledged):
                raise _Refused(outcome)
            return outcome
    except _Refused as refusal:
        return replace(refusal.outcome, upload_ids=())


def keep_decisions(store: Store, decisions: Iterable[Decision], actor: Actor) -> None:
    """Remembers what an uploader said of headings and words, without a file.

    No figure changes by it, but a file that somebody else has just read may read otherwise: the data version is raised,
    so that it is read and previewed again before it is committed.
    """
    with acting(store, actor, Action.UPLOAD) as snapshot:
        if remember(snapshot, decisions, actor, now()):
            snapshot.raise_version()


@garbage_waits()
def _apply(
    snapshot: Snapshot,
    checked: CheckedFile,
    actor: Actor,
    viewpoint: Viewpoint | None,
    acknowledged: Collection[str] = (),
) -> Outcome:
    """Writes the file's uploads inside the caller's transaction, and tells what that changes."""
    found = list(checked.problems)
    days = sorted({upload.as_of for upload in checked.uploads})
    of_items = checked.export_type is ExportType.ITEMS
    before = open_by_kind(snapshot, days[-1])
    figures_before = {} if of_items else {day: cells_at(snapshot, day) for day in days}
    if of_items:
        keep_states(snapshot, days)
    seen_before = compare(snapshot, viewpoint) if viewpoint else None
    found += repeated_bytes(snapshot, checked)
    numbers = []
    known = len(learned_in(snapshot).decisions)
    for place, upload in enumerate(checked.uploads):
        at_its_date = before if len(checked.uploads) == 1 else open_by_kind(snapshot, upload.as_of)
        found += placed(held_problems(snapshot, upload, before, checked.decisions), checked.columns)
        found += placed(improbable(snapshot, upload, at_its_date), checked.columns)
        if _blocked(found):
            return Outcome(tuple(dict.fromkeys(found)), data_version=snapshot.data_version)
        number, told = write_upload(snapshot, checked, place, kept_request(checked, acknowledged, known, place))
        numbers.append(number)
        found += told
        log(snapshot, number, LogAction.COMMITTED, actor, checked.file_name)
    if _blocked(found):
        return Outcome(tuple(dict.fromkeys(found)), data_version=snapshot.data_version)
    remember(snapshot, checked.decisions, actor, now())
    finish(snapshot, numbers)
    if of_items:
        effect = effect_of_items(snapshot, checked, numbers)
    else:
        effect = effect_of_figures(checked, figures_before, {day: cells_at(snapshot, day) for day in days})
    effect = replace(effect, replaces=replaced_by(snapshot, numbers))
    found += closes_many(before, effect) + contradictions(snapshot, checked.uploads)
    found += replacement_notices(effect.replaces)
    if viewpoint and seen_before:
        effect = replace(effect, headlines=headline_effects(seen_before, compare(snapshot, viewpoint)))
    return Outcome(tuple(dict.fromkeys(found)), effect, tuple(numbers), snapshot.data_version)


def _blocked(found: list[Problem]) -> bool:
    return any(entry.severity is Severity.ERROR for entry in found)
