"""References that are new to the store and may stand for an item that is held under another: asked about (rule 6)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from jasc_data.domain.normalise import reference_key, spelling_key
from jasc_data.domain.vocabulary import Kind
from jasc_data.intake.learned import Decision, Domain, Learned
from jasc_data.intake.problems import Problem, problem
from jasc_data.intake.references import loose_key
from jasc_data.intake.uploads import CheckedFile, CheckedUpload, Item
from jasc_data.store.snapshot import Snapshot

_TELLING = 20  # characters of a text: a shorter one does not tell an item from others
_RESPELT = "they differ in zeros, hyphens, spaces or an apostrophe alone, as a spreadsheet changes them"
_SAME_TEXT = "kind, report and text are the same"


@dataclass(frozen=True)
class _Held:
    force: str
    item_key: str
    reference: str
    kind: Kind
    title_key: str
    text: str | None


def changed_references(
    snapshot: Snapshot, upload: CheckedUpload, said: Iterable[Decision], learned: Learned
) -> list[Problem]:
    """New references that are a held one but for zeros, hyphens, spaces or an apostrophe, or that have its kind, report
    and text; and, in one line, those that are read as was decided for an earlier file.

    A held one that the file holds as well stands for an item of its own, and what was decided is not asked again. said:
    of this very file; learned: all decisions, these included.
    """
    found = _known_before(upload.items, said)
    unheld = _unheld(snapshot, upload, learned)
    if not unheld:
        return found
    held = snapshot.rows("uploads/references_held", _Held, forces=sorted({item.row.force for item in unheld}))
    if not held:
        return found
    in_file = {(item.row.force, item.reference_key) for item in upload.items}
    gone = [entry for entry in held if _key(entry) not in in_file]
    if not gone:
        return found
    known = {(entry.force, reference_key(entry.reference)) for entry in held}
    new = [item for item in unheld if (item.row.force, reference_key(item.row.reference or "")) not in known]
    respelt: dict[tuple[str, str], list[str]] = {}
    for entry in gone:
        respelt.setdefault((entry.force, loose_key(entry.reference)), []).append(entry.reference)
    same_text = _alone(
        (_what_it_asks(entry.kind, entry.title_key, entry.text, entry.force), entry.reference) for entry in gone
    )
    asks = [_asks(item) for item in new]
    number = Counter(asks)
    for item, asked in zip(new, asks, strict=True):
        others, why = respelt.get((item.row.force, loose_key(item.row.reference or "")), []), _RESPELT
        if not others and number[asked] == 1 and (alike := same_text.get(asked)):
            others, why = [alike], _SAME_TEXT
        found += [
            problem(
                "reference.changed",
                row_number=item.row.row_number,
                value=item.row.reference,
                other=other,
                why=why,
            )
            for other in others
        ]
    return found


def _unheld(snapshot: Snapshot, upload: CheckedUpload, learned: Learned) -> list[Item]:
    """The items whose references no upload holds, and of which nothing was decided."""
    told = {force for force in {item.row.force for item in upload.items} if learned.references_known(force)}
    undecided = {
        f"{item.row.force}|{reference_key(item.row.reference) if item.known_as else item.reference_key}": item
        for item in upload.items
        if item.row.reference
        and not (item.row.force in told and learned.reference_decided(item.row.force, item.row.reference))
    }
    unknown = set(snapshot.values("uploads/references_unknown", keys=list(undecided)))
    return [item for key, item in undecided.items() if key in unknown]


@dataclass(frozen=True)
class Renames:
    """What can be answered to new references that may be held items.

    same: that they are; without those that could be several held ones, or one of several new ones. others: that they
    are items of their own.
    """

    same: tuple[Decision, ...]
    others: tuple[Decision, ...]

    @property
    def first(self) -> tuple[str, str] | None:
        """The first new reference and the held one that it may stand for."""
        return (self.same[0].word, self.same[0].meaning) if self.same else None


def renames(checked: CheckedFile, problems: Iterable[Problem]) -> Renames:
    """The answers that there are to the file's new references."""
    forces = {item.row.row_number: item.row.force for upload in checked.uploads for item in upload.items}
    pairs = [
        Decision(Domain.REFERENCE, found.value or "", found.other or "", forces[found.row_number or 0])
        for found in problems
        if found.code == "reference.changed"
    ]
    new = Counter((pair.layout, reference_key(pair.word)) for pair in pairs)
    held = Counter((pair.layout, reference_key(pair.meaning)) for pair in pairs)
    return Renames(
        tuple(
            pair
            for pair in pairs
            if new[pair.layout, reference_key(pair.word)] == held[pair.layout, reference_key(pair.meaning)] == 1
        ),
        tuple(dict.fromkeys(replace(pair, meaning=pair.word) for pair in pairs)),
    )


def read_as_others(checked: CheckedFile) -> tuple[Decision, ...]:
    """That references which are read as those of held items are items of their own after all."""
    return tuple(
        Decision(Domain.REFERENCE, item.row.reference or "", item.row.reference or "", item.row.force)
        for upload in checked.uploads
        for item in upload.items
        if item.known_as
    )


def _known_before(items: Iterable[Item], said: Iterable[Decision]) -> list[Problem]:
    """What is read as was decided for an earlier file: said with the first of them."""
    now = {reference_key(entry.word) for entry in said if entry.domain is Domain.REFERENCE}
    known = [item for item in items if item.known_as and reference_key(item.row.reference or "") not in now]
    if not known:
        return []
    first, count = known[0], f"{len(known):,}"
    row = first.row
    return [
        problem("references.known", row_number=row.row_number, value=row.reference, other=first.known_as, count=count)
    ]


def _key(entry: _Held) -> tuple[str, str]:
    return entry.force, entry.item_key.removeprefix(f"{entry.force}|")


def _asks(item: Item) -> tuple[str, ...]:
    return _what_it_asks(item.row.kind, spelling_key(item.row.report or ""), item.row.text, item.row.force)


def _what_it_asks(kind: Kind, title_key: str, text: str | None, force: str) -> tuple[str, ...]:
    """Equal for items that ask the same; empty where the text is too short to tell."""
    words = spelling_key(text or "")
    return (force, kind, title_key, words) if len(words) >= _TELLING else ()


def _alone(pairs: Iterable[tuple[tuple[str, ...], str | None]]) -> dict[tuple[str, ...], str | None]:
    """Those of which there is one alone: among several that ask the same, none is singled out."""
    pairs = list(pairs)
    number = Counter(asks for asks, _ in pairs)
    return {asks: reference for asks, reference in pairs if asks and number[asks] == 1}
