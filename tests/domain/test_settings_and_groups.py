"""Settings come from the environment, most similar groups from a dated CSV; what is wrong is said in a sentence."""

from datetime import date
from pathlib import Path

import pytest

from jasc_data.domain import settings
from jasc_data.domain.actor import Way, at_the_machine
from jasc_data.domain.failures import SettingsWrong
from jasc_data.domain.forces import national_directory, national_forces
from jasc_data.domain.peer_groups import PACKAGED_GROUPS, read_peer_groups
from jasc_data.domain.settings import PROJECT, read_settings, who_closes
from jasc_data.domain.vocabulary import Grade
from tests.builders import GROUP

DAY = date(2023, 9, 4)
PAPER_GROUP = (
    "Devon & Cornwall",
    "Gloucestershire",
    "Norfolk",
    "North Yorkshire",
    "Suffolk",
    "Warwickshire",
    "West Mercia",
    "Wiltshire",
)


def groups_file(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "groups.csv"
    path.write_text("\n".join(["force,member,valid_from", *lines]) + "\n", encoding="utf-8")
    return path


def refusal(tmp_path: Path, *lines: str) -> str:
    with pytest.raises(SettingsWrong) as failure:
        read_peer_groups(groups_file(tmp_path, *lines), national_directory())
    return str(failure.value)


def test_without_settings_it_is_west_mercia_unmarked_with_the_store_beside_the_app() -> None:
    settings = read_settings({})
    assert (settings.home_force, settings.marking) == ("West Mercia", "")
    assert settings.store == PROJECT / "data" / "jasc.duckdb"
    assert (PROJECT / "app.py").is_file()


def test_a_blank_variable_is_as_good_as_none() -> None:
    assert read_settings({"JASC_HOME_FORCE": "  ", "JASC_STORE": ""}) == read_settings({})


def test_each_setting_is_read_from_its_variable(tmp_path: Path) -> None:
    settings = read_settings(
        {
            "JASC_STORE": str(tmp_path / "held.duckdb"),
            "JASC_HOME_FORCE": "suffolk constabulary",
            "JASC_MARKING": " OFFICIAL-\n SENSITIVE ",
            "JASC_PEER_GROUPS": str(tmp_path / "g.csv"),
        }
    )
    assert settings.store == tmp_path / "held.duckdb"
    assert settings.home_force == "Suffolk"
    assert settings.marking == "OFFICIAL- SENSITIVE"
    assert settings.peer_groups == tmp_path / "g.csv"


@pytest.mark.parametrize("word", ["WMP", "wmp"])
def test_wmp_as_home_force_is_asked_about_and_never_guessed(word: str) -> None:
    with pytest.raises(SettingsWrong, match="could be West Mercia or West Midlands: write the full name"):
        read_settings({"JASC_HOME_FORCE": word})


@pytest.mark.parametrize("word", ["Wessex", "British Transport Police", "National average"])
def test_a_home_force_outside_the_43_is_refused(word: str) -> None:
    with pytest.raises(SettingsWrong, match="not one of the 43 forces"):
        read_settings({"JASC_HOME_FORCE": word})


def test_names_and_proxies_are_given_apart_by_commas() -> None:
    settings = read_settings({"JASC_HOSTS": "Dash.example., 10.0.0.5", "JASC_TRUSTED_PROXIES": "127.0.0.1, 10.0.0.0/8"})
    assert settings.hosts == ("dash.example", "10.0.0.5")
    assert [str(network) for network in settings.trusted_proxies] == ["127.0.0.1/32", "10.0.0.0/8"]


@pytest.mark.parametrize("word", ["https://dash.example", "dash.example:8501", "*", "dash example", "a/b"])
def test_what_is_no_name_of_a_host_is_refused(word: str) -> None:
    with pytest.raises(SettingsWrong, match=r"JASC_HOSTS has .* write names as they stand in the browser's address"):
        read_settings({"JASC_HOSTS": word})


def test_what_is_no_address_of_a_proxy_is_refused() -> None:
    with pytest.raises(SettingsWrong, match=r"JASC_TRUSTED_PROXIES.*Write addresses such as"):
        read_settings({"JASC_TRUSTED_PROXIES": "proxy"})


@pytest.mark.parametrize(
    ("name", "word", "said"),
    [
        ("JASC_MIGRATE", "perhaps", "JASC_MIGRATE is 'perhaps': write yes or no"),
        ("JASC_LOG_FORMAT", "xml", "JASC_LOG_FORMAT is 'xml': write text or json"),
        ("JASC_MOST_ROWS", "999", "JASC_MOST_ROWS is '999': write a whole number from 1,000 to 1,000,000"),
        ("JASC_MOST_ROWS", "1,000", "JASC_MOST_ROWS is '1,000': write a whole number"),
        ("JASC_MOST_ROWS", "1" * 5_000, "write a whole number"),
        ("JASC_HEALTH_TOKEN", "easily-guessed!", "JASC_HEALTH_TOKEN is to be 16 characters or more"),
    ],
)
def test_what_operations_may_not_be_set_to_is_said(name: str, word: str, said: str) -> None:
    with pytest.raises(SettingsWrong, match=said) as failure:
        read_settings({name: word})
    assert "guessed" not in str(failure.value)  # a secret is repeated nowhere


def test_settings_of_operations() -> None:
    settings = read_settings({"JASC_MIGRATE": "NO", "JASC_HEALTH_TOKEN": "sixteen-letters-", "JASC_LOG_FORMAT": "json"})
    assert (settings.migrate, settings.log_format) == (False, "json")
    assert settings.health_token is not None
    assert "sixteen" not in repr(settings) + settings.model_dump_json()
    assert read_settings({}).migrate
    assert read_settings({}).most_rows > 100_000  # a file of that many has headings, too
    assert read_settings({"JASC_MOST_ROWS": "250000"}).most_rows == 250_000


def test_settings_cannot_be_changed_once_read() -> None:
    settings = read_settings({})
    with pytest.raises(ValueError, match="frozen"):
        settings.home_force = "Suffolk"


def test_who_may_close_is_stated_for_levels_2_and_3_only() -> None:
    rule = who_closes()
    assert set(rule) == set(Grade)
    assert "Chief Constable" in rule[Grade.TWO]
    assert "HMICFRS signs off" in rule[Grade.THREE]
    assert {rule[grade] for grade in (Grade.ONE, Grade.FOUR, Grade.NOT_GRADED)} == {"not stated"}


def test_the_account_is_never_blank() -> None:
    assert at_the_machine(Way.DASHBOARD).name


def test_the_packaged_group_is_the_papers_eight() -> None:
    assert GROUP == PAPER_GROUP
    assert read_settings({}).groups().at("West Mercia", DAY) == PAPER_GROUP
    assert read_settings({}).groups().at("West Mercia", date(1990, 1, 1)) == PAPER_GROUP  # no date: always


def test_a_force_without_a_group_has_none_and_groups_are_not_symmetric() -> None:
    groups = read_peer_groups(PACKAGED_GROUPS, national_directory())
    assert groups.at("Suffolk", DAY) == ()
    assert groups.at("City of London", DAY) == ()


def test_a_revised_group_holds_from_its_date(tmp_path: Path) -> None:
    path = groups_file(
        tmp_path,
        "Suffolk,Suffolk,",
        "Suffolk,Norfolk,",
        "Suffolk,Suffolk,2023-04-01",
        "Suffolk,Kent,2023-04-01",
        "Suffolk,Wilts,2023-04-01",
    )
    groups = read_peer_groups(path, national_directory())
    assert groups.at("Suffolk", date(2023, 3, 31)) == ("Norfolk", "Suffolk")
    assert groups.at("Suffolk", date(2023, 4, 1)) == ("Kent", "Suffolk", "Wiltshire")


def test_the_groups_fingerprint_is_of_what_the_file_says_not_of_its_name(tmp_path: Path) -> None:
    def fingerprint(*lines: str) -> str:
        return read_peer_groups(groups_file(tmp_path, *lines), national_directory()).fingerprint

    first = fingerprint("Suffolk,Suffolk,", "Suffolk,Kent,")
    assert fingerprint("Suffolk,Kent,", "Suffolk,Suffolk,") == first
    assert fingerprint("Suffolk,Suffolk,", "Suffolk,Wilts,") != first
    assert fingerprint("Suffolk,Suffolk,2023-04-01", "Suffolk,Kent,2023-04-01") != first


def test_an_edited_file_of_who_closes_counts_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "REFERENCE", tmp_path)
    rule = tmp_path / "sign_off.csv"
    for who in ("the board", "the chief"):
        rule.write_text(f"grade,who_closes\n2,{who}\n", encoding="utf-8")
        assert settings.who_closes() == {Grade.TWO: who}


