"""The tables of the page System: the store with its backups, what runs, the settings in force, the checks."""

from collections.abc import Mapping, Sequence

from jasc_data.answers.system.answer import LastImport, Running, System
from jasc_data.drawing.table_spec import Cell, Column, Content, Format, Missing, TableSpec, rows_of
from jasc_data.wording.numbers import local_time, long_date

_NONE_YET, _NOT_SET = Missing("none yet"), Missing("not set")


def store_table(system: System) -> TableSpec:
    """A row a fact."""
    state = system.backups
    last = state.last if state else None
    rows: tuple[tuple[str, Content], ...] = (
        ("Store", system.file or Missing("in memory")),
        ("Size", f"{system.size / 1e6:,.1f} MB"),
        ("Schema", Cell(system.schema, format=Format.PLAIN)),
        ("Changes committed", Cell(system.changes, format=Format.COUNT)),
        ("Uploads, withdrawn ones too", Cell(system.uploads, format=Format.COUNT)),
        ("Last export committed", _committed(system.last_import) if system.last_import else _NONE_YET),
        ("Last backup", f"{local_time(last.made_at)}: {last.path.name}" if last else _NONE_YET),
        ("Last read and checked as a whole", local_time(state.proved_at) if state and state.proved_at else _NONE_YET),
        ("Backups beside the store", Cell(system.held, format=Format.COUNT)),
        ("Second place (JASC_BACKUP_DIR)", system.second or _NOT_SET),
    )
    return TableSpec((Column("What"), Column("How it stands")), rows_of(rows), "The store and its backups")


def running_table(running: Running) -> TableSpec:
    """A row a part of what runs."""
    rows: tuple[tuple[str, Content], ...] = (
        ("Dashboard", f"release {running.product}"),
        ("On", f"Python {running.python}, Streamlit {running.streamlit}, DuckDB {running.duckdb}"),
        ("Pages open now", Cell(running.sessions, format=Format.COUNT)),
    )
    return TableSpec((Column("What"), Column("How it stands")), rows_of(rows), "What runs")


def checks_table(found: Mapping[str, Sequence[object]]) -> TableSpec:
    """A row a check."""
    rows = ((name.replace("_", " "), f"{len(rows)} found" if rows else "sound") for name, rows in found.items())
    return TableSpec((Column("Check"), Column("Result")), rows_of(rows), "The checks of the store")


def settings_table(system: System) -> TableSpec:
    """A row a setting, files and folders by their names."""
    rows = (
        (name, _NOT_SET if value is None else value, "set from outside" if outside else "built in")
        for name, value, outside in system.settings
    )
    return TableSpec((Column("Setting"), Column("Value"), Column("From")), rows_of(rows), "Settings in force")


def _committed(last: LastImport) -> str:
    told = f"upload {last.upload_id}, of {long_date(last.as_of)}, committed {local_time(last.committed_at)}"
    return f"{told}, withdrawn since" if last.withdrawn else told
