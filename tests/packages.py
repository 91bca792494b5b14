"""Office files taken apart: every part, those of embedded workbooks too, and whether the whole is sound."""

import io
import posixpath
import re
from collections.abc import Iterator
from xml.etree import ElementTree
from zipfile import ZipFile

from openpyxl import load_workbook

Cell = object


def parts(content: bytes, within: str = "") -> Iterator[tuple[str, bytes]]:
    """Every part by its name, the parts of embedded workbooks below the workbook's name."""
    with ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            part = package.read(name)
            yield f"{within}{name}", part
            if name.endswith(".xlsx"):
                yield from parts(part, f"{within}{name}/")


def assert_sound(content: bytes) -> None:
    """Each XML part is well formed, has a content type, and each relationship leads to a part that is there."""
    with ZipFile(io.BytesIO(content)) as package:
        names = set(package.namelist())
        assert len(names) == len(package.namelist()), "two parts of one name"
        types = package.read("[Content_Types].xml").decode()
        for name in names:
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(package.read(name))
            ending = name.rpartition(".")[2]
            assert name == "[Content_Types].xml" or f'"/{name}"' in types or f'Extension="{ending}"' in types, name
            if name.endswith(".rels"):
                folder = posixpath.dirname(posixpath.dirname(name))
                for relation in ElementTree.fromstring(package.read(name)):
                    if relation.get("TargetMode") != "External":
                        target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
                        assert target.lstrip("/") in names, (name, target)


def books(content: bytes) -> list[dict[str, list[list[Cell]]]]:
    """The embedded workbooks in their order: by sheet, the rows."""
    found = [(name, part) for name, part in parts(content) if re.fullmatch(r"\w+/embeddings/[^/]+\.xlsx", name)]
    return [rows_of(part) for _, part in sorted(found, key=lambda one: (len(one[0]), one[0]))]


def rows_of(book: bytes) -> dict[str, list[list[Cell]]]:
    """A workbook's cells by sheet."""
    return {
        sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)]
        for sheet in load_workbook(io.BytesIO(book)).worksheets
    }


def kept(value: float) -> float:
    """A number as a workbook's cell keeps it: to 16 digits."""
    return float(f"{value:.16g}")
