"""What cannot be read says what it is, by its bytes and not by its name."""

import pytest

from jasc_data.intake.reading import Unreadable
from jasc_data.intake.sheets import sheet_of
from tests.workbooks import package, words, workbook_of

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
TYPES = {"[Content_Types].xml": "<Types/>"}


def ole(*streams: str) -> bytes:
    """An older Office file with streams of these names."""
    return OLE + b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in ("Root Entry", *streams))


KINDS = {
    "a locked workbook": (ole("EncryptionInfo", "EncryptedPackage"), "file.password"),
    "an Excel 97 workbook": (ole("Workbook"), "file.xls"),
    "an Excel 5 workbook": (ole("Book"), "file.xls"),
    "a Word 97 document": (ole("1Table", "WordDocument"), "file.document"),
    "slides of PowerPoint 97": (ole("PowerPoint Document"), "file.document"),
    "an Outlook message": (ole("__properties_version1.0"), "file.message"),
    "another older file": (ole("Contents"), "file.workbook"),
    "a binary workbook": (package(TYPES | {"xl/workbook.bin": ""}), "file.xlsb"),
    "an OpenDocument sheet": (
        package({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}),
        "file.ods",
    ),
    "an OpenDocument text": (package({"mimetype": "application/vnd.oasis.opendocument.text"}), "file.document"),
    "a Word document": (package(TYPES | {"word/document.xml": "<x/>"}), "file.document"),
    "slides": (package(TYPES | {"ppt/presentation.xml": "<x/>"}), "file.document"),
    "rich text": (b"{\\rtf1\\ansi Reference, Kind}", "file.document"),
    "a Numbers sheet": (package({"Index/Document.iwa": "", "Metadata/Properties.plist": ""}), "file.numbers"),
    "a packed CSV": (package({"export.csv": "a,b"}), "file.archive"),
    "a packed workbook": (package({"export.xlsx": "PK"}), "file.archive"),
    "an empty zip": (package({}), "file.archive"),
    "a gzip": (b"\x1f\x8b\x08\x00abc", "file.archive"),
    "a damaged workbook": (workbook_of(["<row/>"])[:600], "file.workbook"),
    "a workbook without sheets": (package(TYPES | {"xl/workbook.xml": "<workbook/>"}), "file.empty"),
    "a PDF": (b"%PDF-1.7\n", "file.pdf"),
    "a PNG": (b"\x89PNG\r\n\x1a\n" + bytes(20), "file.image"),
    "a JPEG": (b"\xff\xd8\xff\xe0" + bytes(20), "file.image"),
    "a web page": (b"<!DOCTYPE html>\n<html><body><table>", "file.web_page"),
    "a web page saved by Excel": (
        b'<html xmlns:x="urn:schemas-microsoft-com:office:excel"><meta name=ProgId content=Excel.Sheet>',
        "file.web_page",
    ),
    "a table without a page": (b"\xef\xbb\xbf\r\n <table><tr><td>Reference</td></tr></table>", "file.web_page"),
    "a web page in UTF-16": ("\ufeff<html><body>a,b</body></html>".encode("utf-16"), "file.web_page"),
    "a web page in XML": (b'<?xml version="1.0"?>\n<!-- a,b -->\n<html xmlns="x"><body/></html>', "file.web_page"),
    "a page of one file": (
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\na,b\r\n",
        "file.web_page",
    ),
    "a spreadsheet of 2003": (
        b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook>a,b</Workbook>',
        "file.xml_2003",
    ),
    "other XML": (b'<?xml version="1.0"?>\n<items><item a="1,2"/></items>', "file.xml"),
    "JSON": (b'[{"Reference": "R1", "Kind": "AFI"}]\n', "file.json"),
    "an e-mail": (b"Subject: export, as asked\nFrom: portal\nMIME-Version: 1.0\n\nHello, all\n", "file.message"),
    "a web query": (b"WEB\r\n1\r\nhttps://portal.example/list?a=1,2\r\n", "file.shortcut"),
    "a shortcut": (b"[InternetShortcut]\r\nURL=https://portal.example/a,b\r\n", "file.shortcut"),
}


@pytest.mark.parametrize(("content", "code"), KINDS.values(), ids=KINDS)
@pytest.mark.parametrize("name", ["export.csv", "export.xlsx", "export.xls"])
def test_what_cannot_be_read_says_what_it_is(content: bytes, code: str, name: str) -> None:
    with pytest.raises(Unreadable) as failure:
        sheet_of(content, name)
    assert failure.value.problem.code == code


def test_a_zip_cut_short_is_told_as_a_zip_by_its_name() -> None:
    with pytest.raises(Unreadable) as failure:
        sheet_of(package({"export.csv": "a,b"})[:40], "export.zip")
    assert failure.value.problem.code == "file.archive"


@pytest.mark.parametrize("name", ["export.xls", "export.csv", "export", "EXPORT.XLSX", "export.xlsm"])
def test_a_workbook_is_read_whatever_its_name_ends_in(name: str) -> None:
    content = workbook_of([f'<row r="1">{words("A1", "a")}{words("B1", "b")}</row>'])
    assert sheet_of(content, name).rows[0].cells == ("a", "b")


@pytest.mark.parametrize(
    "text",
    [
        "<Reference>,Kind\nR1,AFI\n",
        "[Reference],[Kind]\n[R1],[AFI]\n",
        "From: 1 April 2023,\nTo: 4 September 2023,\nSubject: all items,\nReference,Kind\n",
        "Kind,Text\nAFI,<b>bold</b>\n",
        "WEB,Kind\n1,AFI\n",
        "{Reference},{Kind}\n1,2\n",
    ],
)
def test_a_table_that_begins_like_another_kind_is_a_table(text: str) -> None:
    assert sheet_of(text.encode(), "export.csv").rows[0].cells[0] == text.splitlines()[0].split(",")[0]
