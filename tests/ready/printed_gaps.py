"""The gaps that a reader of a printed draft sees, read back from HTML and from Markdown."""

import re
from collections import Counter
from dataclasses import dataclass, field

from render.rendering import Element, Page, markdown_tokens, plain

from tcplan.findings.codes import CODES

KINDS = {code.gap.title: code.name for code in CODES if code.gap}
_HEAD = re.compile(r"(?P<title>.+) \((?P<number>\d+)\)")
_ALL = re.compile(r" (?P<number>\d+) (?:unfinished )?(?:actions|measures)(?:\b.*)?\.$")

Gap = tuple[str, str, str]
"""The rule, the file, and the entry, which is empty for the file as a whole."""


@dataclass
class PrintedGaps:
    """What the box of a draft says: its total, the number of each kind, and the gaps, of all entries only how many."""

    total: int = 0
    numbers: dict[str, int] = field(default_factory=dict)
    listed: Counter[Gap] = field(default_factory=Counter)
    of_all: dict[tuple[str, str], int] = field(default_factory=dict)

    def add_kind(self, head: str) -> str:
        """A kind with its number; returns the name of the rule."""
        found = _HEAD.fullmatch(head)
        assert found, head
        title = found["title"]
        name = KINDS.get(title) or title.removeprefix("Error in a file: ").replace(" ", "-")
        self.numbers[name] = int(found["number"])
        return name

    def add_file(self, kind: str, file: str, entries: list[str]) -> None:
        """A file with the entries that are listed for it."""
        if len(entries) == 1 and (every := _ALL.search(entries[0])):
            self.of_all[kind, file] = int(every["number"])
            return
        for entry in entries or [""]:
            self.listed[kind, file, entry] += 1

    def expanded(self, found: Counter[Gap]) -> Counter[Gap]:
        """All of them; for "any of the 12 actions" those entries, if there are as many of that kind in the file."""
        expanded = Counter(self.listed)
        for (kind, file), number in self.of_all.items():
            of_kind = Counter({gap: count for gap, count in found.items() if gap[:2] == (kind, file)})
            assert of_kind.total() == number, (kind, file)
            expanded += of_kind
        return expanded


def gaps_of_page(text: str) -> PrintedGaps:
    """Those of a page."""
    printed = PrintedGaps()
    for box in Page(text).all("section", "draft"):
        printed.total = _total(next(one for one in box.walk() if one.tag == "h2").text)
        [kinds] = [one for one in box.walk() if "gaps" in one.classes]
        for kind in _items(kinds):
            head = next(part for part in kind.parts if isinstance(part, Element) and part.tag == "span")
            name = printed.add_kind(_words(head))
            for file in _items(next(part for part in kind.parts if isinstance(part, Element) and part.tag == "ul")):
                links = [part for part in file.parts if isinstance(part, Element)]
                inner = [one for one in links[1:] if one.tag != "ul"] + [
                    item for one in links[1:] if one.tag == "ul" for item in _items(one)
                ]
                printed.add_file(name, _words(links[0]), [_words(one) for one in inner])
    return printed


def gaps_of_markdown(text: str) -> PrintedGaps:
    """Those of a Markdown document: the first list after the heading of the draft, in two levels."""
    printed, kind, depth, is_box = PrintedGaps(), "", 0, False
    for before, token in zip([None, *markdown_tokens(text)], markdown_tokens(text), strict=False):
        if token.type == "inline" and before and before.type == "heading_open":
            is_box = token.content.startswith("Draft: ")
            printed.total = _total(token.content) if is_box else printed.total
        depth += {"bullet_list_open": 1, "bullet_list_close": -1}.get(token.type, 0)
        if not is_box or token.type != "inline" or not depth:
            continue
        words = plain(token.children or [])
        if depth == 1:
            kind = printed.add_kind(words)
        else:
            file, _, entries = words.partition(": ")
            printed.add_file(kind, file, entries.split("; ") if entries else [])
    return printed


def _total(heading: str) -> int:
    found = re.fullmatch(r"Draft: (\d+) gaps?", heading.strip())
    assert found, heading
    return int(found[1])


def _items(element: Element) -> list[Element]:
    return [part for part in element.parts if isinstance(part, Element) and part.tag == "li"]


def _words(element: Element) -> str:
    return " ".join(element.text.split())
