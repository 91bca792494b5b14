"""``tracking FILE.xlsx``: a workbook to fill in; and, of one that came back, what ``import`` does with it."""

import argparse
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from jasc_data.answers.figures.item_sources import full_item_source
from jasc_data.answers.tracking.answer import TrackingHeld, tracking_held
from jasc_data.command_line.commands import Answer, file_bytes, import_file
from jasc_data.command_line.kept_store import held_store, kept_store
from jasc_data.command_line.problem_lines import problem_data, problem_lines
from jasc_data.command_line.written_file import must_end_in, write_file
from jasc_data.documents.tracking_workbook import Scope, tracking_workbook
from jasc_data.domain.actor import Way, at_the_machine
from jasc_data.domain.failures import FileRefused
from jasc_data.domain.normalise import spelling_key
from jasc_data.domain.settings import Settings
from jasc_data.drawing.chart import Provenance
from jasc_data.editorial.tracking import return_log, taken_in
from jasc_data.editorial.tracking_actions import Holds, TakenIn, place_of, rehearse_return, take_in
from jasc_data.editorial.tracking_return import TrackingReturn, returned_tracking
from jasc_data.editorial.tracking_text import effect_sentences, meanwhile_sentence, read_sentence
from jasc_data.intake.tracking_file import is_tracking
from jasc_data.store.connection import Store
from jasc_data.uploads.commit import ALL_CODES
from jasc_data.wording.numbers import counted, listed, long_date

_HOLDS = {"file": Holds.FILE, "held": Holds.HELD}


def add_tracking_options(parser: argparse.ArgumentParser) -> None:
    """The options of giving one out."""
    parser.add_argument("file", type=Path, metavar="FILE.xlsx")
    parser.add_argument("--report", metavar="R", help="the items of one report, by its name")
    parser.add_argument("--lead", metavar="L", help="the items of one lead, or with a step of that owner")
    parser.add_argument("--leads", action="store_true", help="name owners of steps, who can be people")


def add_return_options(parser: argparse.ArgumentParser) -> None:
    """What ``import`` takes besides for a workbook that came back."""
    parser.add_argument(
        "--holds",
        choices=list(_HOLDS),
        help="of a tracking workbook: which version holds of rows that were edited here meanwhile",
    )


def give_out(settings: Settings, given: argparse.Namespace) -> Answer:
    """Writes the workbook of the open items as they stand today."""
    must_end_in(given.file, ".xlsx")
    with held_store(settings) as store:
        held = _held(store, settings)
    scope = Scope(_report(held, given.report), _lead(held, given.lead), given.leads or given.lead is not None)
    found = held.asked(scope.report_id, scope.lead)
    if not found:
        raise FileRefused("No open item is held of these, so there is nothing to give out.")
    source = full_item_source(held.steps.register.sources)
    content = tracking_workbook(held, scope, Provenance(source, settings.marking))
    write_file(given.file, content, "workbook")
    data = {
        "file": given.file.name,
        "sha256": sha256(content).hexdigest(),
        "force": held.home,
        "made_on": held.day.isoformat(),
        "items": len(found),
        "steps": sum(len(one.steps) for one in found),
        "owners": scope.with_owners,
    }
    return Answer(data, f"Wrote {given.file.name}: {counted(len(found))} of {held.home}, {long_date(held.day)}.")


def import_or_take_in(settings: Settings, given: argparse.Namespace) -> Answer:
    """An export is imported; a tracking workbook that came back is taken in, with --as-of as the day that it tells."""
    content = file_bytes(given.file)
    if not is_tracking(content):
        return import_file(settings, given)
    actor = at_the_machine(Way.COMMAND_LINE)
    with kept_store(settings) as store:
        with store.snapshot() as snapshot:
            log = taken_in(return_log(snapshot))
        returned = returned_tracking(content, given.file.name, _held(store, settings), given.as_of, log)
        choices = {place_of(one): _HOLDS[given.holds] for one in returned.to_choose} if given.holds else {}
        told = None
        if not returned.errors:
            told = rehearse_return(store, settings.home_force, returned, choices, actor)
        open_ = _unacknowledged(returned, given.acknowledge)
        refused = bool(returned.errors or open_ or (returned.to_choose and not given.holds))
        taken = not refused and not given.dry_run and bool(returned.all)
        if taken:
            told = take_in(store, settings.home_force, returned, choices, actor)
    return _answer(returned, told, taken=taken, refused=refused, chosen=bool(given.holds))


def _held(store: Store, settings: Settings) -> TrackingHeld:
    with store.snapshot() as snapshot:
        return tracking_held(snapshot, settings.home_force, date.today())


def _report(held: TrackingHeld, name: str | None) -> int | None:
    if name is None:
        return None
    labels = {one.item.report_id: one.item.report for one in held.asked()}
    found = [number for number, label in labels.items() if spelling_key(label) == spelling_key(name)]
    if len(found) != 1:
        raise FileRefused(
            f"No report with open items is called '{name}'. There are: {listed(sorted(labels.values()))}."
        )
    return found[0]


def _lead(held: TrackingHeld, name: str | None) -> str | None:
    if name is None or name in held.leads:
        return name
    raise FileRefused(f"Nobody called '{name}' leads on an open item or owns a step of one.")


def _unacknowledged(returned: TrackingReturn, acknowledged: list[str]) -> list[str]:
    if ALL_CODES in acknowledged:
        return []
    return [found.code for found in returned.warnings if found.code not in acknowledged]


def _answer(returned: TrackingReturn, told: TakenIn | None, *, taken: bool, refused: bool, chosen: bool) -> Answer:
    if taken and told:
        ending = f"Taken in as tracking workbook {told.number}. To undo it: withdraw {told.number} --tracking."
    elif refused:
        ending = "Nothing was changed."
        ending += (
            " Accept a warning with --acknowledge and its code." if returned.warnings and not returned.errors else ""
        )
        ending += (
            " Say which version holds with --holds file or --holds held." if returned.to_choose and not chosen else ""
        )
    else:
        ending = "Nothing was changed."
    said = [read_sentence(returned), *map(meanwhile_sentence, returned.edited_meanwhile)]
    said += effect_sentences(returned, told, 0 if chosen else len(returned.to_choose)) if told else []
    data: dict[str, Any] = {
        "committed": taken,
        "tracking": told.number if taken and told else None,
        "as_of": returned.dated.isoformat() if returned.dated else None,
        "made_on": returned.made.day.isoformat() if returned.made else None,
        "steps": len(returned.steps),
        "positions": len(returned.positions),
        "edited_meanwhile": len(returned.edited_meanwhile),
        "untouched": returned.untouched,
        "ready": [found.item.name for found in told.ready] if told else [],
        "problems": [problem_data(found) for found in returned.problems],
    }
    return Answer(data, "\n".join([*problem_lines(returned.problems), *said, ending]), done=not refused)
