"""What is imported before the first page stands, and how long that takes, by library (``-X importtime``)."""

import re
import subprocess
import sys
from collections import Counter
from typing import Any

from benchmarks.plan import PROJECT

MOST = 10
LINE = re.compile(r"import time:\s+(\d+) \|\s+\d+ \| +([\w.]+)")


def heaviest(store: str) -> dict[str, Any]:
    """The libraries that take longest to import, in seconds, each without what it imports of others; and the sum."""
    command = [sys.executable, "-X", "importtime", "-m", "benchmarks.first_page", store]
    run = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True)
    spent: Counter[str] = Counter()
    for took, module in LINE.findall(run.stderr):
        spent[_library(module)] += int(took)
    ours = {"jasc_data", "pages", "app"}
    return {
        "heaviest": {library: took / 1e6 for library, took in spent.most_common(MOST)},
        "all": sum(spent.values()) / 1e6,
        "ours": sum(took for library, took in spent.items() if library in ours) / 1e6,
    }


def _library(module: str) -> str:
    name = module.partition(".")[0]
    return "Python itself" if name in sys.stdlib_module_names else name.lstrip("_").partition("_utils")[0]
