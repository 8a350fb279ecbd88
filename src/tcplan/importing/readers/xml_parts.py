"""XML of a part of a zip file, read with bounds. A DOCTYPE is refused, and so there are no entities."""

from collections.abc import Iterator
from typing import Final, Literal, Protocol, cast
from xml.etree.ElementTree import Element, ParseError, XMLPullParser

from tcplan.importing.document import UnreadableError
from tcplan.importing.readers.archive import damaged, too_large
from tcplan.importing.readers.limits import MAX_COMMENTS, MAX_DEPTH, MAX_ELEMENTS, MAX_STREAMED, MAX_TOKEN

_Event = tuple[str, Element]
_Events = list[_Event]
_DOCTYPE_LENGTH: Final = len("<!DOCTYPE")


class PartSource(Protocol):
    """What the bytes of a part come from: an archive, or what passes them on without some of them."""

    def chunks(self, name: str, /) -> Iterator[bytes]:
        """The bytes of a part, piece by piece. KeyError if there is no such part."""


def read_tree(archive: PartSource, name: str, most: int = MAX_ELEMENTS) -> Element:
    """The root element of a part, with all that is in it; not more than `most` elements. KeyError: no such part."""
    root: Element | None = None
    count = 0
    for events in _read_batches(archive, name, ("start",)):
        root = events[0][1] if root is None and events else root
        count += len(events)
        if count > most:
            raise _too_many()
    if root is None:
        raise damaged()
    _check_depth(root)
    return root


def read_events(archive: PartSource, name: str, most: int = MAX_STREAMED) -> Iterator[_Event]:
    """The starts and ends of the elements of a part, as iterparse gives them. The caller clears what it has used."""
    depth = count = 0
    for events in _read_batches(archive, name, ("start", "end")):
        for event, element in events:
            if event == "start":
                depth += 1
                count += 1
                if depth > MAX_DEPTH:
                    raise _too_deep()
                if count > most:
                    raise _too_many()
            else:
                depth -= 1
            yield event, element


def _read_batches(
    archive: PartSource, name: str, kinds: tuple[Literal["start", "end"], ...]
) -> Iterator[list[tuple[str, Element]]]:
    """The events of a part, those of some thousand bytes at a time."""
    parser: XMLPullParser[Element] = XMLPullParser(kinds)
    silence = 0
    head: bytes | None = b""
    try:
        for chunk in _chunks_without_comments(archive, name):
            if head is not None:
                head = head[-_DOCTYPE_LENGTH:] + chunk.replace(b"\0", b"")  # UTF-16 is read like UTF-8 here
                _refuse_doctype(head)
            parser.feed(chunk)
            events = list(cast("Iterator[_Event]", parser.read_events()))
            head = None if events else head
            silence = 0 if events else silence + len(chunk)
            if silence > MAX_TOKEN:
                raise too_large("it has a text without end")
            yield events
        parser.close()
        yield list(cast("Iterator[_Event]", parser.read_events()))
    except (ParseError, LookupError, ValueError):  # LookupError, ValueError: an encoding that does not exist
        raise damaged() from None


def _check_depth(root: Element) -> None:
    """Refuse a tree that is so deep that reading it would end in an error of Python."""
    level = [root]
    for _ in range(MAX_DEPTH):
        level = [child for element in level for child in element]
        if not level:
            return
    raise _too_deep()


def _too_deep() -> UnreadableError:
    return too_large("its parts are nested deeper than in any document")


def _too_many() -> UnreadableError:
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
