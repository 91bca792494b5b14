"""An anonymised copy names no peer in any byte of any part, and its letters give nothing away."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

import pytest

from jasc_data.answers.comparison.provenance import short_source
from jasc_data.documents.anonymous import _drawn, _in_a_row, _letters, _Texts
from jasc_data.documents.figure_pack import figure_pack
from jasc_data.documents.paper import PaperAnswers, make_paper
from jasc_data.documents.presentation.sets import VIEWS
from jasc_data.documents.presentation.views import shown_on, views
from jasc_data.domain.forces import national_directory
from jasc_data.domain.vocabulary import Kind
from jasc_data.drawing.powerpoint import slides_file
from jasc_data.drawing.word import word_file
from tests.builders import GROUP, HOME
from tests.documents.made import demonstration, of_own_store
from tests.packages import parts

PEERS = tuple(name for name in GROUP if name != HOME)
SPELT = tuple(
    spelling
    for force in national_directory().forces
    if force.name in PEERS
    for spelling in (force.name, force.formal_name, force.code, *force.aliases)
    if len(spelling) > 4 or not spelling.isalnum()
)


def word(answers: PaperAnswers) -> bytes:
    return word_file(make_paper(answers).document).content


def deck(answers: PaperAnswers) -> bytes:
    return slides_file(views(answers.presented, tuple(VIEWS)), shown_on(answers.presented)).content


def pack(answers: PaperAnswers) -> bytes:
    return figure_pack(make_paper(answers), answers.presented.provenance(short_source(answers.presented.comparison)))


def named_in(content: bytes, names: Iterable[str]) -> set[tuple[str, str]]:
    """Which name stands in which part, by the part's name or in its bytes, as text or as XML escapes it."""
    spelt = {name: {name.lower(), name.lower().replace("&", "&amp;")} for name in names}
    told = [(part, part.lower().encode() + b" " + body.lower()) for part, body in parts(content)]
    return {(part, name) for part, body in told for name, ways in spelt.items() for way in ways if way.encode() in body}


@pytest.mark.parametrize("make", [word, deck, pack])
@pytest.mark.parametrize("of", [demonstration, of_own_store])
def test_no_byte_names_a_peer(of: Callable[..., PaperAnswers], make: Callable[[PaperAnswers], bytes]) -> None:
    assert named_in(make(of()), PEERS), "where they are not asked for, they are named"
    assert named_in(make(of(anonymised=True)), SPELT) == set()


@pytest.mark.parametrize("of", [demonstration, of_own_store])
def test_only_the_names_differ(of: Callable[..., PaperAnswers]) -> None:
    named, lettered = of().presented.comparison, of(anonymised=True).presented.comparison
    for kind in Kind:
        own, other = named.kinds[kind], lettered.kinds[kind]
        assert [one.open for one in other.members] == [one.open for one in own.members]
        assert (other.group_average, other.home and other.home.open) == (own.group_average, own.home and own.home.open)
        assert other.rank
        assert own.rank
        assert (other.rank.place, len(other.rank.tied)) == (own.rank.place, len(own.rank.tied))
        assert {one.force for one in other.members} == {HOME, *(f"Force {letter}" for letter in "ABCDEFG")}


def test_letters_follow_neither_names_nor_figures() -> None:
    named, lettered = of_own_store().presented.comparison, of_own_store(anonymised=True).presented.comparison
    figures = {
        one.force: tuple(_open(lettered, kind, one.force) for kind in Kind) for one in lettered.kinds[Kind.AFI].members
    }
    whose = {tuple(_open(named, kind, name) for kind in Kind): name for name in PEERS}
    order = [whose[figures[f"Force {letter}"]] for letter in "ABCDEFG"]
    assert sorted(order) == sorted(PEERS)
    assert order not in (sorted(PEERS), sorted(PEERS, reverse=True))
    for kind in Kind:
        assert not _in_a_row([_open(named, kind, name) for name in order])


def _open(comparison: object, kind: Kind, force: str) -> int:
    return next(one.open for one in comparison.kinds[kind].members if one.force == force)  # type: ignore[attr-defined]


def test_another_paper_has_another_order_and_the_same_one_the_same() -> None:
    days = [date(2023, 9, 4) + timedelta(days=number) for number in range(20)]
    orders = [tuple(_drawn(PEERS, f"{HOME} {day}", ())) for day in days]
    assert len(set(orders)) > 15
    assert orders[0] == tuple(_drawn(PEERS, f"{HOME} {days[0]}", ()))


def test_an_order_that_tells_is_drawn_again() -> None:
    names = ["a", "b", "c"]
    for number in range(60):
        drawn = _drawn(names, str(number), [[1, 3, 2]])
        assert drawn not in (["a", "b", "c"], ["c", "b", "a"], ["a", "c", "b"], ["b", "c", "a"])
    assert sorted(_drawn(["a", "b"], "of two", [])) == ["a", "b"]


def test_a_name_is_found_in_any_case_and_spacing_and_no_word_is_taken_for_one() -> None:
    told = _Texts({"Kent": "Force A", "Metropolitan": "Force B", "North Yorkshire": "Force C"}, national_directory())
    for text, becomes in {
        "NORTH-YORKSHIRE and north  yorkshire police": "Force C and Force C",
        "n yorks, NYP, nyp": "Force C, Force C, nyp",
        "KENT met the Met": "Force A met the Force B",
        "Durham": "Durham",
    }.items():
        assert told("text", text) == becomes
    assert told("file_name", "anything.csv") == "export"


def test_letters_go_on_after_z() -> None:
    assert [_letters(place) for place in (0, 25, 26, 27)] == ["A", "Z", "AA", "AB"]


def test_texts_are_changed_wherever_they_name_a_peer() -> None:
    paper = make_paper(of_own_store(anonymised=True)).document
    told = " ".join(str(row) for _, table, _ in paper.all_tables() for row in table.rows)
    assert "=1+1 waits for Force " in told
    assert "Vetting in Force " in told
    assert "Ask Force " in told
