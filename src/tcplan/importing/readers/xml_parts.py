"""XML of a part of a zip file, read with bounds. A DOCTYPE is refused, and so there are no entities."""

from collections.abc import Iterator
from typing import Final, Protocol, cast
from xml.etree.ElementTree import Element, ParseError, XMLPullParser

from tcplan.importing.document import UnreadableError
from tcplan.importing.readers.archive import damaged, too_large
from tcplan.importing.readers.limits import MAX_COMMENTS, MAX_DEPTH, MAX_ELEMENTS, MAX_STREAMED, MAX_TOKEN

_DOCTYPE_LENGTH: Final = len("<!DOCTYPE")


class PartSource(Protocol):
    """What the bytes of a part come from: an archive, or what passes them on without some of them."""

    def chunks(self, name: str, /) -> Iterator[bytes]:
        """The bytes of a part, piece by piece. KeyError if there is no such part."""


def read_tree(archive: PartSource, name: str, most: int = MAX_ELEMENTS) -> Element:
    """The root element of a part, with all that is in it; not more than `most` elements. KeyError: no such part."""
    root: Element | None = None
    for event, element in read_events(archive, name, most):
        if root is None and event == "start":
            root = element
    if root is None:
        raise damaged()
    return root


def read_events(archive: PartSource, name: str, most: int = MAX_STREAMED) -> Iterator[tuple[str, Element]]:
    """The starts and ends of the elements of a part, as iterparse gives them. The caller clears what it has used."""
    parser: XMLPullParser[Element] = XMLPullParser(("start", "end"))
    depth = count = silence = 0
    head: bytes | None = b""
    try:
        for chunk in _chunks_without_comments(archive, name):
            if head is not None:
                head = head[-_DOCTYPE_LENGTH:] + chunk.replace(b"\0", b"")  # UTF-16 is read like UTF-8 here
                _refuse_doctype(head)
            silence += len(chunk)
            parser.feed(chunk)
            for event, element in cast("Iterator[tuple[str, Element]]", parser.read_events()):
                head = None
                silence = 0
                if event == "start":
                    depth += 1
                    count += 1
                    if depth > MAX_DEPTH or count > most:
                        raise _too_many(depth)
                else:
                    depth -= 1
                yield event, element
            if silence > MAX_TOKEN:
                raise too_large("it has a text without end")
        parser.close()
    except (ParseError, LookupError, ValueError):  # LookupError, ValueError: an encoding that does not exist
        raise damaged() from None
    yield from cast("Iterator[tuple[str, Element]]", parser.read_events())


def _too_many(depth: int) -> UnreadableError:
    if depth > MAX_DEPTH:
        return too_large("its parts are nested deeper than in any document")
    return too_large("it has more text and cells than a plan can have")


def _chunks_without_comments(archive: PartSource, name: str) -> Iterator[bytes]:
    """The bytes of a part. Very many comments are refused: ElementTree takes the square of their number."""
    comments = 0
    for chunk in archive.chunks(name):
        comments += chunk.replace(b"\0", b"").count(b"!--")
        if comments > MAX_COMMENTS:
            raise too_large("it has more comments in its XML than any office program writes")
        yield chunk


def _refuse_doctype(head: bytes) -> None:
    """No element has begun yet: refuse what could define entities."""
    if b"<!DOCTYPE" in head:
        message = "this file defines words of its own in its XML (a DOCTYPE), which no office program does"
        raise UnreadableError(message, "open it in the program that made it and save it again")
