"""What can be measured, each by itself: a name, and the function that gives its figures."""

from collections.abc import Callable
from typing import Any

from benchmarks.chromium import in_chromium
from benchmarks.documents import documents
from benchmarks.intake import imports
from benchmarks.pages import pages
from benchmarks.plan import Plan
from benchmarks.start import start

PARTS: dict[str, Callable[[Plan], dict[str, Any]]] = {
    "pages": pages,
    "chromium": in_chromium,
    "start": start,
    "import": imports,
    "documents": documents,
}
