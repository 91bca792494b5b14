"""Shows the first page of a store as a process of its own, for what it imports."""

import os
import sys

from benchmarks.plan import PROJECT

if __name__ == "__main__":
    from streamlit.testing.v1 import AppTest

    import pages._shared.cache_warming  # noqa: F401  # as the server does before any visit

    os.environ["JASC_STORE"] = sys.argv[1]
    shown = AppTest.from_file(PROJECT / "app.py", default_timeout=60).run()
    assert not shown.exception, shown.exception[0].value
