"""The date that a file is of: found in its name to be offered, in its own column to be used, and today at the latest."""

from datetime import date, timedelta

import pytest

from jasc_data.domain.forces import national_directory
from jasc_data.domain.policy import MOST_DATES
from jasc_data.intake.as_of import date_in_name
from jasc_data.intake.checking import CheckContext, check_file
from jasc_data.intake.uploads import UploadRequest
from tests.builders import GROUPS, HOME, TODAY, checked, item, items_csv


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


def test_a_column_of_too_many_dates_is_refused_with_what_to_do() -> None:
    """Each date is an upload, compared with what is held before it; a hundred of them would keep everybody waiting."""

    def of_dates(number: int, most_rows: int | None = 1_000) -> list[str]:
        rows = [item(f"R{one}", as_of=f"{TODAY - timedelta(days=one):%d/%m/%Y}") for one in range(number)]
        context = CheckContext(national_directory(), HOME, GROUPS, TODAY, most_rows=most_rows)
        file = check_file(items_csv(*rows), "export.csv", UploadRequest(), context)
        assert len(file.uploads) == (0 if file.errors else number)
        return [found.sentence for found in file.errors]

    assert of_dates(MOST_DATES) == of_dates(MOST_DATES + 1, None) == []
    assert of_dates(MOST_DATES + 1) == [
        "Column E (as_of): The rows have 61 dates; at most 60 are taken in at once, since each is an upload of its own. "
        "Check that this column says for which date the figures are correct. If it does, make a file of each year."
    ]
