"""Text from outside (file names, cells, reports' titles) made safe to show: never read as Markdown or HTML."""

import re

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:&])")


def plain(text: object) -> str:
    """The text with every character that Markdown would read escaped, on one line."""
    return _MARKDOWN.sub(r"\\\1", " ".join(str(text).split()))
