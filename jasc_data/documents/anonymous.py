"""An anonymised copy: the home force's peers go by letters, from the rows of the store on, so by nothing else anywhere.

Which letter is whose follows neither their names nor their figures; it is drawn anew by the paper's own date.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from string import ascii_uppercase

from jasc_data.answers.figures.headlines import headlines_at
from jasc_data.domain.forces import Force, ForceDirectory
from jasc_data.domain.peer_groups import PeerGroups
from jasc_data.domain.perspective import Perspective, Viewpoint
from jasc_data.domain.vocabulary import Kind
from jasc_data.store.renamed import RenamedSnapshot
from jasc_data.store.snapshot import Snapshot

_FEW = 3  # of fewer, every order is somebody's
_DRAWS = 100
_SHORT = 4  # letters; a spelling so short is a name only as it is written, since "met" is a word
_APART = re.compile(r"[\s\-]+")  # between the words of a name
_FILE_NAME, _A_FILE = "file_name", "export"  # a file's name tells too much, however it is spelt


def anonymised(
    snapshot: Snapshot, viewpoint: Viewpoint, directory: ForceDirectory, on: Perspective
) -> tuple[Snapshot, Viewpoint]:
    """The state and the viewpoint with every force but the home force under another name.

    directory: the spellings by which texts may name a peer. on: the paper's own date and group.
    """
    home = viewpoint.home
    now = sorted(set(on.group) - {home})
    before = {name for group in viewpoint.groups.dated.get(home, {}).values() for name in group} - set(on.group)
    peers = [
        *_drawn(now, f"{home} {on.day}", _by_size(snapshot, on, now)),
        *_in_order(before, f"{on.day}"),
    ]
    others = _in_order((name for name in viewpoint.nation if name not in (*peers, home)), f"{on.day}")
    names = {name: f"Force {_letters(place)}" for place, name in enumerate(peers)}
    every = names | {name: f"Other force {place:02}" for place, name in enumerate(others, start=1)}
    renamed = Viewpoint(home, _groups(viewpoint.groups, home, every), tuple(every.get(n, n) for n in viewpoint.nation))
    return RenamedSnapshot(snapshot, every, _Texts(names, directory)), renamed


def _by_size(snapshot: Snapshot, on: Perspective, peers: Sequence[str]) -> list[list[int]]:
    """The figures of the peers, kind by kind, of the kinds held for all of them."""
    held = headlines_at(snapshot, on.day)
    figures = [[held[peer, kind].open for peer in peers if (peer, kind) in held] for kind in Kind]
    return [of_kind for of_kind in figures if len(of_kind) == len(peers)]


def _drawn(peers: Sequence[str], seed: str, figures: Iterable[Sequence[int]]) -> list[str]:
    """The peers in the first order drawn that is neither of their names nor of their figures, either way round."""
    drawn: list[str] = []
    told = [dict(zip(peers, of_kind, strict=True)) for of_kind in figures]
    for attempt in range(_DRAWS):
        drawn = _in_order(peers, f"{seed} {attempt}")
        of_figures = [[one[peer] for peer in drawn] for one in told]
        if len(peers) < _FEW or not any(map(_in_a_row, [[peers.index(peer) for peer in drawn], *of_figures])):
            return drawn
    return drawn


def _in_a_row(places: Sequence[int]) -> bool:
    """True for an order that tells: rising or falling; figures that are all alike tell nothing."""
    return places in (sorted(places), sorted(places, reverse=True)) and len(set(places)) > 1


def _in_order(names: Iterable[str], seed: str) -> list[str]:
    return sorted(names, key=lambda name: sha256(f"{seed} {name}".encode()).hexdigest())


def _letters(place: int) -> str:
    """A to Z, then AA."""
    rounds, letter = divmod(place, len(ascii_uppercase))
    return f"{ascii_uppercase[rounds - 1] if rounds else ''}{ascii_uppercase[letter]}"


def _groups(groups: PeerGroups, home: str, names: dict[str, str]) -> PeerGroups:
    """The home force's group alone, by the new names: nobody else's is asked for."""
    dated = groups.dated.get(home, {})
    return PeerGroups(
        {home: {start: tuple(sorted(names.get(name, name) for name in group)) for start, group in dated.items()}}
    )


class _Texts:
    """Puts the new names into texts that name peers by any of their spellings, in any case and however spaced.

    A short one of letters alone counts as it is written, or in capitals, and as a word: "Met" is a force, "met" is not.
    """

    def __init__(self, names: dict[str, str], directory: ForceDirectory):
        self._called: dict[str, str] = {}
        anyhow, as_written = set[str](), set[str]()
        for force in directory.forces:
            for spelling in _spellings(force) if force.name in names else ():
                self._called.setdefault(spelling.casefold(), names[force.name])
                short = len(spelling) <= _SHORT and spelling.isalpha() and spelling != force.name
                (as_written if short else anyhow).update((spelling, spelling.upper()))
        self._anyhow = re.compile(_any_of(anyhow), re.IGNORECASE)
        self._as_written = re.compile(rf"(?<![A-Za-z])(?:{_any_of(as_written)})(?![A-Za-z])")

    def __call__(self, column: str, text: str) -> str:
        if column == _FILE_NAME:
            return _A_FILE
        return self._as_written.sub(self._name, self._anyhow.sub(self._name, text))

    def _name(self, found: re.Match[str]) -> str:
        return self._called[_APART.sub(" ", found[0]).casefold()]


def _any_of(spellings: Iterable[str]) -> str:
    """A pattern of them, the longest first; of none where there are none."""
    longest = sorted(spellings, key=len, reverse=True)
    return "|".join(_APART.pattern.join(map(re.escape, spelling.split())) for spelling in longest) or r"(?!)"


def _spellings(force: Force) -> Iterator[str]:
    """Each spelling, with "and" for "&" and the other way round."""
    for spelling in (force.code, force.formal_name, *force.aliases, force.name):
        yield from {spelling, spelling.replace("&", "and"), spelling.replace(" and ", " & ")}
