"""What each command does: settings and arguments in, an answer out, in JSON's terms and in words."""

import argparse
from contextlib import AbstractContextManager, closing
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from jasc_data.answers.comparison.answer import Comparison, KindComparison, compare
from jasc_data.answers.comparison.notices import notices
from jasc_data.answers.comparison.tables import headline_table
from jasc_data.answers.comparison.text import sentences
from jasc_data.answers.figures.national import NationalAverage
from jasc_data.command_line.effect_data import effect_data
from jasc_data.command_line.kept_store import held_store, is_held, kept_store
from jasc_data.command_line.mapping_file import read_mapping
from jasc_data.command_line.problem_lines import problem_data, problem_lines
from jasc_data.command_line.viewpoint import known, viewpoint_of
from jasc_data.command_line.written_file import write_file
from jasc_data.documents.returned_file import file_with_errors
from jasc_data.domain.actor import Way, at_the_machine
from jasc_data.domain.failures import FileRefused
from jasc_data.domain.forces import national_directory
from jasc_data.domain.settings import Settings
from jasc_data.domain.vocabulary import Kind
from jasc_data.drawing.tables.terminal_table import terminal_table
from jasc_data.intake.checking import CheckContext, check_file
from jasc_data.intake.coverage import ALL
from jasc_data.intake.learned import Learned
from jasc_data.intake.reading import SIZE_LIMIT_MB
from jasc_data.intake.uploads import CheckedFile, UploadRequest
from jasc_data.store.connection import Store, store_in_memory
from jasc_data.uploads.commit import Outcome, commit, rehearse
from jasc_data.uploads.decisions import learned_in
from jasc_data.uploads.rows_text import rows_sentences
from jasc_data.wording.numbers import local_time


@dataclass(frozen=True)
class Answer:
    """``data`` for --json, ``text`` for people; done is False when the request was refused."""

    data: Any
    text: str
    done: bool = True

    def known_at(self, moment: datetime | None) -> "Answer":
        """The same, saying of which moment of knowing it is; figures never stand without it (rule 21)."""
        if moment is None:
            return self
        told = f"As the dashboard knew it on {local_time(moment)}; what was done since is left out."
        data = {**self.data, "known_at": f"{moment.isoformat(timespec='seconds')}Z"}
        return replace(self, data=data, text=f"{self.text}\n{told}")


def import_file(settings: Settings, given: argparse.Namespace) -> Answer:
    """Checks a file and commits it, unless it has errors, warnings not acknowledged, or the run is dry."""
    content = file_bytes(given.file)
    request = UploadRequest(
        as_of=given.as_of,
        force=given.force,
        covers_forces=tuple(given.covers_force),
        covers_kinds=tuple(Kind) if ALL in given.covers_kind else tuple(given.covers_kind),
        covers_reports=given.covers,
        decisions=read_mapping(given.map) if given.map else (),
        sheet=given.sheet,
    )
    context = CheckContext(
        national_directory(),
        settings.home_force,
        settings.groups(),
        date.today(),
        _learned(settings),
        settings.most_rows,
    )
    checked = check_file(content, given.file.name, request, context)
    if checked.errors:
        outcome = Outcome(checked.problems)  # and no store is made where there is none
    else:
        with _store_for_import(settings, dry_run=given.dry_run) as store:
            if given.dry_run:
                outcome = rehearse(store, checked)
            else:
                outcome = commit(store, checked, at_the_machine(Way.COMMAND_LINE), acknowledged=given.acknowledge)
    if given.errors_to:
        _write_errors(given.errors_to, replace(checked, problems=outcome.problems), given.sheet)
    refused = bool(outcome.errors or outcome.unacknowledged(given.acknowledge))
    committed = not refused and not given.dry_run
    return _import_answer(
        checked, outcome, settings.home_force, committed=committed, dry_run=given.dry_run, refused=refused
    )


def _write_errors(path: Path, checked: CheckedFile, sheet: str | None) -> None:
    returned = file_with_errors(checked, sheet)
    if returned is None:
        return  # the file could not be read at all, so there are no rows to write the errors beside
    write_file(path, returned, "file with the errors")


