"""The direction of the design (DESIGN.md, section 1), held by reading the sources: what may import what, and where."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CODE = sorted((ROOT / "jasc_data").rglob("*.py"))
PAGES = [ROOT / "app.py", *sorted((ROOT / "pages").rglob("*.py"))]
SQL = sorted((ROOT / "queries").rglob("*.sql"))
LIMIT = 250
OF_THE_STORE = ("views", "schema", "checks", "memory")  # run by the store itself, not asked for by name
SPEAKS_SQL_ITSELF = {  # what must be said before any query file can be run: connecting, migrating, copying
    "jasc_data/store/backup.py",
    "jasc_data/store/connection.py",
    "jasc_data/store/schema.py",
}
STATEMENT = re.compile(
    r"\s*(SELECT|INSERT|UPDATE|DELETE FROM|CREATE (OR|TABLE|VIEW|MACRO)|ALTER TABLE|DROP|WITH \w+ AS|"
    r"FROM \w+ (WHERE|SELECT)|BEGIN TRANSACTION|COMMIT$|ROLLBACK$|ATTACH|DETACH|COPY FROM|SET \w+ =|PRAGMA)\b"
)
READS_OR_WRITES = re.compile(r"\b(SELECT\b.+\bFROM|INSERT INTO|DELETE FROM|CREATE TABLE)\b", re.DOTALL)
MACHINE_PATH = re.compile(r"(?<![\w.])(/" + r"(?:work|home|Users|root|mnt|var|srv|private)/\w|[A-Z]:\\\\?\w)")
PLACES_ON_A_SERVER = {  # where an operator is to put things
    "Containerfile", "deploy/jasc.service", "docs/operations.md", "tests/maintenance/test_deploy.py",
}  # fmt: skip
ADDRESS = re.compile(r"https?" + r"://([^/\s\"'`)>:]+)")
OUR_OWN = {"localhost", "127.0.0.1"}
NAMES_OF_FORMATS = {"schemas.openxmlformats.org", "www.w3.org", "schemas.microsoft.com", "purl.org"}  # never fetched


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> set[str]:
    """Every module that the file imports, anywhere in it, dynamic imports by name included."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)} imports relatively"
            found |= {node.module or ""} | {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in ("__import__", "importlib.import_module"):
            found |= {argument.value for argument in node.args if isinstance(argument, ast.Constant)}
    return found


def touches(path: Path, *packages: str) -> set[str]:
    return {name for name in imports(path) for package in packages if name == package or name.startswith(f"{package}.")}


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """The strings of a module, its docstrings left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.lineno, node.value


def tracked() -> list[Path]:
    """Every file of the project that is kept, as git knows them, those not yet added included."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    ).stdout
    named = [ROOT / name for name in listed.split("\0") if name]
    return [path for path in named if path.is_file()] or [*CODE, *PAGES, *SQL]


def written_in(path: Path) -> str:
    content = path.read_bytes()
    return "" if b"\0" in content else content.decode("utf-8", errors="replace")


def test_the_sources_are_found() -> None:
    assert len(CODE) > 40
    assert len(PAGES) > 8
    assert len(SQL) > 20


def test_the_import_contracts_are_kept() -> None:
    """The layers and what each may know: the contracts stand in pyproject.toml."""
    command = "from importlinter.cli import lint_imports_command; lint_imports_command(['--no-cache', '--no-logo'])"
    run = subprocess.run([sys.executable, "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_app_imports_pages_alone() -> None:
    assert touches(ROOT / "app.py", "duckdb", "pandas", "plotly", "jasc_data.store", "jasc_data.uploads") == set()


DERIVES = "jasc_data/store/lives.py"  # what it writes is derived, and told by those who write


@pytest.mark.parametrize("path", [*CODE, *PAGES], ids=name_of)
def test_only_uploads_editorial_and_what_asks_for_them_write(path: Path) -> None:
    if path.parent.name in ("uploads", "editorial", "audit") or name_of(path) == DERIVES:
        return
    calls = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)]
    assert not [call.lineno for call in calls if re.search(r"\w\.(write|writing)$", _called(call))]


def _called(call: ast.Call) -> str:
    """What is called; a file or an archive may be written by anybody who makes one."""
    name = ast.unparse(call.func)
    return "" if re.match(r"(self|csv|writer|file|text|output|archive)\.", name) else name


def test_a_question_is_one_folder_everywhere() -> None:
    """Its answer, its SQL: a query is asked for in the folder of its name (others may ask for it as well)."""
    for path in SQL:
        folder = path.parent.name
        if folder not in OF_THE_STORE:
            homes = [ROOT / "jasc_data" / folder, ROOT / "jasc_data" / "answers" / folder]
            homes += [ROOT / "jasc_data" / "store"] if folder == "lives" else []
            source = "\n".join(module.read_text() for home in homes for module in sorted(home.glob("*.py")))
            assert f'"{folder}/{path.stem}"' in source, name_of(path)


@pytest.mark.parametrize("path", [*CODE, *PAGES], ids=name_of)
def test_sql_lives_in_queries(path: Path) -> None:
    if name_of(path) in SPEAKS_SQL_ITSELF:
        return
    found = [(line, text) for line, text in texts(path) if STATEMENT.match(text) or READS_OR_WRITES.search(text)]
    assert found == []


def test_the_store_itself_says_no_more_sql_than_it_must() -> None:
    """The three modules that may: transactions and settings, and nothing that reads or changes what is held."""
    reads = [
        text for path in CODE if name_of(path) in SPEAKS_SQL_ITSELF for _, text in texts(path) if STATEMENT.match(text)
    ]
    assert reads
    assert [text for text in reads if re.match(r"\s*(SELECT|FROM|INSERT|UPDATE|DELETE|WITH)\b", text)] == []


@pytest.mark.parametrize("path", SQL, ids=name_of)
def test_every_query_starts_with_a_sentence(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert re.fullmatch(r"-- [A-Z].{10,}", lines[0])
    comment = " ".join(line.removeprefix("--").strip() for line in lines[: _first_code(lines)])
    assert re.search(r"[.?](\s|$)", comment)


@pytest.mark.parametrize("path", SQL, ids=name_of)
def test_every_query_names_its_parameters(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if path.parent.name in ("views", "schema", "checks") or path.stem.startswith(("insert_", "insert", "date")):
        return
    said = re.search(r"^-- Parameters: (.+)\.$", text, re.MULTILINE)
    assert set(said[1].split(", ") if said else ()) == set(re.findall(r"\$(\w+)", text))


def _first_code(lines: list[str]) -> int:
    return next(number for number, line in enumerate(lines) if not line.startswith("--"))


def test_every_query_is_asked_for() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in CODE)
    named = {f"{path.parent.name}/{path.stem}" for path in SQL if path.parent.name not in OF_THE_STORE}
    assert {name for name in named if f'"{name}"' not in source} == set()


def test_no_page_lies_directly_in_pages() -> None:
    """Or the first visit to its address would run it without app.py: no banner, no checks."""
    assert [path.name for path in (ROOT / "pages").glob("*.py")] in ([], ["__init__.py"])


@pytest.mark.parametrize("path", [*CODE, *PAGES], ids=name_of)
def test_modules_are_short_and_named_for_what_they_hold(path: Path) -> None:
    assert path.stem not in ("utils", "util", "helpers", "helper", "common", "misc", "shared", "tools")
    assert len(path.read_text(encoding="utf-8").splitlines()) < LIMIT


@pytest.mark.parametrize("path", [*CODE, *PAGES], ids=name_of)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    assert path.stat().st_size == 0 or ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_nothing_names_a_path_of_somebodys_machine() -> None:
    found = {
        name_of(path): [match[0] for match in MACHINE_PATH.finditer(written_in(path))]
        for path in tracked()
        if path.suffix != ".csv" and path.name != "LICENSE" and name_of(path) not in PLACES_ON_A_SERVER
    }
    assert {name: places for name, places in found.items() if places} == {}


def test_nothing_the_dashboard_shows_is_fetched_from_elsewhere() -> None:
    """No CDN: addresses other than this machine's stand in words for people to read only."""
    fetched = {".py", ".css", ".js", ".html", ".svg", ".toml", ".sql", ".csv", ".yml", ".yaml"}
    found = {
        name_of(path): set(ADDRESS.findall(written_in(path))) - OUR_OWN - NAMES_OF_FORMATS
        for path in tracked()
        if path.suffix in fetched and path.relative_to(ROOT).parts[0] in ("app.py", "jasc_data", "pages", ".streamlit")
    }
    assert {name: hosts for name, hosts in found.items() if hosts} == {}
