"""Publication: links that are safe to follow and say where they lead, images that are described (TC804 to TC806)."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from tcplan.findings.finding import Code, Problem, Severity
from tcplan.findings.span import Path
from tcplan.rules.support.context import Context
from tcplan.rules.support.markdown import links_in, without_code
from tcplan.rules.support.passages import holder_of, printed_passages
from tcplan.values.text_length import shortened
from tcplan.workspace import File

INSECURE_LINK = Code("TC804", "insecure-link", Severity.WARNING)
VAGUE_LINK_TEXT = Code("TC805", "vague-link-text", Severity.WARNING)
UNDESCRIBED_IMAGE = Code("TC806", "undescribed-image", Severity.WARNING)


@cache
def _insecure_pattern() -> re.Pattern[str]:
    return re.compile(r"http://[^\s<>\"')\]]+", re.IGNORECASE)


VAGUE: Final = frozenset(
    (
        *("here", "see here", "click", "click here", "press here", "this", "this link", "link", "the link", "url"),
        *("more", "read more", "learn more", "find out more", "more information", "further information", "download"),
        *("page", "this page", "web page", "webpage", "website", "this website", "document", "this document"),
        *(
            "available here",
            "at this link",
            "follow this link",
            "view",
            "open",
            "pdf",
            "read here",
            "details",
            "more here",
        ),
    )
)
"""Link texts that say nothing about where the link leads."""


@cache
def _no_description_pattern() -> re.Pattern[str]:
    """What says nothing of an image: nothing, that it is one, or the name of its file."""
    return re.compile(
        r"\W*|(?:an? )?(?:image|picture|photo|photograph|screenshot|logo|figure|graphic|img|alt text)[ _]?\d*"
        r"|[\w-]+\.(?:png|jpe?g|gif|svg|webp)",
        re.IGNORECASE,
    )


EVIDENCE: Final = "evidence"


def insecure_link(file: File, context: Context) -> Iterator[Problem]:
    """A link begins with `http://`, not with `https://`.

    Links in texts count as well as those under `url` and `webpage`; what stands between backticks is code, not a link.

    Why: Browsers warn of such pages or refuse to open them, and what is sent to them can be read and changed on its
    way. The sites of universities and their partners have long moved.

    Mend: Write `https://` and open the link once, to see that the page is still there. If it exists no more, look for
    its successor or for a copy in a web archive.
    """
    for passage in printed_passages(file, context):
        text = passage.text
        if "http://" not in text.casefold():
            continue
        found = _insecure_pattern().findall(without_code(text) if passage.is_prose else text)
        for url in dict.fromkeys(one.rstrip(".,;:!?*_") for one in found):
            message = f"{holder_of(passage.path, file)} links to {shortened(url)}, which is not encrypted"
            help_text = "write https:// in its place, and open the link once to see that it works"
            yield Problem(INSECURE_LINK, passage.path, message, help_text, words=url)


def vague_link_text(file: File, context: Context) -> Iterator[Problem]:
    """A link text such as "here" or "read more" does not say where the link leads.

    Links in texts count, and the titles of evidence, which are printed as links.

    Why: People who use a screen reader go from link to link, and hear their texts alone. The accessibility regulations
    of 2018 apply to what a university publishes, and WCAG 2.2 asks that the purpose of a link is clear (2.4.4). On
    paper a link that says "here" leads nowhere at all.

    Mend: Let the link text name the page or document: not `[here](https://...)` but
    `[Terms of reference of the network](https://...)`.
    """
    for passage in printed_passages(file, context):
        if not passage.is_prose:
            continue
        texts = [(link.text, link.written) for link in links_in(passage.text) if not link.is_image]
        if _is_evidence_title(passage.path):
            texts.append((passage.text, ""))
        for text, written in dict.fromkeys(texts):
            if _plain(text) in VAGUE:
                message = f"a link in {holder_of(passage.path, file)} says only `{text.strip()}`"
                help_text = "name the page or document that it leads to in the link text"
                yield Problem(VAGUE_LINK_TEXT, passage.path, message, help_text, words=written)


def undescribed_image(file: File, context: Context) -> Iterator[Problem]:
    """An image in a text has no description.

    A word such as "image", or the name of the file, is none.

    Why: Who cannot see the image learns nothing from it. tcplan's own documents print no images but a link to each,
    and the description is the text of that link. The accessibility regulations of 2018 and WCAG 2.2 (1.1.1) ask for
    one.

    Mend: Say between the brackets what the image shows: `![Map of the six job families](https://...)`.
    """
    for passage in printed_passages(file, context):
        if not passage.is_prose or "![" not in passage.text:
            continue
        for link in links_in(passage.text):
            if link.is_image and _no_description_pattern().fullmatch(link.text.strip()):
                message = f"an image in {holder_of(passage.path, file)} has no description"
                help_text = "say between the square brackets what it shows"
                yield Problem(UNDESCRIBED_IMAGE, passage.path, message, help_text, words=link.written)
                break


def _is_evidence_title(path: Path) -> bool:
    return path[-1] == "title" and path[-3:-2] == (EVIDENCE,)


def _plain(text: str) -> str:
    """The words of a link text without marks: `**Click here!**` is "click here"."""
    return " ".join(re.sub(r"[^\w\s]|_", " ", text).casefold().split())
