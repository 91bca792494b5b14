"""Most similar groups (MSG): which forces a force is compared with, and since when.

Groups are set per force, are not symmetric and are revised from time to time, so membership carries a date.
A membership without a date holds always. Source of the format: reference/msg.csv (force, member, valid_from).
"""

import csv
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from jasc_data.domain.failures import SettingsWrong
from jasc_data.domain.forces import REFERENCE, ForceDirectory

PACKAGED_GROUPS = REFERENCE / "msg.csv"


@dataclass(frozen=True)
class Revision:
    """A day from which a group has other members than on the day before; before is empty when none was held."""

    start: date
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True)
class PeerGroups:
    """Every group held: per home force, its dated sets of members."""

    dated: dict[str, dict[date, tuple[str, ...]]]

    @cached_property
    def fingerprint(self) -> str:
        """Differs whenever the groups do: what is kept of an answer that rests on them is kept under it."""
        told = [(home, sorted(groups.items())) for home, groups in sorted(self.dated.items())]
        return sha256(repr(told).encode()).hexdigest()

    def at(self, home: str, day: date) -> tuple[str, ...]:
        """The members of the home force's group on that day, by name, home included; empty when none is held."""
        in_force = [start for start in self.dated.get(home, {}) if start <= day]
        return self.dated[home][max(in_force)] if in_force else ()

    def revisions(self, home: str, first: date, last: date) -> tuple[Revision, ...]:
        """The revisions of the home force's group after the first day, up to the last, earliest first."""
        starts = sorted(start for start in self.dated.get(home, {}) if first < start <= last)
        found = [Revision(start, self.at(home, start - timedelta(days=1)), self.at(home, start)) for start in starts]
        return tuple(revision for revision in found if revision.before != revision.after)


def read_peer_groups(path: Path, directory: ForceDirectory) -> PeerGroups:
    """The groups of a CSV file with the columns force, member, valid_from (ISO date, or blank for always).

    Raises SettingsWrong naming the line when a force is unknown or ambiguous, a date cannot be read, a member
    stands twice or a group lacks its own force.
    """
    dated: dict[str, dict[date, list[str]]] = defaultdict(lambda: defaultdict(list))
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for line, row in enumerate(csv.DictReader(file), start=2):
                home, member = (_force_name(row.get(column) or "", directory, line) for column in ("force", "member"))
                members = dated[home][_start(row.get("valid_from") or "", line)]
                if member in members:
                    raise SettingsWrong(f"The file of most similar groups names {member} twice (line {line}).")
                members.append(member)
    except (OSError, UnicodeDecodeError, csv.Error) as failure:
        raise SettingsWrong(
            "The file of most similar groups cannot be read. It must be a UTF-8 CSV with the columns "
            "force, member, valid_from; the setting JASC_PEER_GROUPS says where it is."
        ) from failure
    for home, groups in dated.items():
        for members in groups.values():
            if home not in members:
                raise SettingsWrong(
                    f"The file of most similar groups leaves {home} out of its own group: "
                    f"add the line {home},{home}. A group includes the force itself."
                )
    return PeerGroups(
        {home: {start: tuple(sorted(m)) for start, m in groups.items()} for home, groups in dated.items()}
    )


def _force_name(word: str, directory: ForceDirectory, line: int) -> str:
    found = directory.find(word)
    if len(found) != 1:
        raise SettingsWrong(
            f"The file of most similar groups names '{word}' (line {line}), which is not one force. "
            "Write its full name."
        )
    return found[0].name


def _start(text: str, line: int) -> date:
    if not text.strip():
        return date.min
    try:
        return date.fromisoformat(text.strip())
    except ValueError as failure:
        raise SettingsWrong(
            f"The file of most similar groups has the date '{text}' (line {line}). "
            "Write it as 2023-09-04, or leave it blank."
        ) from failure
