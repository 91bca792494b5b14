"""``rebuild --into PATH``: a new store from the original bytes and the log, held against the one there is."""

import argparse
from dataclasses import asdict

from jasc_data.command_line.commands import Answer
from jasc_data.command_line.kept_store import held_store
from jasc_data.domain.settings import Settings
from jasc_data.uploads.rebuild import Rebuilt, rebuild
from jasc_data.wording.numbers import counted, listed, long_date


def rebuild_store(settings: Settings, given: argparse.Namespace) -> Answer:
    """Makes the new store; done is False when anything in it is not as it was."""
    with held_store(settings) as store:
        rebuilt = rebuild(store, given.into, settings.groups())
    data = {**asdict(rebuilt), "unequal": [day.isoformat() for day in rebuilt.unequal], "proven": rebuilt.proven}
    return Answer(data, "\n".join(_said(rebuilt, given.into.name)), done=rebuilt.proven)


def _said(rebuilt: Rebuilt, name: str) -> list[str]:
    told = [f"Made {name}: {counted(len(rebuilt.read), 'upload')} read again from the original bytes."]
    for numbers, sentence in (
        (rebuilt.copied, "of an earlier release, which kept no request: the records were copied as they are."),
        (rebuilt.differing, "no longer read as they did: the records were copied as they are. Please report this."),
        (rebuilt.damaged, "left out: the original bytes are damaged. Upload the file again, or use a backup."),
    ):
        if numbers:
            uploads = "Upload" if len(numbers) == 1 else "Uploads"
            told.append(f"{uploads} {listed([str(number) for number in numbers])}: {sentence}")
    if rebuilt.unsound:
        told.append(f"The new store is not sound: {listed(rebuilt.unsound)}.")
    if rebuilt.unequal:
        told.append(
            f"Headline figures are not what they were on {listed([long_date(day) for day in rebuilt.unequal])}."
        )
    if rebuilt.proven:
        told.append("Every headline figure of every force is the same at every date held.")
    return told
