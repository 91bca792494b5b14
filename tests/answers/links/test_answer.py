"""An issued id means the same item of the files for ever: whatever is imported, corrected, withdrawn or restored."""

from collections.abc import Iterable, Iterator
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from jasc_data.answers.links.answer import item_lead, report_lead
from jasc_data.answers.register.answer import Register, register_of
from jasc_data.domain.vocabulary import Kind
from jasc_data.intake.learned import Decision, Domain
from jasc_data.store.connection import Store
from jasc_data.uploads.acting import restore, withdraw
from jasc_data.uploads.proof import overlapping_aliases
from tests.answers.test_histories import DATES, Action, histories, imported_export
from tests.builders import HOME, by, empty_store, imported, item, items_csv, whole_histories

TITLES = {  # as a file can write them; the two of Custody are one report, those of Stalking are two
    "Custody": ("", "20/04/2022"),
    "Stalking": ("27/09/2021", "15/02/2023"),
    "Vetting": ("",),
}
written = st.sampled_from([(title, day) for title, days in TITLES.items() for day in days])
named = st.tuples(st.sampled_from(["Recommendation", "AFI"]), st.sampled_from("123"), written)
Named = tuple[str, str, tuple[str, str]]
exports = st.tuples(
    st.sampled_from(DATES), st.lists(named, min_size=1, max_size=5, unique_by=lambda n: (n[:2], n[2][0]))
)
acts = st.tuples(st.just("import"), exports) | st.tuples(st.just("withdraw or restore"), st.integers(0, 9))


def as_text(name: Named) -> str:
    """What only this item of the files says: of Custody, with or without its date, the same."""
    kind, number, (title, day) = name
    return f"{kind} {number} of {title} {day if title == 'Stalking' else ''}"


def turn(store: Store, live: list[bool], number: int) -> None:
    """Withdraws the upload where it is live, restores it where it is not."""
    (withdraw if live[number] else restore)(store, number + 1, by())
    live[number] = not live[number]


def after_each(history: Iterable[tuple[str, object]], store: Store) -> Iterator[None]:
    live: list[bool] = []
    for _, what in history:
        if not isinstance(what, int):
            day, names = what  # type: ignore[misc]
            rows = (
                item(kind=kind, number=number, report=title, report_published=published, text=as_text(name))
                for name in names
                for kind, number, (title, published) in [name]
            )
            live.append(imported(store, items_csv(*rows), day) == len(live) + 1)
        elif live:
            turn(store, live, what % len(live))
        else:
            continue
        yield


@whole_histories
@given(st.lists(acts, max_size=9).map(lambda later: [("import", (DATES[0], [("AFI", "1", ("Vetting", ""))])), *later]))
def test_an_id_means_the_same_item_without_references(history: list[tuple[str, object]]) -> None:
    store = empty_store()
    told: dict[int, str] = {}
    reports: dict[int, str] = {}
    for _ in after_each(history, store):
        for day in (DATES[0], DATES[-1]):
            with store.snapshot() as snapshot:
                register = register_of(snapshot, HOME, day)
                for shown in register.items:
                    assert shown.text == told.setdefault(shown.item_id, shown.text or "")
                    title = shown.report.partition(" (")[0]  # the date that tells it apart comes and goes
                    assert title == reports.setdefault(shown.report_id, title)
                for number, text in told.items():
                    lead = item_lead(snapshot, register, number)
                    assert lead.shown_id is None or register.by_id[lead.shown_id].text == text
                for number, title in reports.items():
                    where = report_lead(snapshot, register, number).shown_id
                    assert where is None or register.report_labels[where].startswith(title)
    store.close()


@whole_histories
@given(histories)
def test_an_id_means_the_same_item_with_references(history: list[Action]) -> None:
    """Kinds, reports, grades and statuses change at random; a reference stays the item's."""
    store = empty_store()
    told: dict[int, tuple[str, str | None]] = {}
    live: list[bool] = []
    for _, what in history:
        if not isinstance(what, int):
            live.append(imported_export(store, what) == len(live) + 1)
        elif live:
            turn(store, live, what % len(live))
        with store.snapshot() as snapshot:
            for force in (HOME, "Suffolk"):
                register: Register = register_of(snapshot, force, DATES[-1])
                for shown in register.items:
                    known = told.setdefault(shown.item_id, (force, shown.reference))
                    assert known == (force, shown.reference)
                    assert item_lead(snapshot, register, shown.item_id).shown_id == shown.item_id
    store.close()


SPELLINGS = ("WM-{}", "WM-0{}", "VET/2023/{}")
spelt = st.fixed_dictionaries({}, optional={number: st.sampled_from(SPELLINGS) for number in (1, 2, 3)})
renaming = st.tuples(st.sampled_from(DATES), spelt)


@whole_histories
@given(st.lists(renaming | st.integers(0, 9), max_size=8))
def test_an_id_means_the_same_item_though_its_reference_is_written_anew(
    history: list[tuple[date, dict[int, str]] | int],
) -> None:
    """Every export writes the references as it likes, and the uploader says which item is meant."""
    store = empty_store()
    told: dict[int, str | None] = {}
    live: list[bool] = []
    for what in [(DATES[0], {1: SPELLINGS[0], 2: SPELLINGS[0]}), *history]:
        if not isinstance(what, int):
            day, written_as = what
            rows = [item(name.format(number), text=f"Item {number}") for number, name in written_as.items()]
            said = [
                Decision(Domain.REFERENCE, name.format(number), SPELLINGS[0].format(number), HOME)
                for number, name in written_as.items()
                if name != SPELLINGS[0]
            ]
            content = items_csv(*rows, headings=["reference", "force", "kind", "report", "text"])
            live.append(imported(store, content, day, kinds=(Kind.RECOMMENDATION,), decisions=said) == len(live) + 1)
        else:
            turn(store, live, what % len(live))
        with store.snapshot() as snapshot:
            register = register_of(snapshot, HOME, DATES[-1])
            assert len({shown.text for shown in register.items}) == len(register.items)
            for shown in register.items:
                assert shown.text == told.setdefault(shown.item_id, shown.text)
            assert overlapping_aliases(snapshot) == []
    store.close()


def test_an_item_named_under_an_undated_and_a_dated_report_is_found_by_both_ids() -> None:
    store = empty_store()
    imported(store, items_csv(item(number="1", report="Custody")), DATES[0])
    imported(store, items_csv(item(number="1", report="Custody", report_published="20/04/2022")), DATES[1])
    with store.snapshot() as snapshot:
        register = register_of(snapshot, HOME, DATES[1])
        assert [item_lead(snapshot, register, number).shown_id for number in (1, 2)] == [1, 1]
    withdraw(store, 1, by())
    with store.snapshot() as snapshot:
        register = register_of(snapshot, HOME, DATES[1])
        assert [item_lead(snapshot, register, number).shown_id for number in (1, 2)] == [1, 1]
    store.close()
