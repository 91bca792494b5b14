"""The demonstration's files, read with nothing but the csv module, against the committee paper's figures."""

import calendar
import csv
import hashlib
import io
import os
import re
import subprocess
import sys
from collections import Counter, defaultdict
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from jasc_data.demonstration import DemonstrationExport, exports, forces
from jasc_data.domain.vocabulary import ExportType
from tests.make_demonstration.exports import made_exports

Row = dict[str, str]

HEADINGS = (
    "reference,force,kind,report,report_type,report_published,number,text,addressee,grade,status,lead,deadline,"
    "target_date,overdue_reason,steps_to_green,closed_on,cause_of_concern"
)
COC, REC, AFI = "Cause of concern", "Recommendation", "AFI"
PAPER = {
    "Devon & Cornwall": (3, 71, 32),
    "Gloucestershire": (12, 110, 36),
    "Norfolk": (3, 93, 22),
    "North Yorkshire": (3, 106, 42),
    "Suffolk": (6, 115, 14),
    "Warwickshire": (6, 108, 49),
    "West Mercia": (6, 104, 34),
    "Wiltshire": (9, 146, 36),
}
LAST = date(2023, 9, 4)
VETTING = "Vetting, misconduct and misogyny"
PEEL = "PEEL 2021/22: West Mercia"
CUSTODY = "Custody: West Mercia (joint inspection)"
OPEN_STATUSES = {"Open", "In progress", "Awaiting sign-off"}
EXPORTS = exports()
DATES = sorted({export.as_of for export in EXPORTS})


def rows_of(export: DemonstrationExport) -> list[Row]:
    return list(csv.DictReader(io.StringIO(export.content.decode("utf-8"), newline=""), strict=True))


ITEMS = {export.as_of: rows_of(export) for export in EXPORTS if export.export_type is ExportType.ITEMS}
POSITIONS = {export.as_of: rows_of(export) for export in EXPORTS if export.export_type is ExportType.POSITIONS}


def is_open(row: Row) -> bool:
    return row["status"] in OPEN_STATUSES and "chief constable" in row["addressee"].lower()


def open_rows(day: date, force: str = "West Mercia", kind: str | None = None) -> list[Row]:
    return [row for row in ITEMS[day] if row["force"] == force and is_open(row) and kind in (None, row["kind"])]


def graded_kinds(rows: list[Row]) -> list[Row]:
    return [row for row in rows if row["kind"] != COC]


def day_of(text: str) -> date:
    day, month, year = text.split("/")
    return date(int(year), int(month), int(day))


def deadline_of(row: Row) -> date | None:
    words = row["deadline"]
    months = {"Immediately": 0, "Within three months": 3, "Within six months": 6}
    if not words:
        return None
    if words in months:
        published = day_of(row["report_published"])
        year, month = divmod(published.year * 12 + published.month - 1 + months[words], 12)
        return date(year, month + 1, min(published.day, calendar.monthrange(year, month + 1)[1]))
    if match := re.fullmatch(r"By (?:(\d+) )?([A-Z][a-z]+) (\d{4})", words):
        year, month = int(match[3]), list(calendar.month_name).index(match[2])
        return date(year, month, int(match[1] or calendar.monthrange(year, month)[1]))
    return day_of(words)


def total(day: date, force: str, kind: str) -> Decimal:
    found = [
        row for row in POSITIONS[day] if (row["force"], row["kind"], row["grade"]) == (force, kind, "") and row["open"]
    ]
    assert len(found) == 1
    return Decimal(found[0]["open"])


# The files


def test_exports_come_in_the_order_in_which_they_are_imported() -> None:
    assert len(DATES) >= 7
    assert DATES[-1] == LAST
    expected = [(day, kind) for day in DATES for kind in (ExportType.ITEMS, ExportType.POSITIONS)]
    assert [(export.as_of, export.export_type) for export in EXPORTS] == expected


def test_dates_are_quarterly() -> None:
    assert {(later - earlier).days for earlier, later in pairwise(DATES)} == {91}


def test_file_names_say_what_and_when() -> None:
    assert EXPORTS[-2].file_name == "demonstration-items-2023-09-04.csv"
    assert EXPORTS[-1].file_name == "demonstration-positions-2023-09-04.csv"


