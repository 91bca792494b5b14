"""The activity register: kept whole with each action, out and back as a file, and what is due when."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from jasc_data.answers.activity.answer import ActivityHeld, activity_held
from jasc_data.answers.activity.charts import SHOWN, timeline
from jasc_data.answers.activity.tables import activity_table
from jasc_data.answers.activity.text import activity_headline, activity_sentences, activity_source
from jasc_data.answers.agenda.answer import Event, agenda, due_from
from jasc_data.answers.agenda.tables import agenda_table
from jasc_data.answers.register.answer import register_of
from jasc_data.answers.replies.answer import replies_to
from jasc_data.answers.reports.answer import reports_of
from jasc_data.documents.activity_file import activity_csv, activity_file_name
from jasc_data.documents.calendar_file import calendar_ics, calendar_name
from jasc_data.domain.vocabulary import ActivityKind, Stage
from jasc_data.drawing.chart import ALT_LIMIT, Provenance
from jasc_data.drawing.chart_spec import Timeline
from jasc_data.drawing.roles import Role
from jasc_data.editorial.activity import ActivityChange, activity_log
from jasc_data.editorial.activity_actions import remove_activity, save_activity
from jasc_data.editorial.activity_return import returned_activity
from jasc_data.editorial.written_text import WrittenRefused
from jasc_data.intake.wording import WORDING
from jasc_data.store.connection import Store
from tests.builders import (
    HOME,
    PAPER_DAY,
    by,
    dump,
    empty_store,
    filled_in_memory,
    imported,
    item,
    items_csv,
)
from tests.figures import drawn

SOC = ActivityChange(
    "SOC inspection",
    ActivityKind.INSPECTION,
    Stage.RESULTS_AWAITED,
    body="HMICFRS",
    starts_on=date(2023, 6, 5),
    ends_on=date(2023, 6, 16),
    expected="results",
    expected_when="October 2023",
    lead="Head of Crime",
    commentary="Tracked monthly\nby a board",
)
STALKING = ActivityChange(
    "Stalking",
    ActivityKind.SUPER_COMPLAINT,
    Stage.UNDER_WAY,
    expected="self-assessment",
    expected_when="8 September 2023",
)
STOP = ActivityChange("Stop and search", ActivityKind.SUPER_COMPLAINT, Stage.PLANNED, expected_when="the winter months")
BOARD = ActivityChange("SIB", ActivityKind.BOARD, Stage.PLANNED, starts_on=date(2023, 9, 20))
VSA = ActivityChange("VSA", ActivityKind.INSPECTION, Stage.FINISHED, ends_on=date(2023, 7, 14))
FROM = Provenance("Source: a test", "OFFICIAL", invented=True)


@pytest.fixture
def store() -> Iterator[Store]:
    store = filled_in_memory("editorial activity", fill)
    yield store
    store.close()


def fill(store: Store) -> None:
    published = {"report_published": "01/08/2023"}
    due = {"deadline": "Within three months"} | published
    imported(store, items_csv(item("R1", **due), item("R2", **due), item("A1", "AFI", report="PEEL", **published)))


def held(store: Store, day: date = PAPER_DAY, known_at: int | None = None) -> ActivityHeld:
    with store.snapshot(known_at) as snapshot:
        return activity_held(snapshot, HOME, day)


def names(store: Store) -> list[str]:
    return [entry.name for entry in held(store).entries]


def events(store: Store, day: date = PAPER_DAY) -> tuple[Event, ...]:
    with store.snapshot() as snapshot:
        replies = replies_to(snapshot, reports_of(snapshot, HOME, PAPER_DAY), day)
        return agenda(register_of(snapshot, HOME, PAPER_DAY), replies, held(store, day), [date(2023, 9, 12)])


def test_entries_stand_in_the_order_of_their_days(store: Store) -> None:
    assert save_activity(store, HOME, [STOP, BOARD, SOC, STALKING], by("flo")) == 4
    assert names(store) == ["SOC inspection", "Stalking", "SIB", "Stop and search"]
    assert activity_headline(held(store)) == "West Mercia: 3 activities not finished; next by 8 September 2023"
    assert activity_sentences(held(store, date(2023, 11, 2))) == (
        "On 2 November 2023: SOC inspection (HMICFRS): results awaited, 5 June to 16 June 2023; Results by 31 October "
        "2023 (“October 2023”), not come yet.",
        "On 2 November 2023: Stalking: under way; Self-assessment by 8 September 2023, not come yet.",
        "On 2 November 2023: SIB: planned, on 20 September 2023.",
        "On 2 November 2023: Stop and search: planned; Expected, the winter months.",
    )
    assert [entry.name for entry in held(store, date(2023, 11, 2)).overdue] == ["Stalking", "SOC inspection"]
    assert activity_headline(held(empty_store())) == (
        "West Mercia: no inspections, super-complaints or board dates are held"
    )


def test_an_entry_is_changed_and_taken_off_and_the_log_keeps_all(store: Store) -> None:
    save_activity(store, HOME, [SOC], by("flo"))
    change = replace(SOC, stage=Stage.FINISHED, activity_id=1, base=1)
    save_activity(store, HOME, [change], by("deputy"))
    before = dump(store)
    for refusal, why in (
        (change, "changed meanwhile by deputy"),
        (replace(change, base=None), "stands so already"),
        (replace(SOC, activity_id=9), "no entry 9"),
        (replace(SOC, name="  "), "is blank"),
        (replace(SOC, ends_on=date(2023, 6, 1)), "end before it begins"),
    ):
        with pytest.raises(WrittenRefused, match=why):
            save_activity(store, HOME, [refusal], by("flo"))
    with pytest.raises(WrittenRefused, match="no entry 1"):
        remove_activity(store, "Suffolk", 1, by("flo"))
    assert dump(store) == before
    remove_activity(store, HOME, 1, by("flo"))
    assert names(store) == []
    with pytest.raises(WrittenRefused, match="was removed"):
        save_activity(store, HOME, [change], by("flo"))
    with store.snapshot() as snapshot:
        assert [entry.action for entry in activity_log(snapshot)] == ["written", "written", "removed"]


def test_what_is_written_after_an_entry_of_the_log_is_not_known_at_it(store: Store) -> None:
    save_activity(store, HOME, [SOC], by("flo"))
    imported(store, items_csv(item("R1")), date(2023, 9, 6))
    save_activity(store, HOME, [replace(SOC, activity_id=1, stage=Stage.FINISHED), BOARD], by("flo"))
    assert [entry.stage for entry in held(store, known_at=1).entries] == [Stage.RESULTS_AWAITED]
    assert len(held(store, known_at=2).entries) == 2


def test_what_is_due_is_one_list_of_everything(store: Store) -> None:
    save_activity(store, HOME, [SOC, STALKING, BOARD, VSA], by("flo"))
    found = events(store)
    assert [
        (str(event.first), event.matter.value, event.what, event.details) for event in due_from(found, PAPER_DAY)
    ] == [
        ("2023-09-08", "Expected", "Stalking: Self-assessment by 8 September 2023", ""),
        ("2023-09-12", "Committee", "Meeting of the committee", ""),
        ("2023-09-20", "Board", "SIB", "planned"),
        ("2023-09-26", "Commissioner's reply", "Reply to PEEL due", "56 days after publication"),
        ("2023-09-26", "Commissioner's reply", "Reply to Vetting due", "56 days after publication"),
        ("2023-10-31", "Expected", "SOC inspection: Results by 31 October 2023 (“October 2023”)", ""),
        (
            "2023-11-01",
            "HMICFRS deadline",
            "2 recommendations of Vetting due",
            "R1, R2 (2 worked out from words)",
        ),
    ]
    assert len(found) == 9
    assert len(agenda_table(found, "Due").rows) == 9


def test_the_calendar_says_what_is_due_marked_and_without_leads(store: Store) -> None:
    save_activity(store, HOME, [replace(SOC, name="SOC; a, b\nc"), BOARD], by("flo"))
    made_at = datetime(2026, 6, 1, 12, tzinfo=UTC)
    content = calendar_ics(HOME, events(store), FROM, made_at)
    assert content == calendar_ics(HOME, events(store), FROM, made_at)
    assert b"Head of Crime" not in content
    calendar = Calendar.from_ical(content)
    assert str(calendar["X-WR-CALNAME"]) == "West Mercia: HMICFRS [OFFICIAL] [INVENTED]"
    found = {str(entry["UID"]): entry for entry in calendar.walk("VEVENT")}
    assert len(found) == len(events(store))
    soc = found["activity-1.west-mercia@jasc-dashboard"]
    assert str(soc["SUMMARY"]) == "[OFFICIAL] [INVENTED] Activity: SOC; a, b c"
    assert (soc["DTSTART"].dt, soc["DTEND"].dt) == (date(2023, 6, 5), date(2023, 6, 17))
    assert str(soc["DESCRIPTION"]) == "results awaited\nInvented demonstration data\nSource: a test\nOFFICIAL"
    assert calendar_name("Devon & Cornwall") == "devon-and-cornwall-hmicfrs.ics"


def test_the_timeline_has_a_row_for_each_entry_with_a_day(store: Store) -> None:
    save_activity(store, HOME, [SOC, STALKING, STOP, BOARD, VSA], by("flo"))
    chart = timeline(held(store), FROM)
    assert chart
    assert isinstance(chart.plot, Timeline)
    assert [row.name for row in chart.plot.rows] == ["SOC inspection", "VSA", "Stalking", "SIB"]
    soc, vsa, stalking, _ = chart.plot.rows
    assert [(stretch.role, str(stretch.last)) for stretch in soc.stretches] == [
        (Role.HOME, "2023-06-16"),
        (Role.PROJECTED, "2023-10-31"),
    ]
    assert [mark.role for mark in vsa.marks] == [Role.OTHERS]
    assert [str(mark.day) for mark in stalking.marks] == ["2023-09-08"]
    assert chart.measure.endswith("; 1 without a day")
    assert 20 < len(chart.alt) <= ALT_LIMIT
    assert "Head of Crime" not in str(chart.table)
    assert "Head of Crime" in str(activity_table(held(store)))
    figure = drawn(chart)
    assert len(figure.data[0].x) == 2
    assert len(figure.data[1].x) == 4
    assert timeline(held(empty_store()), FROM) is None


def test_of_many_entries_those_nearest_to_the_day_are_drawn(store: Store) -> None:
    save_activity(
        store, HOME, [replace(BOARD, name=f"SIB {n}", starts_on=date(2023, 1, 1 + n)) for n in range(20)], by("flo")
    )
    chart = timeline(held(store), FROM)
    assert chart
    assert isinstance(chart.plot, Timeline)
    assert [row.name for row in chart.plot.rows] == [f"SIB {n}" for n in range(20 - SHOWN, 20)]
    assert f"; {20 - SHOWN} more in the table" in chart.measure


def file(store: Store, *, with_leads: bool = True) -> bytes:
    return activity_csv(held(store), FROM, with_leads=with_leads)


TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=("Cs",)), max_size=40),
    st.sampled_from(
        ["=1+1", "'=x", "-5", "@a", "<b>x</b>", 'a;b,c"d', " \u202egnirts ", "| x", "x" * 32_000, "\ta\r\nb"]
    ),
)
DAYS = st.one_of(st.none(), st.dates(date(1950, 1, 1), date(2090, 1, 1)))
ENTRIES = st.builds(
    ActivityChange,
    name=TEXTS.map(lambda text: f"n{text}"),
    kind=st.sampled_from(ActivityKind),
    stage=st.sampled_from(Stage),
    body=TEXTS,
    starts_on=DAYS,
    expected=TEXTS,
    expected_when=TEXTS,
    lead=TEXTS,
    commentary=TEXTS,
)


@settings(max_examples=25)
@given(entries=st.lists(ENTRIES, min_size=1, max_size=4), with_leads=st.booleans())
def test_a_file_that_comes_back_as_it_was_changes_nothing(entries: list[ActivityChange], with_leads: bool) -> None:
    store = empty_store()
    save_activity(store, HOME, entries, by("flo"))
    returned = returned_activity(file(store, with_leads=with_leads), held(store))
    assert (returned.problems, returned.changes, returned.untouched) == ((), (), len(entries))
    store.close()


def test_a_file_that_comes_back_changed_is_kept(store: Store) -> None:
    save_activity(store, HOME, [SOC, STALKING, BOARD], by("flo"))
    lines = file(store, with_leads=False).decode("utf-8-sig").splitlines(keepends=True)
    kept = "".join(line for line in lines if "SIB" not in line)
    content = kept.replace("results awaited", "Finished") + ",,New one,board,,planned,20/09/2023,,,,\r\n"
    returned = returned_activity(content.encode(), held(store))
    assert returned.problems == ()
    assert returned.sentence == "1 added, 1 changed and 1 as held. 1 held but not in the file: left as they are."
    save_activity(store, HOME, returned.changes, by("flo"))
    soc = next(entry for entry in held(store).entries if entry.name == "SOC inspection")
    assert (soc.stage, soc.lead, soc.commentary) == (Stage.FINISHED, "Head of Crime", "Tracked monthly\nby a board")
    assert "New one" in names(store)
    again = returned_activity(content.encode(), held(store))
    assert (again.problems, again.changes, again.untouched) == ((), (), 3), "sent twice it adds nothing twice"
    other = returned_activity(content.replace("Finished", "Planned").encode(), held(store))
    assert [problem.message for problem in other.problems] == [
        "“SOC inspection” was changed since this file was made, by flo (command line)."
    ]
    second = returned_activity(content.replace("20/09/2023", "21/09/2023").encode(), held(store))
    assert [change.starts_on for change in second.added] == [date(2023, 9, 21)], "a board of another day is another"
    assert activity_file_name(held(store)) == "west-mercia-activity-2023-09-04.csv"
    assert activity_source(held(store)).startswith("Source: activity register kept on this dashboard, 4 entries, last")


FAULTS = [
    ("Name,Kind,Stage\n,board,planned\n", "activity.name", "The name is blank."),
    ("Name,Kind,Stage\nx,meeting,planned\n", "activity.word", "This word is not one of the register's."),
    ("Name,Kind,Stage,From\nx,board,planned,31/02/2023\n", "activity.day", "This is not understood as a day."),
    ("Name,Kind,Stage,From\nx,board,planned,09/08/23\n", "activity.day", "This is not understood as a day."),
    ("Name,Kind,Stage,Owner\nx,board,planned,me\n", "activity.heading", "This heading is not one of the register's."),
    ("Name,Kind,Stage,name\nx,board,planned,y\n", "activity.heading_twice", "This heading stands twice."),
    ("Name,Kind,Stage\nx,board,planned,lost\n", "activity.beyond", "A cell stands under no heading."),
    ("Id,Name,Kind,Stage\nA,x,board,planned\n", "activity.number", "This is no number of the register."),
    ("Id,Name,Kind,Stage\n9,x,board,planned\n", "activity.id", "The register has no entry with this id."),
    ("Id,Name,Kind,Stage\n1,x,board,planned\n1,y,board,planned\n", "activity.id_twice", "Another row has the same id."),
    (
        "Id,Name,Kind,Stage,From\n,x,board,planned,2023-09-05\n,x,board,planned,5 September 2023\n",
        "activity.row_twice",
        "Row 2 is the same new entry.",
    ),
    (
        "Id,Version,Name,Kind,Stage\n1,9,x,board,planned\n",
        "activity.changed",
        "“SOC inspection” was changed since this file was made, by flo (command line).",
    ),
    (
        "Name,Kind,Stage,From,To\nx,board,planned,2023-09-05,2023-09-04\n",
        "activity.refused",
        "“x” would end before it begins.",
    ),
    ("Name,Sort\nx,board\n", "activity.no_headings", "No row has the headings of the register."),
    ("", "file.empty", "The file is empty."),
]


@pytest.mark.parametrize(("rows", "code", "why"), FAULTS)
def test_a_file_that_cannot_be_taken_says_where_and_why(store: Store, rows: str, code: str, why: str) -> None:
    save_activity(store, HOME, [SOC], by("flo"))
    returned = returned_activity(rows.encode(), held(store))
    assert (code, why) in [(problem.code, problem.message) for problem in returned.problems]
    assert all(problem.fix for problem in returned.problems)


def test_every_code_of_such_a_file_is_met_here() -> None:
    assert {code for _, code, _ in FAULTS} - {"file.empty"} == {
        code for code in WORDING if code.startswith("activity.")
    }
