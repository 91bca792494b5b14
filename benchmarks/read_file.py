"""Previews one file as a process of its own, and prints how much more memory that took in MB."""

import sys
from pathlib import Path

from benchmarks.histories import VIEWPOINT
from benchmarks.intake import check, export
from benchmarks.timing import megabytes_at_most
from jasc_data.store.connection import store_in_memory
from jasc_data.uploads.commit import rehearse

if __name__ == "__main__":
    rehearse(store_in_memory(), check(export(10)), VIEWPOINT)  # what is imported on the way is no file's
    before = megabytes_at_most()
    rehearse(store_in_memory(), check(Path(sys.argv[1]).read_bytes()), VIEWPOINT)
    print(megabytes_at_most() - before)
