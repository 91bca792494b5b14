"""Visits the pages of one store, as a process of its own, and prints how much memory that took in MB."""

import logging
import sys
from pathlib import Path

from benchmarks.timing import megabytes_at_most
from benchmarks.visitors import Visitor, pages_of, without_backups

if __name__ == "__main__":
    logging.disable(logging.WARNING)
    without_backups()
    history, most, store = sys.argv[1:]
    for page, choices in list(pages_of(history).values())[: None if most == "all" else int(most)]:
        Visitor(Path(store), page, choices).look()
    print(megabytes_at_most())
