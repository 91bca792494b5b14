"""The date that a file is of: found in its name to be offered, in its own column to be used, and today at the latest."""

from datetime import date, timedelta

import pytest

from jasc_data.intake.as_of import date_in_name
from tests.builders import TODAY, checked, item, items_csv


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("export-2023-09-04.csv", date(2023, 9, 4)),
        ("export 04-09-2023.csv", date(2023, 9, 4)),
        ("export_31.12.2022 (2).xlsx", date(2022, 12, 31)),
        ("2023_09.csv", None),
        ("export-2023-13-04.csv", None),
        ("export-31-02-2023.csv", None),
        ("export-12023-09-04.csv", None),
        ("items.csv", None),
    ],
)
def test_a_day_in_a_files_name_is_offered_as_it_is_written(name: str, day: date | None) -> None:
    assert date_in_name(name) == day
    file = checked(items_csv(item("R1")), None, name=name)
    assert file.suggested_as_of == day
    (found,) = file.errors
    if day is None:
        assert found.code == "as_of.missing"
    else:
        assert f"its name holds {day}." in found.sentence
        assert f"--as-of {day}" in found.sentence


@pytest.mark.parametrize(("days", "codes"), [(0, []), (1, ["as_of.future"])])
def test_a_column_of_dates_may_say_today_and_no_later_day(days: int, codes: list[str]) -> None:
    file = checked(items_csv(item("R1", as_of=f"{TODAY + timedelta(days=days):%d/%m/%Y}")), None)
    assert [found.code for found in file.errors] == codes
    assert [upload.as_of for upload in file.uploads] == ([] if codes else [TODAY])
