"""What holds for every test: never the real store, and the same Hypothesis profile everywhere."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest
import time_machine
from hypothesis import HealthCheck, settings

from jasc_data.domain.settings import Settings
from jasc_data.store.connection import Store
from tests.made_once import FOLDER

settings.register_profile(
    "ci",
    deadline=None,
    derandomize="CI" in os.environ,
    max_examples=25,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("ci")
NOW = datetime(2026, 6, 1, 9, 30, tzinfo=UTC)
PARALLEL = "PYTEST_XDIST_WORKER" in os.environ


def pytest_configure(config: pytest.Config) -> None:
    """Give the run a folder for what its tests share: the workers find it in the environment, and leave it."""
    if FOLDER not in os.environ:
        os.environ[FOLDER] = tempfile.mkdtemp(prefix="jasc-tests-")
        config.add_cleanup(lambda: shutil.rmtree(os.environ.pop(FOLDER), ignore_errors=True))


@pytest.fixture(scope="session", autouse=True)
def no_real_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Settings come from the test alone; opening the store that a person may be using is an error."""
    real = Settings.model_fields["store"].default.resolve()
    connect = duckdb.connect

    def guarded(database: str | Path = ":memory:", *args: Any, **named: Any) -> duckdb.DuckDBPyConnection:
        assert Path(database).resolve() != real, f"a test opened the real store, {real}"
        connection = connect(database, *args, **named)
        if PARALLEL:
            connection.execute("SET threads = 1")  # each worker has a processor of its own; a quarter less work
        return connection

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JASC_STORE", str(tmp_path_factory.mktemp("store") / "jasc.duckdb"))
        for field in Settings.model_fields.keys() - {"store"}:
            patch.delenv(f"JASC_{field.upper()}", raising=False)
        patch.setattr(duckdb, "connect", guarded)
        yield


class NoBackups:
    """In the place of a BackupKeeper: nothing is copied and proved beside each command of each test."""

    def wait(self) -> None:
        """There is nothing to wait for."""


KEEP_BACKUPS = Store.keep_backups


@pytest.fixture(scope="session", autouse=True)
def no_backups() -> Iterator[None]:
    """Backups are made only where a test is about them: see the mark "backups"."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Store, "keep_backups", lambda *_: NoBackups())
        yield


@pytest.fixture(scope="module", autouse=True)
def with_backups(request: pytest.FixtureRequest) -> Iterator[None]:
    """As people have it, for the modules of tests that are about backups."""
    with pytest.MonkeyPatch.context() as patch:
        if request.node.get_closest_marker("backups"):
            patch.setattr(Store, "keep_backups", KEEP_BACKUPS)
        yield


@pytest.fixture(scope="session", autouse=True)
def one_day_for_all() -> Iterator[None]:
    """No test rests on the day it runs on. A server or a command line started by a test keeps the real day."""
    with time_machine.travel(NOW, tick=True):
        yield