def test_before_the_first_date_no_group_is_held(tmp_path: Path) -> None:
    path = groups_file(tmp_path, "Suffolk,Suffolk,2023-04-01")
    assert read_peer_groups(path, national_directory()).at("Suffolk", date(2023, 3, 31)) == ()


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (("Suffolk,Suffolk,", "Suffolk,Wessex,"), "names 'Wessex' (line 3), which is not one force"),
        (("WMP,Suffolk,",), "names 'WMP' (line 2), which is not one force"),
        (("Suffolk,,",), "names '' (line 2)"),
        (("Suffolk,Suffolk,04/09/2023",), "has the date '04/09/2023' (line 2)"),
        (("Suffolk,Suffolk,", "Suffolk,Suffolk Constabulary,"), "names Suffolk twice (line 3)"),
        (("Suffolk,Kent,",), "leaves Suffolk out of its own group: add the line Suffolk,Suffolk"),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, lines: tuple[str, ...], sentence: str) -> None:
    assert sentence in refusal(tmp_path, *lines)


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00", b"force,member,valid_from\n\xe9,Kent,\n"])
def test_a_file_that_cannot_be_read_is_said_to_be_so_without_its_path(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "groups.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SettingsWrong, match="cannot be read") as failure:
        read_settings({"JASC_PEER_GROUPS": str(path)}).groups()
    assert str(tmp_path) not in str(failure.value)


def test_a_file_with_other_columns_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "groups.csv"
    path.write_text("home;peer\nSuffolk;Suffolk\n", encoding="utf-8")
    with pytest.raises(SettingsWrong):
        read_peer_groups(path, national_directory())


def test_there_are_43_forces_each_found_by_every_spelling_of_its_own() -> None:
    directory = national_directory()
    assert len(directory.names) == len(set(directory.names)) == 43
    for force in national_forces():
        for word in (force.code, force.name, force.formal_name, *force.aliases):
            assert [found.name for found in directory.find(word)] == [force.name], word
