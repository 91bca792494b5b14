"""Text from outside (file names, cells, reports' titles) made safe to show: never read as Markdown or HTML."""

import re

from jasc_data.wording.outside_text import undirected

_AUTOMATIC = re.compile(r"(?i)https?(?=://)|www(?=\.)|(?<=[\w.+-])(?=@[\w-])|:(?=material/)")
_APART = "\u2060"  # a word joiner, which is not seen: the words around it are no address and no icon
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:&])")


def plain(text: object) -> str:
    """The text on one line, with all that Markdown would read escaped, and with addresses that do not become links."""
    apart = _AUTOMATIC.sub(lambda found: found[0] + _APART, undirected(" ".join(str(text).split())))
    return _MARKDOWN.sub(r"\\\1", apart)
