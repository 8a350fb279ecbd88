"""The templates of tcplan that a workspace can replace: what each prints, and its blocks, as their comments say."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Final

from tcplan.errors import UsageError
from tcplan.files.package_files import templates_folder
from tcplan.values.near_words import near

FOLDERS: Final = ("html", "md", "site")
NOT_REPLACED: Final = frozenset({"html/import.html.j2", "html/import.css"})
"""The page that an importer writes is always ours: it is about a document, and not of the workspace."""

REST: Final = "rest"
"""What is around the outer blocks of a template."""


@dataclass(frozen=True, slots=True)
class OurBlock:
    """A block: what it prints, its text, with a call for each block in it, and the statement that ends it."""

    name: str
    about: str
    text: str
    end: str

    @property
    def digest(self) -> str:
        """What tells its text from that of another release."""
        return digest_of(self.text)


@dataclass(frozen=True, slots=True)
class OurTemplate:
    """A template: its name, what it prints, its whole text, what it extends, its blocks, and those that it inherits."""

    name: str
    about: str
    text: str
    base: str
    blocks: dict[str, OurBlock]
    inherited: dict[str, OurBlock]

    @property
    def all_blocks(self) -> dict[str, OurBlock]:
        """Every block that a template that extends this one can replace."""
        return {name: block for name, block in {**self.inherited, **self.blocks}.items() if name != REST}

    @property
    def digests(self) -> dict[str, str]:
        """The digest of each of its own blocks, and of what is around them."""
        return {name: block.digest for name, block in self.blocks.items()}


def digest_of(text: str) -> str:
    """The first letters of the SHA-256 of a text, whatever is around it."""
    return sha256(text.strip().encode()).hexdigest()[:12]


@cache
def our_templates() -> dict[str, OurTemplate]:
    """All of them by name."""
    folder = templates_folder()
    paths = sorted(path for where in FOLDERS for path in (folder / where).iterdir() if path.suffix in (".j2", ".css"))
    texts = {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in paths}
    return {name: _template(name, texts) for name in texts if name not in NOT_REPLACED}


def our_template(word: str) -> OurTemplate:
    """The template that somebody names: `plan`, `md/plan` or `html/plan.html.j2`; raises UsageError for no such one."""
    names = {short_name(name): name for name in our_templates()}
    word = word.removeprefix("templates/")
    found = next((one for one in (word, names.get(word), names.get(f"html/{word}")) if one in our_templates()), None)
    if found is None:
        nearest = near(word, names) or near(f"html/{word}", names)
        raise UsageError(
            f"there is no template `{word}`",
            (f"did you mean `{nearest}`? " if nearest else "") + "`tcplan templates list` shows them",
        )
    return our_templates()[found]


def short_name(name: str) -> str:
    """A name without its ending: `html/plan` for `html/plan.html.j2`; that of a style sheet stays."""
    return re.sub(r"\.(html|md)\.j2$", "", name)


def _template(name: str, texts: dict[str, str]) -> OurTemplate:
    text = texts[name]
    about = re.match(r"\{# (.*?) #\}\n", text)
    base = re.search(r'\{% extends "(.*?)" %\}', text)
    above = _template(base[1], texts).all_blocks if base else {}
    known = {block: one.about for block, one in above.items()}
    blocks = {block.name: block for block in _blocks(text, known)}
    return OurTemplate(name, about[1] if about else "", text, base[1] if base else "", blocks, above)


def _blocks(text: str, known: Mapping[str, str]) -> Iterator[OurBlock]:
    """The blocks of a text and the rest of it, in their order; `known` says what those print that it replaces."""
    found: list[OurBlock] = []
    waiting: list[tuple[str, str, list[str]]] = [(REST, "", [])]
    at = 0
    for tag in re.finditer(r"\{%-? (?:block (\w+)|endblock) -?%\}(?:\{# (.*?) #\})?\n?", text):
        waiting[-1][2].append(text[at : tag.start()])
        at = tag.end()
        if tag[1]:
            waiting.append((tag[1], tag[2] or known.get(tag[1], ""), []))
            continue
        name, about, pieces = waiting.pop()
        found.append(OurBlock(name, about, "".join(pieces), tag[0].strip()))
        waiting[-1][2].append(f"{{{{ self.{name}() -}}}}\n" if tag[0].endswith("\n") else f"{{{{ self.{name}() }}}}")
    yield OurBlock(REST, "", "".join([*waiting[0][2], text[at:]]), "")
    yield from sorted(found, key=lambda block: text.index(f"block {block.name} %}}"))
