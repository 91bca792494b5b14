"""What was decided when a file was uploaded, and how each of its columns was read: kept with the upload for good."""

from dataclasses import dataclass

from jasc_data.domain.vocabulary import Kind
from jasc_data.store.snapshot import Snapshot

_SET_ASIDE = "set aside, not read"
_NOTHING_STATED = "not stated"


@dataclass(frozen=True)
class DecidedWord:
    """One decision: about what (a heading, a status, an assumption ...), of which word, and what it was taken as."""

    about: str
    word: str
    taken_as: str


@dataclass(frozen=True)
class ReadColumn:
    """One column of the file: its letter, its heading, and what it was read as."""

    letter: str
    heading: str
    read_as: str


@dataclass(frozen=True)
class Decided:
    """Everything that was decided about one upload."""

    words: tuple[DecidedWord, ...] = ()
    columns: tuple[ReadColumn, ...] = ()


def decided(snapshot: Snapshot, upload_id: int) -> Decided:
    """What was decided about an upload; nothing for one that there is not."""
    rows = snapshot.raw("uploads/decided", upload_id=upload_id)
    if not rows:
        return Decided()
    return Decided(
        tuple(_word(*cells) for cells in _lines(rows[0]["decisions"])),
        tuple(
            ReadColumn(letter, heading, _field(field)) for letter, heading, field in _lines(rows[0]["column_mapping"])
        ),
    )


def _lines(kept: str) -> list[tuple[str, str, str]]:
    """The three cells of each line; one that an earlier release broke (a heading of two lines) as far as it goes."""
    cells = [[*line.split("\t"), "", ""] for line in kept.split("\n") if line.strip()]
    return [(line[0], " ".join(line[1:-3]), line[-3]) if len(line) > 4 else (line[0], line[1], "") for line in cells]


def _word(about: str, word: str, meaning: str) -> DecidedWord:
    if about == "assumption":
        return DecidedWord("Assumption", f"no column for {_field(word)}", meaning or _NOTHING_STATED)
    if about == "heading":
        return DecidedWord("Heading", word, _field(meaning))
    if about == "kind" and meaning in list(Kind):
        return DecidedWord("Kind", word, Kind(meaning).singular)
    return DecidedWord(about.capitalize(), word, meaning)


def _field(field: str) -> str:
    return field.replace("_", " ") or _SET_ASIDE
