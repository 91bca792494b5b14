"""What deploy/ and the Containerfile say holds together with the code and with docs/operations.md, where it is told what was run."""

import re
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest
from streamlit.config import get_config_options

from jasc_data.domain.settings import PROJECT, read_settings

DEPLOY = sorted((PROJECT / "deploy").iterdir())
OPERATIONS = (PROJECT / "docs" / "operations.md").read_text(encoding="utf-8")
CONTAINER = (PROJECT / "Containerfile").read_text(encoding="utf-8")
PORT = tomllib.loads((PROJECT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["server"]["port"]


@pytest.mark.parametrize("path", DEPLOY, ids=lambda path: path.name)
def test_each_file_is_told_of(path: Path) -> None:
    assert f"deploy/{path.name}" in OPERATIONS


def test_the_proxies_ask_where_the_dashboard_listens_and_tell_it_what_it_must_know() -> None:
    nginx, iis = (PROJECT / "deploy" / name for name in ("nginx.conf", "web.config"))
    said = nginx.read_text(encoding="utf-8")
    assert f"proxy_pass http://127.0.0.1:{PORT};" in said
    for header in ("Host ", "X-Forwarded-Proto ", "X-Forwarded-For ", "Upgrade ", "Connection "):
        assert f"proxy_set_header {header}" in said
    assert said.count("{") == said.count("}")
    rules = ElementTree.parse(iis).getroot()
    assert [action.get("url") for action in rules.iter("action") if action.get("type") == "Rewrite"] == [
        f"http://127.0.0.1:{PORT}/{{R:1}}"
    ]
    told = {each.get("name"): each.get("value") for each in rules.iter("set")}
    assert told["HTTP_X_FORWARDED_PROTO"] == "https"
    (limit,) = rules.iter("requestLimits")
    assert limit.get("maxAllowedContentLength") == str(55 * 1024 * 1024)


def test_the_container_has_all_that_runs_and_is_not_root() -> None:
    copied = re.findall(r"^COPY (?!--)(.+) \S+$", CONTAINER, re.MULTILINE)
    there = {name for line in copied for name in line.split()}
    assert there == {"app.py", "LICENSE", "requirements.lock", ".streamlit", "jasc_data", "pages", "queries"}
    left_in = (PROJECT / ".containerignore").read_text(encoding="utf-8").splitlines()
    assert {line[1:] for line in left_in if line.startswith("!")} == there
    assert re.search(r"^USER 10001:10001$", CONTAINER, re.MULTILINE)
    for account in ("groupadd --gid 10001 jasc", "useradd --uid 10001 --gid 10001 --no-create-home "):
        assert account in CONTAINER
    assert f"EXPOSE {PORT}" in CONTAINER
    environment = dict(re.findall(r"(JASC_[A-Z_]+)=(\S+)", CONTAINER))
    volumes = re.findall(r'"(/var/[a-z/]+)"', CONTAINER)
    settings = read_settings(environment)
    assert [settings.store.parent.as_posix(), str(settings.backup_dir)] == volumes


def test_the_unit_gives_the_server_time_to_end_and_a_place_for_its_store() -> None:
    unit = (PROJECT / "deploy" / "jasc.service").read_text(encoding="utf-8")
    for line in ("KillMode=mixed", "TimeoutStopSec=120", "StateDirectory=jasc", "ProtectSystem=strict", "User=jasc"):
        assert line in unit.splitlines()
    assert "JASC_STORE=/var/lib/jasc/jasc.duckdb" in OPERATIONS


def test_the_image_is_built_in_the_format_that_keeps_its_health_check() -> None:
    assert "HEALTHCHECK " in CONTAINER
    for told in (CONTAINER, OPERATIONS):
        assert "podman build --format docker -t jasc ." in told


def test_what_is_written_is_the_accounts_alone_and_nothing_but_the_log_is_said() -> None:
    unit = (PROJECT / "deploy" / "jasc.service").read_text(encoding="utf-8")
    assert "UMask=0077" in unit.splitlines()
    assert 'ENTRYPOINT ["/bin/sh", "-c", "umask 077 && exec \\"$@\\"", "jasc"]' in CONTAINER.splitlines()
    for said in (unit, CONTAINER):  # by Streamlit's own name of its option
        assert f"{get_config_options()['logger.hideWelcomeMessage'].env_var}=true" in said
