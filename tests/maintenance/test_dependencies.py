"""What is installed is pinned by digests, is what the tests run with, and is told with its licence."""

import json
import re
from importlib.metadata import version

import pytest
from packaging.markers import Marker

from jasc_data.domain.settings import PROJECT
from maintenance.audit import NOT_ASKED, VULNERABLE, WELL, verdict
from maintenance.bill_of_materials import bill
from maintenance.licences import PLACE, document
from maintenance.locked import LOCK, Locked, installed_somewhere, locked

PINS = locked()
HERE = [pin for pin in PINS if not pin.marker or Marker(pin.marker).evaluate()]


def test_each_line_of_the_lock_is_read() -> None:
    lines = LOCK.read_text(encoding="utf-8").splitlines()
    assert len(PINS) == len([line for line in lines if "==" in line.partition(";")[0]]) > 40
    assert sum(len(pin.digests) for pin in PINS) == len([line for line in lines if "--hash=" in line])
    assert {type(pin) for pin in PINS} == {Locked}


def test_all_that_is_asked_for_is_pinned_at_its_release_by_digests() -> None:
    asked = dict(line.split("==") for line in (PROJECT / "requirements.txt").read_text(encoding="utf-8").split())
    pinned = {pin.name: pin.release for pin in PINS}
    assert asked == {name: pinned.get(name) for name in asked}  # when it fails: make lock
    assert all(pin.digests for pin in PINS)


@pytest.mark.parametrize("pin", HERE, ids=lambda pin: pin.name)
def test_what_the_tests_run_with_is_what_is_pinned(pin: Locked) -> None:
    assert version(pin.name) == pin.release


def test_the_list_of_licences_names_every_pinned_release() -> None:
    """When it fails: make docs."""
    kept = PLACE.read_text(encoding="utf-8")
    assert document(kept) == kept
    told = re.findall(r"^\| ([a-z0-9.-]+) \| (\S+) \| (.+?) \| ", kept.partition("|---|")[2], re.MULTILINE)
    assert [(name, release) for name, release, _ in told] == [(pin.name, pin.release) for pin in installed_somewhere()]
    assert [name for name, _, licence in told if "not known" in licence] == []


def test_the_bill_of_materials_has_every_pinned_release_with_what_it_needs() -> None:
    made = bill()
    refs = [f"pkg:pypi/{pin.name}@{pin.release}" for pin in installed_somewhere()]
    assert (made["bomFormat"], made["specVersion"]) == ("CycloneDX", "1.6")
    assert [part["purl"] for part in made["components"]] == refs
    assert all(part["licenses"] and part["hashes"] for part in made["components"])
    needs = {entry["ref"]: entry["dependsOn"] for entry in made["dependencies"]}
    assert set(needs) - set(refs) == {made["metadata"]["component"]["bom-ref"]}
    assert any("pandas" in ref for ref in needs[f"pkg:pypi/streamlit@{version('streamlit')}"])
    assert bill() == made


def answer(**vulnerable: list[dict[str, object]]) -> str:
    packages = [{"name": name, "version": "1", "vulns": found} for name, found in vulnerable.items()]
    return json.dumps({"dependencies": packages})


def test_an_audit_that_could_ask_nothing_is_not_called_well() -> None:
    """As pip-audit does, which then says that no vulnerability is known."""
    skipped = json.dumps({"dependencies": [{"name": "one", "skip_reason": "not found"}]})
    for said_nothing in ("", "[]", "{}", '{"dependencies": []}', skipped):
        code, said = verdict(said_nothing)
        assert code == NOT_ASKED
        assert said[0].startswith("Nothing was audited")


def test_an_audit_says_what_is_vulnerable_and_what_was_left_out() -> None:
    assert verdict(answer(one=[], other=[])) == (WELL, ["No known vulnerability in 2 of 2 packages."])
    found = [{"id": "PYSEC-1", "fix_versions": ["1.1"]}, {"id": "PYSEC-2", "fix_versions": []}]
    code, said = verdict(answer(one=[], other=found))
    assert (code, said) == (VULNERABLE, ["other 1: PYSEC-1; mended in 1.1", "other 1: PYSEC-2; not mended yet"])
    some = json.loads(answer(one=[]))
    some["dependencies"].append({"name": "other", "skip_reason": "not found"})
    code, said = verdict(json.dumps(some))
    assert code == NOT_ASKED
    assert said == [
        "Not audited, because nothing is known of them: other.",
        "No known vulnerability in 1 of 2 packages.",
    ]
