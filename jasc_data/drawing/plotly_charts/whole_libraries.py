"""What plotly finds of numpy and pandas while another thread is half-way through loading them: nothing yet.

It looks at values with whichever of them it finds loaded, and whoever drew a chart was told that something went wrong.
Of a library that nobody has whole no value can be a chart's. Both stay away until a page wants them: they are what
takes longest to load. (What plotly loads itself it waits for; narwhals, which it asks as well, sees to this itself.)
"""

import sys
from types import ModuleType, SimpleNamespace

from _plotly_utils import optional_imports


class _WholeModules:
    """``sys.modules`` as plotly asks it."""

    def get(self, name: str, default: ModuleType | None = None) -> ModuleType | None:
        """The module, if its loading has ended: the import system asks the same of it."""
        module = sys.modules.get(name, default)
        return default if getattr(getattr(module, "__spec__", None), "_initializing", False) else module


def see_whole_libraries_alone() -> None:
    """To be called before anything is drawn."""
    vars(optional_imports)["sys"] = SimpleNamespace(modules=_WholeModules())
