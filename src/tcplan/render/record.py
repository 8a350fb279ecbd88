"""What a document was made from, as a comment on its last line, which no reader sees: what `tcplan verify` reads.

It is in letters that say nothing to somebody who opens a Markdown file as text: the paper itself has no name of a file.
"""

import base64
import binascii
import hashlib
import json
import re
from functools import cache
from typing import Any, Final, NamedTuple

_FORMAT: Final = 1
_BEGIN, _END = b"<!-- tcplan ", b" -->\n"


class DocumentRecord(NamedTuple):
    """What a document shows: `what` as on the command line, the `file` by its name in the workspace, the day.

    `was_asked` says that somebody named the day, `public` that the document is one of a site. `digest` is that of the
    document without its record.
    """

    what: str
    file: str
    as_of: str
    was_asked: bool
    since: str | None = None
    final: bool = False
    without_completed: bool = False
    detail: bool = False
    public: bool = False
    digest: str = ""


@cache
def _record_pattern() -> re.Pattern[bytes]:
    return re.compile(re.escape(_BEGIN) + rb"([A-Za-z0-9+/]{1,8000}={0,2})" + re.escape(_END.rstrip()) + rb"\s*\Z")


def with_record(document: bytearray, record: DocumentRecord) -> bytearray:
    """The document with its record at the end."""
    data = {"format": _FORMAT, **record._replace(digest=digest_of(document))._asdict()}
    text = json.dumps({key: value for key, value in data.items() if value}, ensure_ascii=True, separators=(",", ":"))
    return document + _BEGIN + base64.b64encode(text.encode()) + _END


def split_record(document: bytes) -> tuple[bytes, DocumentRecord | None]:
    """A document and its record, if it has one that can be read."""
    document = plain_lines(document)
    found = _record_pattern().search(document)
    if found is None:
        return document, None
    try:
        data: Any = json.loads(base64.b64decode(found[1], validate=True))
        if data.pop("format") != _FORMAT:
            return document, None
        record = DocumentRecord(**{"was_asked": False, **data})
    except (binascii.Error, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return document, None
    texts = (record.what, record.file, record.as_of, record.since or "", record.digest)
    return document[: found.start()], record if all(isinstance(one, str) for one in texts) else None


def plain_lines(document: bytes) -> bytes:
    """A document with the line ends that it was written with: mail and git may change them."""
    return document.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")


def digest_of(document: bytes | bytearray) -> str:
    """What tells a document from any other."""
    return hashlib.sha256(document).hexdigest()
