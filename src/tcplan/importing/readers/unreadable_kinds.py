"""Files that no reader reads: how they are known, what they are, and what to do instead. All of it is data."""

from typing import Final, NamedTuple

from tcplan.importing.document import UnreadableError


class UnreadableKind(NamedTuple):
    """A kind of file that is not read: what it is, and what its owner can do."""

    what: str
    help: str

    def error(self) -> UnreadableError:
        """The refusal."""
        return UnreadableError(self.what, self.help)


_TO_WORD: Final = "open it in Word or LibreOffice and save it as .docx"
_TO_EXCEL: Final = "open it in Excel or LibreOffice and save it as .xlsx"
_ORIGINAL: Final = "import the Word document or spreadsheet that it was made from, or type the plan into one"
_TABLE: Final = "copy the plan into a Word document or a spreadsheet, and import that"
_UNPACK: Final = "unpack it, and import the document in it"
_UNLOCK: Final = "open it with the password, remove the password, save it, and import that copy"

_SLIDES: Final = UnreadableKind("this is a presentation", _TABLE)
_OLD_WORD: Final = UnreadableKind("this is a Word document in the old format (.doc)", _TO_WORD)
_VERY_OLD_EXCEL: Final = UnreadableKind("this is a workbook of a very old version of Excel", _TO_EXCEL)
_OPEN_TEXT: Final = UnreadableKind("this is an OpenDocument text (.odt)", _TO_WORD)
_APPLE: Final = UnreadableKind("this is a document of Pages, Numbers or Keynote", "export it as .docx or .xlsx")
_LOCKED: Final = UnreadableKind("this file is protected by a password", _UNLOCK)
_EMAIL: Final = UnreadableKind("this is an e-mail", "save the document that is attached to it, and import that")

PICTURE: Final = UnreadableKind("this is a picture, and its words cannot be read", _ORIGINAL)
EMPTY: Final = UnreadableKind("this file is empty", "name the file that holds the plan")
FOLDER: Final = UnreadableKind("this is a folder", "name the document in it")
MISSING: Final = UnreadableKind("there is no file of this name", "check the spelling and the folder")
FORBIDDEN: Final = UnreadableKind("this file cannot be opened", "close it elsewhere, or copy it, and try again")
NO_FILE: Final = UnreadableKind("this is not a file that holds a document", "name a file on the disk")
PICTURES_ALONE: Final = UnreadableKind("this document holds pictures and no words that can be read", _ORIGINAL)
EMBEDDED_ALONE: Final = UnreadableKind(
    "this document holds its words as an embedded file, which is not read", "open it in Word and save it again as .docx"
)
LOCK_FILE: Final = UnreadableKind(
    "this is the mark that an office program leaves beside a document that is open", "name the document itself"
)

SIGNATURES: Final[tuple[tuple[bytes, UnreadableKind], ...]] = (
    (rb"\s*\{\\rtf", UnreadableKind("this is a Rich Text document (.rtf)", _TO_WORD)),
    (rb"\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0\0\0\0|II\*\0|MM\0\*|RIFF.{4}WEBP|.{4}ftyp(?:hei|mif|avi)", PICTURE),
    (rb"\x1f\x8b|7z\xbc\xaf|Rar!|BZh[1-9]|\xfd7zXZ", UnreadableKind("this is a packed file, not a document", _UNPACK)),
    (
        rb"\x09[\0\x02\x04\x08][\x04-\x10]\0",
        _VERY_OLD_EXCEL,
    ),
    (rb"\xffWPC", UnreadableKind("this is a WordPerfect document", _TO_WORD)),
    (rb"MIME-Version:|From: <Saved by", UnreadableKind("this is a web page in one file (.mht)", _TO_WORD)),
    (rb"(?:Received|Return-Path|Delivered-To): ", _EMAIL),
)
"""How the content of a file begins, as patterns of bytes."""

TEXT_KINDS: Final[tuple[tuple[str, UnreadableKind], ...]] = (
    (
        r"<\?xml.{0,2000}(?:office/word/2003/wordml|xmlPackage)",
        UnreadableKind("this is a Word document in one XML file (.xml)", _TO_WORD),
    ),
    (r"<\?xml.{0,2000}office:spreadsheet", UnreadableKind("this is a workbook in one XML file (.xml)", _TO_EXCEL)),
    (
        r"<\?xml.{0,2000}opendocument",
        UnreadableKind("this is an OpenDocument in one XML file (.fodt or .fods)", _TO_WORD),
    ),
    (r"%!PS", UnreadableKind("this is a PostScript file, made for a printer", _ORIGINAL)),
)
"""How the text of a file begins, as patterns."""

ZIP_KINDS: Final[dict[str, UnreadableKind]] = {
    "opendocument.text": _OPEN_TEXT,
    "opendocument.presentation": _SLIDES,
    "opendocument.": UnreadableKind("this is an OpenDocument that is neither text nor spreadsheet", _TABLE),
    "application/epub": UnreadableKind("this is an electronic book (.epub)", _TABLE),
    "ppt/": _SLIDES,
    "visio/": UnreadableKind("this is a drawing of Visio", _TABLE),
    "index/": _APPLE,
    "index.apxl": _APPLE,
    "index.xml": _APPLE,
    "index.zip": _APPLE,
    "content.xml": _OPEN_TEXT,
}
"""What a zip file says that it is, or how the name of one of its parts begins."""

OLE_KINDS: Final[dict[str, UnreadableKind]] = {
    "EncryptedPackage": _LOCKED,
    "WordDocument": _OLD_WORD,
    "PowerPoint Document": _SLIDES,
    "VisioDocument": UnreadableKind("this is a drawing of Visio", _TABLE),
    "__properties_version1.0": _EMAIL,
    "MatOST": UnreadableKind("this is a document of Microsoft Works", _TO_WORD),
    "Quill": UnreadableKind("this is a document of Publisher", _TABLE),
}
"""The streams by which an old office file is known, the first that is there."""

LINK_FILES: Final[dict[str, UnreadableKind]] = {
    **dict.fromkeys(
        (".gdoc", ".gsheet", ".gslides"),
        UnreadableKind("this is a link to a Google document", "open the document and download it as .docx or .xlsx"),
    ),
    **dict.fromkeys(
        (".url", ".webloc", ".lnk", ".desktop"),
        UnreadableKind("this is a link, and nothing is fetched", "open it, save the document, and import that"),
    ),
}
"""Names of files that hold nothing but an address."""

PACKED_NAMES: Final = frozenset({".docx", ".docm", ".dotx", ".xlsx", ".xlsm", ".xltx", ".doc", ".xls", ".pdf"})
"""Names of files that hold more than text."""


def unknown_zip(names: tuple[str, ...]) -> UnreadableError:
    """The refusal of a zip file that is no document."""
    if not names:
        return EMPTY.error()
    return UnreadableError("this is a zip file, not a document", _UNPACK)


def unknown_ole() -> UnreadableError:
    """The refusal of an old office file of an unknown program."""
    return UnreadableError("this is a file of an old office program", "open it there and save it as .docx or .xlsx")