def test_heading_rows() -> None:
    for export in EXPORTS:
        expected = HEADINGS if export.export_type is ExportType.ITEMS else "force,kind,open,grade"
        assert export.content.decode("utf-8").splitlines()[0] == expected


def test_every_row_has_a_cell_for_every_heading() -> None:
    for export in EXPORTS:
        lengths = {len(cells) for cells in csv.reader(io.StringIO(export.content.decode("utf-8"), newline=""))}
        assert len(lengths) == 1, export.file_name


def test_the_files_are_what_the_tool_makes() -> None:
    assert made_exports() == EXPORTS


def test_another_process_with_another_hash_seed_gives_equal_bytes() -> None:
    code = (
        "import hashlib; from tests.make_demonstration.exports import made_exports;"
        "print(hashlib.sha256(b''.join(e.content for e in made_exports())).hexdigest())"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONHASHSEED": "4711"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == hashlib.sha256(b"".join(export.content for export in EXPORTS)).hexdigest()


def test_no_cell_could_be_taken_for_a_formula() -> None:
    for export in EXPORTS:
        for row in rows_of(export):
            assert not [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


# The forces


def test_43_forces_of_which_eight_are_real() -> None:
    directory = forces()
    assert len(directory) == len({force.name for force in directory}) == len({force.code for force in directory}) == 43
    assert [force.name for force in directory[:8]] == list(PAPER)
    assert [force.name for force in directory[8:]] == [f"Other force {number:02}" for number in range(1, 36)]
    assert [force.code for force in directory[8:]] == [f"X{number:02}" for number in range(1, 36)]
    assert next(force for force in directory if force.name == "West Mercia").code == "E23000016"
    assert all(force.formal_name == force.name and force.aliases == () for force in directory[8:])


@pytest.mark.parametrize("day", DATES)
def test_items_are_of_the_eight_and_positions_of_all_43(day: date) -> None:
    assert {row["force"] for row in ITEMS[day]} == set(PAPER)
    assert {row["force"] for row in POSITIONS[day]} == {force.name for force in forces()} | {"National average"}


# The paper's table


@pytest.mark.parametrize("force", PAPER)
def test_open_items_are_the_papers(force: str) -> None:
    assert tuple(len(open_rows(LAST, force, kind)) for kind in (COC, REC, AFI)) == PAPER[force]


@pytest.mark.parametrize(("kind", "nation", "average"), [(COC, 172, "4"), (REC, 5547, "129"), (AFI, 1195, "27.8")])
def test_the_nation_at_the_last_date(kind: str, nation: int, average: str) -> None:
    assert sum(total(LAST, force.name, kind) for force in forces()) == nation
    rows = [row for row in POSITIONS[LAST] if row["force"] == "National average" and row["kind"] == kind]
    assert [row["open"] for row in rows if not row["grade"]] == [average]


@pytest.mark.parametrize("day", DATES)
@pytest.mark.parametrize("kind", [COC, REC, AFI])
def test_published_averages_are_the_mean_of_the_43(day: date, kind: str) -> None:
    mean = sum((total(day, force.name, kind) for force in forces()), Decimal(0)) / 43
    assert total(day, "National average", kind) == mean.quantize(Decimal("0.1"), ROUND_HALF_UP)


def test_the_35_others_vary_within_what_is_plausible() -> None:
    for kind, lowest, highest in ((COC, 0, 12), (REC, 70, 200), (AFI, 8, 60)):
        counts = [total(LAST, force.name, kind) for force in forces()[8:]]
        assert lowest <= min(counts) < max(counts) <= highest
        assert len(set(counts)) >= 6


# Positions


@pytest.mark.parametrize("day", DATES)
def test_positions_are_the_counted_items(day: date) -> None:
    for force in PAPER:
        for kind in (COC, REC, AFI):
            items = open_rows(day, force, kind)
            assert total(day, force, kind) == len(items)
            if kind != COC:
                counted = Counter(row["grade"].removeprefix("Level ") or "not graded" for row in items)
                stated = {
                    row["grade"]: int(row["open"])
                    for row in POSITIONS[day]
                    if (row["force"], row["kind"]) == (force, kind) and row["grade"]
                }
                assert stated == counted


@pytest.mark.parametrize("day", DATES)
def test_grades_sum_to_their_total_as_written(day: date) -> None:
    for force in [*(force.name for force in forces()), "National average"]:
        for kind in (REC, AFI):
            grades = [row for row in POSITIONS[day] if (row["force"], row["kind"]) == (force, kind) and row["grade"]]
            assert {row["grade"] for row in grades} <= {"1", "2", "3", "4", "not graded"}
            assert sum(Decimal(row["open"]) for row in grades) == total(day, force, kind)


def test_positions_hold_no_duplicates_and_no_grades_of_causes_of_concern() -> None:
    for rows in POSITIONS.values():
        keys = [(row["force"], row["kind"], row["grade"]) for row in rows]
        assert len(keys) == len(set(keys))
        assert not [key for key in keys if key[1] == COC and key[2]]


# Grades


def test_west_mercia_is_about_half_level_two_half_level_three() -> None:
    grades = Counter(row["grade"] for row in graded_kinds(open_rows(LAST)))
    assert grades == {"Level 2": 66, "Level 3": 67, "": 5}


def test_west_mercias_ungraded_items_are_old() -> None:
    ungraded = [row for row in graded_kinds(open_rows(LAST)) if not row["grade"]]
    assert all(day_of(row["report_published"]).year < 2021 for row in ungraded)


def test_the_other_seven_are_about_65_per_cent_level_three() -> None:
    rows = [row for force in PAPER if force != "West Mercia" for row in graded_kinds(open_rows(LAST, force))]
    threes = Counter(row["force"] for row in rows if row["grade"] == "Level 3")
    assert 0.63 < threes.total() / len(rows) < 0.67
    for force, count in threes.items():
        assert 0.58 < count / len(graded_kinds(open_rows(LAST, force))) < 0.72


def test_the_35_others_are_about_65_per_cent_level_three_of_the_graded() -> None:
    grades: Counter[str] = Counter()
    for row in POSITIONS[LAST]:
        if row["force"].startswith("Other force") and row["grade"]:
            grades[row["grade"]] += int(row["open"])
    graded = grades.total() - grades["not graded"]
    assert 0.63 < grades["3"] / graded < 0.67
    assert 0 < grades["4"] / graded < 0.02


def test_level_four_only_among_forces_that_do_not_exist() -> None:
    assert not [row for rows in ITEMS.values() for row in rows if row["grade"] == "Level 4"]
    with_four = {row["force"] for row in POSITIONS[LAST] if row["grade"] == "4"} - {"National average"}
    assert with_four
    assert all(force.startswith("Other force") for force in with_four)


# West Mercia


def test_causes_of_concern_are_one_from_peel_and_five_from_custody() -> None:
    assert Counter(row["report"] for row in open_rows(LAST, kind=COC)) == {PEEL: 1, CUSTODY: 5}


def test_vetting_is_the_largest_report_and_enough_to_go_below_80() -> None:
    by_report = Counter(row["report"] for row in open_rows(LAST, kind=REC))
    largest, second = by_report.most_common(2)
    assert largest == (VETTING, 34)
    assert second[1] < 34
    assert largest[1] >= 25  # 104 - 25 is the first figure below 80


def test_peel_2021_22() -> None:
    everything = {
        row["reference"]: row
        for day in DATES
        for row in ITEMS[day]
        if row["report"] == PEEL and row["force"] == "West Mercia"
    }
    kinds = Counter(row["kind"] for row in everything.values())
    assert kinds == {COC: 1, REC: 2, AFI: 16}
    now = [row for row in ITEMS[LAST] if row["report"] == PEEL]
    signed_off = [row for row in now if row["status"] == "Closed"]
    assert len(signed_off) == 2
    assert all(row["kind"] == AFI and day_of(row["closed_on"]).isoformat()[:7] == "2023-06" for row in signed_off)
    assert "use of force" in " ".join(row["text"] for row in signed_off)
    assert "stop and search" in " ".join(row["text"] for row in signed_off)
    waiting = [row for row in now if row["status"] == "Awaiting sign-off"]
    assert [row["kind"] for row in waiting] == [AFI, AFI]
    assert all("all steps met" in row["steps_to_green"].lower() for row in waiting)
    assert len([row for row in now if row["kind"] == AFI and is_open(row)]) == 14
    assert len([row for row in now if row["kind"] == REC and is_open(row)]) == 2


def test_three_vetting_recommendations_are_overdue_each_with_its_reason() -> None:
    overdue = [row for row in open_rows(LAST) if (due := deadline_of(row)) and due < LAST]
    assert [(row["kind"], row["report"]) for row in overdue] == [(REC, VETTING)] * 3
    for topic in ("integrated IT checks", "monitoring software", "conduct cases"):
        reasons = [row["overdue_reason"] for row in overdue if topic in row["text"]]
        assert len(reasons) == 1
        assert topic.lower() in reasons[0].lower()
    assert {row["reference"] for row in open_rows(LAST) if row["overdue_reason"]} == {r["reference"] for r in overdue}


def test_deadlines_come_in_many_forms() -> None:
    everywhere = {row["deadline"] for rows in ITEMS.values() for row in rows}
    assert {"", "Immediately", "Within three months", "By January 2024", "By 31 December 2023"} <= everywhere
    assert any("/" in deadline for deadline in everywhere)
    assert len({row["deadline"] for row in open_rows(LAST)}) >= 6


def test_items_of_other_bodies_stand_in_the_file_and_do_not_count() -> None:
    elsewhere = [row for row in ITEMS[LAST] if row["force"] == "West Mercia" and "onstable" not in row["addressee"]]
    assert 4 <= len(elsewhere) <= 12
    assert {row["status"] for row in elsewhere} == {"Open"}
    bodies = {body for row in elsewhere for body in row["addressee"].split("; ")}
    assert bodies == {"Home Office", "College of Policing", "NPCC"}
    assert any(row["addressee"] == "Chief constables; NPCC" for row in open_rows(LAST))


def test_causes_of_concern_were_always_above_the_national_average() -> None:
    counts = [total(day, "West Mercia", COC) for day in DATES]
    assert all(count > total(day, "National average", COC) for day, count in zip(DATES, counts, strict=True))
    assert max(counts) > counts[-1]


def test_every_quarter_opens_and_closes_items() -> None:
    for earlier, later in pairwise(DATES):
        before, after = ({row["reference"] for row in open_rows(day)} for day in (earlier, later))
        assert after - before
        assert before - after


# The course of an item


@pytest.mark.parametrize("day", DATES)
def test_references_are_unique_per_force(day: date) -> None:
    keys = [(row["force"], row["reference"].casefold()) for row in ITEMS[day]]
    assert len(keys) == len(set(keys))
    assert "" not in {reference for _, reference in keys}


@pytest.mark.parametrize("day", DATES)
def test_nothing_comes_before_its_time(day: date) -> None:
    for row in ITEMS[day]:
        published = day_of(row["report_published"])
        assert published <= day
        assert (row["status"] == "Closed") == bool(row["closed_on"])
        if row["closed_on"]:
            earlier = max((other for other in DATES if other < day), default=published)
            assert max(published, earlier) < day_of(row["closed_on"]) <= day


def test_vetting_appears_only_after_its_publication() -> None:
    assert {day for day in DATES for row in ITEMS[day] if row["report"] == VETTING} == {
        day for day in DATES if day > date(2022, 11, 2)
    }


def test_what_an_item_is_never_changes() -> None:
    fixed = ("kind", "report", "report_type", "report_published", "number", "text", "addressee", "lead", "deadline")
    seen: dict[tuple[str, str], set[tuple[str, ...]]] = defaultdict(set)
    for rows in ITEMS.values():
        for row in rows:
            seen[row["force"], row["reference"]].add((*(row[name] for name in fixed), row["cause_of_concern"]))
    assert {len(versions) for versions in seen.values()} == {1}


def test_items_only_move_forwards_and_never_come_back() -> None:
    order = ["Open", "In progress", "Awaiting sign-off", "Closed"]
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    statuses: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, day in enumerate(DATES):
        for row in ITEMS[day]:
            places[row["force"], row["reference"]].append(place)
            statuses[row["force"], row["reference"]].append(order.index(row["status"]))
    for item, path in statuses.items():
        assert path == sorted(path)
        assert path.count(3) <= 1
        assert places[item] == list(range(places[item][0], places[item][-1] + 1))


def histories(name: str) -> dict[tuple[str, str], list[str]]:
    """Per item the values that a column took, one after the other, without repeats."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for day in DATES:
        for row in ITEMS[day]:
            values = found[row["force"], row["reference"]]
            if not values or values[-1] != row[name]:
                values.append(row[name])
    return found


def test_a_few_items_are_regraded_once() -> None:
    changes = Counter(len(values) - 1 for values in histories("grade").values())
    assert set(changes) == {0, 1}
    assert 4 <= changes[1] <= 40


def test_target_dates_are_revised_some_more_than_once() -> None:
    revisions = [len([value for value in values if value]) - 1 for values in histories("target_date").values()]
    assert revisions.count(1) > 20
    assert len([count for count in revisions if count >= 2]) > 5


def test_some_closed_items_are_shown_once_and_others_are_gone() -> None:
    shown = gone = 0
    for earlier, later in pairwise(DATES):
        after = {row["reference"]: row["status"] for row in ITEMS[later] if row["force"] == "West Mercia"}
        for row in open_rows(earlier):
            shown += after.get(row["reference"]) == "Closed"
            gone += row["reference"] not in after
    assert shown > 20
    assert gone > 20


def test_causes_of_concern_named_by_recommendations_are_in_the_same_file() -> None:
    linked = 0
    for rows in ITEMS.values():
        concerns = {(row["force"], row["reference"], row["report"]) for row in rows if row["kind"] == COC}
        for row in rows:
            if row["cause_of_concern"]:
                linked += 1
                assert row["kind"] == REC
                assert (row["force"], row["cause_of_concern"], row["report"]) in concerns
    assert linked > 50
    assert {row["report"] for row in open_rows(LAST) if row["cause_of_concern"]} == {PEEL, CUSTODY}


# Words


def test_texts_say_that_they_are_invented_and_differ_within_a_report() -> None:
    texts: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for row in ITEMS[LAST]:
        assert row["text"].endswith("(invented)")
        assert "{" not in row["text"]
        texts[row["force"], row["report"], row["kind"]].append(row["text"])
    for group in texts.values():
        assert len(group) == len(set(group))


def test_a_national_recommendation_reads_the_same_for_every_force() -> None:
    wordings: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for row in ITEMS[LAST]:
        if row["report"] == VETTING:
            wordings[row["kind"], row["number"]].add((row["text"], row["addressee"], row["deadline"]))
    assert len(wordings) == 48
    assert {len(versions) for versions in wordings.values()} == {1}


def test_report_types_and_real_dates() -> None:
    published = {row["report"]: row["report_published"] for rows in ITEMS.values() for row in rows}
    assert published[PEEL] == "13/04/2022"
    assert published[CUSTODY] == "20/04/2022"
    assert published[VETTING] == "02/11/2022"
    assert published["Police performance: getting a grip"] == "07/07/2023"
    assert {row["report_type"] for rows in ITEMS.values() for row in rows} == {
        "PEEL",
        "Custody",
        "National thematic",
        "Child protection",
        "Serious and organised crime",
        "Super-complaint",
    }


def test_causes_of_concern_carry_no_grade_and_words_are_the_portals() -> None:
    for rows in ITEMS.values():
        assert {row["kind"] for row in rows} == {COC, REC, AFI}
        assert {row["status"] for row in rows} <= OPEN_STATUSES | {"Closed"}
        assert {row["grade"] for row in rows if row["kind"] == COC} == {""}
        assert {row["grade"] for row in rows} <= {"", "Level 1", "Level 2", "Level 3"}


def test_titles_of_national_reports_do_not_look_like_those_on_one_force() -> None:
    own = {"PEEL", "Custody", "Child protection"}
    for row in ITEMS[LAST]:
        about_one = bool(re.search(r"peel|custody|child protection", row["report"], re.IGNORECASE))
        assert about_one == (row["report_type"] in own) == (row["force"] in row["report"])
