"""``check``: proves that the store is sound, and that what it keeps is what was uploaded."""

import argparse

from jasc_data.command_line.commands import Answer
from jasc_data.command_line.kept_store import held_store
from jasc_data.domain.settings import Settings
from jasc_data.uploads.soundness import proofs


def add_options(command: argparse.ArgumentParser) -> None:
    """``--all``."""
    command.add_argument(
        "--all", action="store_true", dest="every", help="read the bytes of every upload again, not of the latest five"
    )


def check_store(settings: Settings, given: argparse.Namespace) -> Answer:
    """Runs every check on the store, on the original files kept in it, and on what reading them again gives."""
    groups = settings.groups()
    with held_store(settings) as store:
        results = proofs(store, groups, every=given.every)
    sound = all(not found for found in results.values())
    data = {"sound": sound, "checks": [{"check": name, "found": found} for name, found in results.items()]}
    lines = [f"{'sound' if not found else f'{len(found)} found':>10}  {name}" for name, found in results.items()]
    return Answer(data, "\n".join([*lines, "The store is sound." if sound else "The store is not sound."]), done=sound)
