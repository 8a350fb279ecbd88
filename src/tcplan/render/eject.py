"""Copies a template of tcplan, or some of its blocks, into a text for a workspace."""

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from tcplan.errors import RefusedError, UsageError
from tcplan.files.containment import leads_outside
from tcplan.render.our_templates import OurBlock, OurTemplate, short_name
from tcplan.render.workspace_templates import FOLDER, PREFIX
from tcplan.values.near_words import near

_LATER: Final = "`tcplan templates list` says when tcplan changes what was copied here."


def whole_copy(template: OurTemplate) -> str:
    """The whole text, with a first line that says what it was copied from."""
    return f"{_record(template.name, template.digests)}\n{template.text}"


def blocks_copy(template: OurTemplate, names: Iterable[str]) -> str:
    """A template that extends ours and replaces some blocks; raises UsageError for those that it does not have."""
    blocks = [_block(template, name) for name in dict.fromkeys(names)]
    head = _record(template.name, {one.name: one.digest for one in blocks})
    return "\n".join((head, f'{{% extends "{PREFIX}/{template.name}" %}}', *map(_copy, blocks), ""))


def list_blocks(template: OurTemplate) -> str:
    """The blocks of a template, for a help line."""
    if not template.all_blocks:
        return f"it has no blocks: `tcplan templates eject {short_name(template.name)} --whole` copies all of it"
    return f"write `--block NAME`, or `--whole`; the blocks are {', '.join(template.all_blocks)}"


def check_free(root: Path, template: OurTemplate) -> str:
    """The name of the file for a copy, below the root of a workspace; raises RefusedError where none can be put."""
    file = f"{FOLDER}/{template.name}"
    if os.path.lexists(root / file):
        raise RefusedError(f"{file} already exists; nothing was written", "delete or rename it first, or change it")
    if leads_outside(root, (root / file).parent):
        raise RefusedError(f"{file} would be outside of the workspace: a link leads there", "make it a folder")
    return file


def next_step(template: OurTemplate) -> str:
    """What to do with a copy."""
    folder = template.name.partition("/")[0]
    look = {"site": "`tcplan site -o public`", "md": "`tcplan render plan`"}
    return f"change it, then look at it: {look.get(folder, '`tcplan render plan -o plan.html`')}"


def recorded_digests(text: str) -> Mapping[str, str]:
    """The digests of what was copied into a text, by the names of blocks; none where it was written by hand."""
    found = re.match(r"\ufeff?\{# Copied from tcplan: [^ ,]+, ([^.#]+)\.", text)
    return dict(re.findall(r"(\w+) ([0-9a-f]{12})", found[1])) if found else {}


def changed_blocks(template: OurTemplate, text: str) -> tuple[str, ...]:
    """What of a template of ours is not, or no longer, what was copied into a text."""
    now = {name: block.digest for name, block in template.inherited.items()} | template.digests
    return tuple(name for name, digest in recorded_digests(text).items() if now.get(name) != digest)


def _record(name: str, digests: Mapping[str, str]) -> str:
    copied = ", ".join(f"{block} {digest}" for block, digest in digests.items())
    return f"{{# Copied from tcplan: {name}, {copied}. {_LATER} #}}"


def _block(template: OurTemplate, name: str) -> OurBlock:
    found = template.all_blocks.get(name)
    if found is None:
        nearest = near(name, template.all_blocks)
        hint = f"did you mean `{nearest}`? " if nearest else ""
        raise UsageError(f"{template.name} has no block `{name}`", hint + list_blocks(template))
    return found


def _copy(block: OurBlock) -> str:
    """A block with the text of ours, or one that adds to it, where that is empty or itself adds to another."""
    begin, about = f"{{% block {block.name} %}}", f"{{# {block.about} #}}"
    if not block.text.strip() or "super()" in block.text:
        return f"{begin}{about}\n{{{{ super() -}}}}\n{{% endblock %}}"
    return f"{begin}{about}{_break(block)}{block.text}{block.end}"


def _break(block: OurBlock) -> str:
    """A line break where the text of a block has lines of its own."""
    return "\n" if "\n" in block.text else ""
