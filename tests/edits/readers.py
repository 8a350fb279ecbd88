"""The plans of the repository, and two YAML readers that are not ours."""

import random
from functools import cache
from typing import Any, Final

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode
from support import REPOSITORY

from tcplan.yaml_reader.reader import Document, read_text

PLANS: Final = sorted(
    file.relative_to(REPOSITORY).as_posix()
    for folder in ("examples/plans", "plans")
    for file in (REPOSITORY / folder).rglob("*.yaml")
)
FOLD_MARK: Final = "\a"
"""What ruamel's round-trip scanner leaves where a folded line went on."""


@cache
def read_plan(name: str) -> Document:
    """A plan of the repository."""
    return read_text((REPOSITORY / name).read_text("utf-8"), name)


def excerpt(data: Any, rng: random.Random) -> dict[str, Any]:
    """The data with one or two entries of each table, so that a slow parser reads them quickly."""
    return {
        key: rng.sample(value, min(len(value), rng.choice((1, 2, 2)))) if isinstance(value, list) else value
        for key, value in data.items()
    }


def with_line_break(text: str) -> str:
    """The text as editor and layout see it: a last line is a line, with or without its break."""
    return text if text.endswith("\n") else text + "\n"


def read_by_ruamel(text: str) -> Any:
    """The data as ruamel's round-trip loader composes them, before it turns words into numbers."""
    return _plain(YAML().compose(with_line_break(text.removeprefix("\ufeff"))))


def read_by_pyyaml(text: str) -> Any:
    """The data as PyYAML reads them when it leaves all scalars as text."""
    return yaml.load(with_line_break(text.removeprefix("\ufeff")), yaml.BaseLoader)  # noqa: S506 (texts only)


def _plain(node: Any) -> Any:
    if isinstance(node, MappingNode):
        return {_plain(key): _plain(value) for key, value in node.value}
    if isinstance(node, SequenceNode):
        return [_plain(item) for item in node.value]
    assert isinstance(node, ScalarNode)
    return node.value.replace(FOLD_MARK, "")