def show_position(settings: Settings, given: argparse.Namespace) -> Answer:
    """The headline figures of a force against its group and the nation."""
    viewpoint = viewpoint_of(settings, given)
    with known(settings, given) as snapshot:
        comparison = compare(snapshot, viewpoint, as_of=given.as_of, basis=given.average)
    said = sentences(comparison)
    told = notices(comparison, date.today())
    data = {
        "force": viewpoint.home,
        "as_of": _iso(comparison.as_of),
        "group": list(comparison.group),
        "kinds": {kind.value: _kind_data(comparison, comparison.kinds.get(kind)) for kind in Kind},
        "sentences": list(said),
        "notices": list(told),
    }
    return Answer(data, "\n".join([*terminal_table(headline_table(comparison)), "", *said, *told]).lstrip("\n"))


def _learned(settings: Settings) -> Learned:
    """What uploaders decided so far; nothing where there is no store yet."""
    if not is_held(settings):
        return Learned()
    with held_store(settings) as store, store.snapshot() as snapshot:
        return learned_in(snapshot)


def _store_for_import(settings: Settings, *, dry_run: bool) -> AbstractContextManager[Store]:
    """A dry run makes no store where there is none, and no backup."""
    if dry_run:
        return held_store(settings) if is_held(settings) else closing(store_in_memory())
    return kept_store(settings, create=True)


def file_bytes(path: Any) -> bytes:
    """What the file holds; of one that is far too large, enough to be refused. Raises FileRefused."""
    try:
        if path.stat().st_size > (SIZE_LIMIT_MB + 1) * 1024 * 1024:
            with path.open("rb") as file:  # enough to be refused as too large, without reading it all
                head: bytes = file.read((SIZE_LIMIT_MB + 1) * 1024 * 1024)
                return head
        content: bytes = path.read_bytes()
        return content
    except OSError:
        raise FileRefused(f"The file {path.name} cannot be read. Check its name and that you may open it.") from None


def _import_answer(
    checked: CheckedFile, outcome: Outcome, home: str, *, committed: bool, dry_run: bool, refused: bool = True
) -> Answer:
    ids = outcome.upload_ids if committed else ()
    days = [upload.as_of for upload in checked.uploads]
    data = {
        "committed": committed,
        "upload": ids[-1] if ids else None,
        "uploads": list(ids),
        "export_type": checked.export_type.value if checked.export_type else None,
        "as_of": _iso(max(days, default=None)),
        "encoding": checked.encoding,
        "delimiter": checked.delimiter,
        "rows": sum(upload.row_count for upload in checked.uploads),
        "forces": sorted({force for upload in checked.uploads for force in upload.forces}),
        "changes": asdict(outcome.changes),
        **effect_data(outcome.effect),
        "problems": [problem_data(found) for found in outcome.problems],
    }
    if refused:
        ending = "Nothing was changed." + (
            "" if outcome.errors else " Accept a warning with --acknowledge and its code."
        )
    elif dry_run:
        ending = "Nothing was changed (dry run)."
    else:
        ending = f"Committed as upload {', '.join(map(str, ids))}."
    changes = ", ".join(f"{number:,} {word}" for word, number in asdict(outcome.changes).items())
    summary = [] if refused else [f"{data['rows']:,} rows of {', '.join(map(str, days))}: {changes}."]
    summary += [] if refused else rows_sentences(outcome.effect.read, home)
    return Answer(data, "\n".join([*problem_lines(outcome.problems), *summary, ending]), done=not refused)


def _kind_data(comparison: Comparison, entry: KindComparison | None) -> dict[str, Any]:
    home = entry.home if entry else None
    rank = entry.rank if entry else None
    national = entry.national if entry else None
    of = comparison.averaged(entry) if entry and comparison.group else None
    return {
        "open": home.open if home else None,
        "as_of": _iso(home.as_of if home else None),
        "source": home.source.value if home else None,
        "group_average": entry.group_average if entry else None,
        "group_rank": rank.place if rank else None,
        "group_rank_joint": rank.joint if rank else None,
        "group_size": len(comparison.group) if comparison.group else None,
        "group_held": len(of.forces) if of else None,
        "group_average_of": len(of.of) if of else None,
        "group_not_held": list(entry.not_held) if entry else [],
        "national_average": national.value if national else None,
        "national_source": national.source.value if national else None,
        "national_as_of": _iso(national.as_of if national else None),
        "national_dates": _from_to(national) if national else None,
        "difference_from_group": entry.difference_from_group if entry else None,
        "difference_from_national": entry.difference_from_national if entry else None,
        "percent_from_national": entry.percent_from_national if entry else None,
    }


def _from_to(national: NationalAverage) -> dict[str, str | None]:
    """The dates of the oldest and the newest figure behind a national average."""
    first, last = national.dates
    return {"from": _iso(first), "to": _iso(last)}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
