"""What a file is that cannot be read as a table, so that its owner is told what to do with it."""

import io
import json
import re
import zipfile

WORKBOOK_PARTS = ("xl/workbook.xml", "xl/worksheets/")
_ZIP = b"PK"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 2000
_ZIP_PARTS = {
    "xl/workbook.bin": "file.xlsb",
    "encryptedpackage": "file.password",
    "word/document.xml": "file.document",
    "ppt/presentation.xml": "file.document",
    "index/document.iwa": "file.numbers",
    "index.zip": "file.numbers",
}
_OLE_STREAMS = {  # an older Office file names what it holds in UTF-16; the first that is found counts
    "EncryptedPackage": "file.password",
    "DRMContent": "file.password",
    "WordDocument": "file.document",
    "PowerPoint Document": "file.document",
    "__properties_version1.0": "file.message",
    "Workbook": "file.xls",
    "Book": "file.xls",
}
_BEGINNINGS = {
    b"%PDF-": "file.pdf",
    b"{\\rtf": "file.document",
    b"\x89PNG": "file.image",
    b"\xff\xd8\xff": "file.image",
    b"GIF8": "file.image",
    b"II*\x00": "file.image",
    b"MM\x00*": "file.image",
    b"7z\xbc\xaf\x27\x1c": "file.archive",
    b"Rar!\x1a\x07": "file.archive",
    b"\x1f\x8b": "file.archive",
    b"\x09\x08\x10\x00\x00\x06": "file.xls",
    b"\x09\x08\x08\x00": "file.xls",
}
_WEB_PAGE = re.compile(
    r"(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|style|script|div|table|tr|center)\b",
    re.IGNORECASE | re.DOTALL,
)
_SINGLE_FILE_PAGE = re.compile(
    r"(?:from|subject|date|mime-version):.*?\bmultipart/related\b", re.IGNORECASE | re.DOTALL
)
_MESSAGE = re.compile(r"(?:[\w-]+: .*\r?\n[ \t]?)*(?:received|return-path|mime-version|message-id):", re.IGNORECASE)
_XML = re.compile(r"<(?:\?xml\b|[A-Za-z][\w.:-]*[\s>/])")
_SHORTCUT = re.compile(r"\[InternetShortcut\]|WEB\s+1\s+https?://", re.IGNORECASE)
_SPREADSHEET_2003 = re.compile(r"Excel\.Sheet|urn:schemas-microsoft-com:office:spreadsheet")


def kind_of_bytes(content: bytes) -> str | None:
    """The code of the problem with a file that is no text, as far as its bytes say; None for text."""
    if content.startswith(_OLE):
        return _kind_of_ole(content)
    if content.startswith(_ZIP) and content[2:4] in {b"\x03\x04", b"\x05\x06", b"\x07\x08"}:
        return kind_of_zip(content)
    if content[8:12] == b"WEBP" or content[4:12] in {b"ftypheic", b"ftypmif1"}:
        return "file.image"
    return next((code for start, code in _BEGINNINGS.items() if content.startswith(start)), None)


def kind_of_zip(content: bytes) -> str:
    """The code of the problem with a zip that is no workbook; one that cannot be opened may have been a workbook."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = [name.lower().replace("\\", "/") for name in archive.namelist()]
            form = archive.read("mimetype")[:100] if "mimetype" in names else b""
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, EOFError, RuntimeError, NotImplementedError):
        return "file.workbook"
    if b"opendocument" in form:
        return "file.ods" if b"spreadsheet" in form else "file.document"
    known = next((code for part, code in _ZIP_PARTS.items() if part in names), None)
    if known is None and "[content_types].xml" in names:
        return "file.workbook"
    return known or "file.archive"


def kind_of_text(text: str) -> str | None:
    """The code of the problem with a text that is no table."""
    head = text[:_HEAD].lstrip("\ufeff \t\r\n")
    if head.startswith("<"):
        return _kind_of_markup(head, text.rstrip()[-1:])
    if head[:1] in {"{", "["} and _is_json(text):
        return "file.json"
    if _SHORTCUT.match(head):
        return "file.shortcut"
    if _SINGLE_FILE_PAGE.match(head):
        return "file.web_page"
    return "file.message" if _MESSAGE.match(head) else None


def _kind_of_ole(content: bytes) -> str:
    return next((code for name, code in _OLE_STREAMS.items() if name.encode("utf-16-le") in content), "file.workbook")


def _kind_of_markup(head: str, end: str) -> str | None:
    """Excel's own web pages name its schemas too; a table's first cell can begin with ``<``."""
    if _WEB_PAGE.match(head):
        return "file.web_page"
    if _SPREADSHEET_2003.search(head):
        return "file.xml_2003"
    return "file.xml" if end == ">" and _XML.match(head) else None


def _is_json(text: str) -> bool:
    if text.rstrip()[-1:] not in "]}":
        return False
    try:
        json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return False
    return True
