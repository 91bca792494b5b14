"""Arguments in, exit code out. Answers go to standard output, failures in one sentence to standard error."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from jasc_data.command_line.backup_commands import (
    add_backup_options,
    add_restore_options,
    backup_store,
    restore_from_backup,
)
from jasc_data.command_line.calendar_command import add_options as calendar_options
from jasc_data.command_line.calendar_command import write_calendar
from jasc_data.command_line.check_store import add_options as check_options
from jasc_data.command_line.check_store import check_store
from jasc_data.command_line.commands import Answer, show_position
from jasc_data.command_line.document_commands import (
    add_figures_options,
    add_paper_options,
    add_slides_options,
    figures,
    paper,
    slides,
)
from jasc_data.command_line.log_command import add_options as log_options
from jasc_data.command_line.log_command import show_log
from jasc_data.command_line.rebuild_store import rebuild_store
from jasc_data.command_line.show_changes import add_options as show_changes_options
from jasc_data.command_line.show_changes import show_changes
from jasc_data.command_line.show_grades import add_options as show_grades_options
from jasc_data.command_line.show_grades import show_grades
from jasc_data.command_line.show_overdue import add_options as show_overdue_options
from jasc_data.command_line.show_overdue import show_overdue
from jasc_data.command_line.show_reports import add_options as show_reports_options
from jasc_data.command_line.show_reports import show_reports
from jasc_data.command_line.tracking_commands import (
    add_return_options,
    add_tracking_options,
    give_out,
    import_or_take_in,
)
from jasc_data.command_line.upload_commands import add_reason, restore, uploads, withdraw
from jasc_data.command_line.viewpoint import add_viewpoint, day, force
from jasc_data.domain.failures import SettingsWrong, StoreUnusable, UserFailure
from jasc_data.domain.settings import read_settings
from jasc_data.domain.vocabulary import AverageBasis, Kind
from jasc_data.intake.coverage import ALL
from jasc_data.intake.problems import CellFault
from jasc_data.intake.uploads import ALL_REPORTS, ONLY_REPORTS_IN_FILE
from jasc_data.intake.wording import WORDING
from jasc_data.intake.words import read_kind
from jasc_data.uploads.commit import ALL_CODES
from jasc_data.wording.outside_text import json_text, without_controls

_IMPORT = "Import an export, or take in a tracking workbook. A file with an error changes nothing."
DONE, REFUSED, WRONG_USAGE, STORE_UNUSABLE, STOPPED = 0, 1, 2, 3, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    parser = build_parser()
    try:
        given = parser.parse_args(arguments)
    except SystemExit as ended:
        return int(ended.code or 0)
    try:
        settings = read_settings()
        if given.store:
            settings = settings.model_copy(update={"store": given.store})
        command: Callable[..., Answer] = given.run
        answer = command(settings, given)
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return STOPPED
    except StoreUnusable as failure:
        return _failed(failure, STORE_UNUSABLE, as_json=given.json)
    except SettingsWrong as failure:
        return _failed(failure, WRONG_USAGE, as_json=given.json)
    except UserFailure as failure:
        return _failed(failure, REFUSED, as_json=given.json)
    answer = answer.known_at(getattr(given, "known_at", None))
    _tell(json_text(answer.data, indent=2) if given.json else without_controls(answer.text))
    return DONE if answer.done else REFUSED


def _tell(words: str) -> None:
    try:
        print(words, flush=True)
    except BrokenPipeError:  # whoever reads has read enough, as ``| head`` has
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # at its end Python would try once more


def build_parser() -> argparse.ArgumentParser:
    """The parser of every command and option."""
    parser = argparse.ArgumentParser(prog="python -m jasc_data", description="The JASC inspection dashboard's store.")
    commands = parser.add_subparsers(dest="command", required=True)
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--store", type=Path, help="the store's file (default: the setting JASC_STORE)")
    shared.add_argument("--json", action="store_true", help="answer in JSON")

    def add(name: str, run: Callable[..., Answer], about: str, to: Any = commands) -> argparse.ArgumentParser:
        command: argparse.ArgumentParser = to.add_parser(name, parents=[shared], help=about, description=about)
        command.set_defaults(run=run)
        return command

    _import_options(add("import", import_or_take_in, _IMPORT))
    show = commands.add_parser("show", help="Show figures.").add_subparsers(dest="what", required=True)
    position = add("position", show_position, "The headline figures against the MSG and the nation.", show)
    add_viewpoint(position)
    position.add_argument("--average", type=AverageBasis, choices=list(AverageBasis), default=AverageBasis.WITH_US)
    for name, run, options, about in (
        ("grades", show_grades, show_grades_options, "Open recommendations and AFIs by level."),
        ("reports", show_reports, show_reports_options, "Open items by inspection report."),
        ("changes", show_changes, show_changes_options, "What changed between two dates."),
        ("overdue", show_overdue, show_overdue_options, "Items past HMICFRS's deadline."),
    ):
        options(add(name, run, about, show))
    for name, run, options, about in (
        (
            "paper",
            paper,
            add_paper_options,
            "Write the committee's paper as Word (.docx) or, by LibreOffice, as PDF.",
        ),
        ("slides", slides, add_slides_options, "Write the meeting's views as a PowerPoint deck."),
        ("figures", figures, add_figures_options, "Write the paper's figures as a workbook."),
    ):
        options(add(name, run, about))
    add("uploads", uploads, "Every upload with its state.")
    for name, run, about in (
        ("withdraw", withdraw, "Hide an upload from every figure. Nothing is deleted."),
        ("restore", restore, "Bring a withdrawn upload back at its old place."),
    ):
        acting = add(name, run, about)
        acting.add_argument("id", type=int, help="the upload's number")
        acting.add_argument("--tracking", action="store_true", help="the number is a tracking workbook's")
        add_reason(acting)
    add_tracking_options(add("tracking", give_out, "Write the tracking workbook, to be filled in and sent back."))
    calendar_options(add("calendar", write_calendar, "Write what is due when as a calendar file (.ics)."))
    add_backup_options(add("backup", backup_store, "Copy the whole store to a folder, and check the copy."))
    add_restore_options(
        add("restore-backup", restore_from_backup, "Put a backup in the store's place. What is there is kept.")
    )
    log_options(add("log", show_log, "Say how the store stands to the log that servers share, or begin that log."))
    check_options(add("check", check_store, "Prove that the store is sound."))
    again = add("rebuild", rebuild_store, "Make a new store from the original bytes and the log, and compare.")
    again.add_argument("--into", type=Path, required=True, metavar="PATH", help="the new store's file")
    return parser


def _import_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument("--as-of", type=day, metavar="YYYY-MM-DD", help="the date the figures are correct for")
    command.add_argument("--force", type=force, help="the force of a file without a force column; it is covered")
    command.add_argument(
        "--covers-force",
        type=_force_or_all,
        nargs="+",
        action="extend",
        default=[],
        metavar="F",
        help="other forces of which the file holds everything that is open, or all",
    )
    command.add_argument(
        "--covers-kind",
        type=_kind_or_all,
        nargs="+",
        action="extend",
        default=[],
        metavar="K",
        help="kinds of which none are open any more, or all",
    )
    command.add_argument(
        "--covers",
        choices=[ALL_REPORTS, ONLY_REPORTS_IN_FILE],
        default=ALL_REPORTS,
        help="whether the file speaks for all reports or only for the reports in it",
    )
    command.add_argument(
        "--acknowledge",
        type=_code,
        nargs="+",
        action="extend",
        default=[],
        metavar="CODE",
        help="warnings that are accepted, by code, or all",
    )
    command.add_argument("--map", type=Path, metavar="FILE", help="what unknown headings and words mean, in JSON")
    command.add_argument("--errors-to", type=Path, metavar="FILE", help="write the file with an Errors column there")
    command.add_argument("--sheet", metavar="NAME", help="the sheet of a workbook that has several")
    add_return_options(command)
    command.add_argument("--dry-run", action="store_true", help="say what would change and change nothing")


def _force_or_all(text: str) -> str:
    return ALL if text.casefold() == ALL else force(text)


def _kind_or_all(text: str) -> str:
    if text.casefold() == ALL:
        return ALL
    try:
        return Kind(text) if text in list(Kind) else read_kind(text)
    except CellFault:
        raise argparse.ArgumentTypeError(f"'{text}' is not a kind: use {', '.join(Kind)} or all") from None


def _code(text: str) -> str:
    if text == ALL_CODES or (text in WORDING and WORDING[text].severity == "warning"):
        return text
    raise argparse.ArgumentTypeError(f"'{text}' is not the code of a warning; a file is named before --acknowledge")


def _failed(failure: UserFailure, code: int, *, as_json: bool) -> int:
    if as_json:
        _tell(json_text({"error": str(failure)}))
    print(without_controls(str(failure)), file=sys.stderr)
    return code
