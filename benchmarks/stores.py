"""Stores of the made histories: built once and kept, as the longest takes minutes; measured are copies of them."""

import shutil
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

from benchmarks.histories import build
from benchmarks.plan import Plan
from jasc_data.store.connection import open_store
from jasc_data.store.query_files import migrations


def kept(plan: Plan, wanted: list[tuple[str, int]]) -> dict[tuple[str, int], Path]:
    """The store of each history and number of weeks; those that are not there yet are built, two at a time."""
    folder = plan.folder / "stores"
    folder.mkdir(parents=True, exist_ok=True)
    paths = {
        (history, weeks): folder / f"{history}-{weeks}-schema-{max(migrations())}.duckdb" for history, weeks in wanted
    }
    missing = sorted((one for one in paths if not paths[one].exists()), key=lambda one: -one[1])
    _raise([path for one, path in paths.items() if one not in missing])
    if len(missing) < 2 or not plan.browser:
        for history, weeks in missing:
            build(paths[history, weeks], history, weeks)
        return paths
    print(f"  building {len(missing)} stores, once; the longest takes ten minutes", flush=True)
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        building = [pool.submit(build, paths[one], *one) for one in missing]
        for one in building:
            one.result()
    return paths


def _raise(paths: list[Path]) -> None:
    """Opens stores that were kept, each in a process of its own: where the views have changed since, lives are told
    anew, which takes time and memory that is an upgrade's and no page's."""
    for path in paths:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            pool.submit(_open, path).result()


def _open(path: Path) -> None:
    open_store(path, create=False).close()


@contextmanager
def copies(plan: Plan, wanted: list[tuple[str, int]]) -> Iterator[dict[tuple[str, int], Path]]:
    """Copies of the kept stores, to be written to, for as long as the block lasts."""
    paths = kept(plan, wanted)
    with tempfile.TemporaryDirectory(dir=plan.folder) as folder:
        yield {one: Path(shutil.copy(path, folder)) for one, path in paths.items()}
