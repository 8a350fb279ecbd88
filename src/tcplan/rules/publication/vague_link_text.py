"""Link texts that do not say where the link leads (TC805)."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from tcplan.findings.codes import VAGUE_LINK_TEXT
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.markdown.links_and_code import links_labelled
from tcplan.rules.support.context import Context
from tcplan.rules.support.prose import holder_of
from tcplan.workspace import File

VAGUE: Final = frozenset(
    (
        *("here", "see here", "click", "click here", "press here", "this", "this link", "link", "the link", "url"),
        *("more", "read more", "learn more", "find out more", "more information", "further information", "download"),
        *("page", "this page", "web page", "webpage", "website", "this website", "document", "this document"),
        *("available here", "at this link", "follow this link", "read here", "more here"),
        *("view", "open", "pdf", "details"),
    )
)
"""Link texts that say nothing about where the link leads."""

EVIDENCE: Final = "evidence"


@cache
def _marks_pattern() -> re.Pattern[str]:
    return re.compile(r"[^\w\s]|_")


def vague_link_text(file: File, context: Context) -> Iterator[Problem]:
    """A link text such as "here" or "read more" does not say where the link leads.

    Links in texts count, and so do the titles of evidence, which are printed as links.

    Why: People who use a screen reader go from link to link, and hear only the link texts. The accessibility
    regulations of 2018 apply to what a university publishes, and WCAG 2.2 asks that the purpose of a link is clear
    (2.4.4). On paper a link that says "here" leads nowhere at all.

    Fix: Name the page or document in the link text: not `[here](https://...)` but `[Terms of reference of the
    network](https://...)`.
    """
    for passage in context.published(file):
        if not passage.is_prose:
            continue
        texts = []
        if "[" in passage.text:
            links = links_labelled(passage.text, _is_vague)
            texts = [(link.label, link.written) for link in links if not link.is_image]
        if _is_evidence_title(passage.path) and _is_vague(passage.text):
            texts.append((passage.text, ""))
        for text, written in dict.fromkeys(texts):
            message = f"a link in {holder_of(passage.path, file)} says only `{text.strip()}`"
            help_text = "name in the link text the page or document that it leads to"
            yield Problem(VAGUE_LINK_TEXT, passage.path, message, help_text, words=written)


def _is_evidence_title(path: Path) -> bool:
    return path[-1] == "title" and path[-3:-2] == (EVIDENCE,)


def _is_vague(text: str) -> bool:
    """Whether the words of a link text say nothing, whatever the marks: `**Click here!**` is "click here"."""
    return " ".join(_marks_pattern().sub(" ", text).casefold().split()) in VAGUE
