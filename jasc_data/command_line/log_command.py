"""``log``: how the store stands to the shared log; ``log --begin``: its content handed over to a log that is empty."""

import argparse
from contextlib import closing

from jasc_data.command_line.commands import Answer
from jasc_data.command_line.kept_store import held_store
from jasc_data.domain.failures import FileRefused
from jasc_data.domain.settings import Settings
from jasc_data.shared_log.joining import hand_over, standing
from jasc_data.shared_log.opening import log_at
from jasc_data.store.connection import open_store


def add_options(command: argparse.ArgumentParser) -> None:
    """``--begin``."""
    command.add_argument(
        "--begin", action="store_true", help="hand all that the store holds over to the log, which is empty"
    )


def show_log(settings: Settings, given: argparse.Namespace) -> Answer:
    """Which entry of the log the store holds, once it has taken in what it lacked; with --begin, the first."""
    if settings.log is None:
        raise FileRefused("No shared log is set: JASC_LOG is the address of a PostgreSQL database.")
    if given.begin:
        with (
            closing(open_store(settings.store, create=False, migrate=settings.migrate)) as store,
            closing(log_at(settings.log)) as log,
        ):
            entry = hand_over(store, log)
        return Answer(
            {"entry": entry.number}, f"Handed over as entry {entry.number} of the log. Other servers begin with it."
        )
    with held_store(settings) as store:
        held = standing(store)
    return Answer(
        {"entry": held.number, "newest": not store.log.notice},
        f"The store holds the log up to entry {held.number:,}."
        + ("" if store.log.notice else " There is no newer one."),
        done=not store.log.notice,
    )
