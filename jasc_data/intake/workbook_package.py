"""The package that a workbook is: a zip of XML parts that name each other, read part by part as a stream.

Prefixes and namespaces are passed over, so Strict Open XML and workbooks of other programs are read like Excel's own.
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple
from xml.parsers import expat

from jasc_data.intake.problems import problem
from jasc_data.intake.reading import Unreadable

UNPACKED_LIMIT = 400 * 1024 * 1024  # a small file can unpack to anything
_ENTITIES_LIMIT = 1024 * 1024  # of a part with entities of its own; expat lets one grow a hundredfold
_CHUNK = 256 * 1024
_FAILURES = (  # of packing, of XML, and of XML that says what cannot be (a style number that is a word)
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError),
    *(expat.ExpatError, LookupError, ValueError, ArithmeticError),
)

Attributes = dict[str, str]
Start = Callable[[Attributes], None]
End = Callable[[str], None]


class Damaged(Exception):
    """The package cannot be read as a workbook."""


class Relation(NamedTuple):
    """A part that another part names: by an id, for a purpose (``worksheet``), at a place in the package."""

    id: str
    purpose: str
    part: str


class Package:
    """The parts of a workbook by their names, in whatever case and with whatever slashes those are written."""

    def __init__(self, archive: zipfile.ZipFile):
        if sum(part.file_size for part in archive.infolist()) > UNPACKED_LIMIT:
            raise Unreadable(problem("file.unpacks_large", limit=UNPACKED_LIMIT // (1024 * 1024)))
        self._archive = archive
        self._parts = {_plain(part.filename): part for part in archive.infolist()}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, in small letters."""
        return tuple(self._parts)

    def beginning(self, name: str, length: int = 200) -> bytes:
        """The first bytes of a part, none when there is no such part."""
        if _plain(name) not in self._parts:
            return b""
        with self._archive.open(self._parts[_plain(name)]) as stream:
            return stream.read(length)

    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of a part, piece by piece."""
        with self._archive.open(self._parts[_plain(name)]) as stream:
            yield from iter(lambda: stream.read(_CHUNK), b"")

    def read(
        self,
        name: str,
        starts: Mapping[str, Start],
        ends: Mapping[str, End] | None = None,
        texts: Collection[str] = (),
        lightened: Callable[[Iterator[bytes]], Iterator[bytes]] = iter,
    ) -> None:
        """Calls what is given for elements as they come, named without prefix.

        A start is given the element's attributes; an end the element's text, where ``texts`` name the element.
        ``lightened`` may leave out bytes that are not worth reading.
        """
        part = self._parts[_plain(name)]
        parser = expat.ParserCreate()
        parser.buffer_text = True
        _listen(parser, starts, ends or {}, texts)
        parser.StartDoctypeDeclHandler = _refusing_large(part.file_size)
        for chunk in lightened(self.chunks(name)):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)

    def related(self, name: str) -> list[Relation]:
        """The parts that a part names (blank for the package itself)."""
        found: list[Relation] = []
        folder, own = posixpath.split(name)
        relations = posixpath.join(folder, "_rels", own + ".rels")

        def relation(given: Attributes) -> None:
            target = given.get("Target", "").replace("\\", "/")
            place = target if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found.append(Relation(given.get("Id", ""), given.get("Type", "").rpartition("/")[2], place.lstrip("/")))

        if _plain(relations) in self._parts:
            self.read(relations, {"Relationship": relation})
        return [entry for entry in found if _plain(entry.part) in self._parts]


@contextmanager
def opened(content: bytes) -> Iterator[Package]:
    """The package in the bytes. Whatever is wrong with it while it is open is raised as Damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield Package(archive)
    except _FAILURES as failure:
        raise Damaged(str(failure)) from failure


def is_on(value: str | None) -> bool:
    """What a switch in the XML says."""
    return value in {"1", "true", "on"}


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _listen(
    parser: expat.XMLParserType, starts: Mapping[str, Start], ends: Mapping[str, End], texts: Collection[str]
) -> None:
    """Which call is an element's is worked out once for each name: a sheet has millions of elements and ten names."""
    known: dict[str, tuple[Start | None, End | None, bool]] = {}
    text: list[str] = []

    def started(name: str, given: Attributes) -> None:
        if name not in known:
            local = name.rpartition(":")[2]
            known[name] = (starts.get(local), ends.get(local), local in texts)
        start, _, has_text = known[name]
        if has_text:
            text.clear()
            parser.CharacterDataHandler = text.append
        if start is not None:
            start(given)

    def ended(name: str) -> None:
        _, end, has_text = known[name]
        if has_text:
            parser.CharacterDataHandler = None
        if end is not None:
            end("".join(text) if has_text else "")

    parser.StartElementHandler = started
    parser.EndElementHandler = ended


def _refusing_large(size: int) -> Callable[..., None]:
    def declared(*_: object) -> None:
        if size > _ENTITIES_LIMIT:
            raise Damaged("a large part with entities of its own")

    return declared
