"""Changes of the structure of a YAML file: its values, keys, types, nesting and repetition."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from random import Random
from typing import Any, Final

import yaml

from fuzz import hostile

_TEXT: Final = "tag:yaml.org,2002:str"
_STYLES: Final = (None, None, None, '"', "'", "|", ">")
_DEEP: Final = (2, 5, 20, 60, 150)
_OFTEN: Final = (2, 3, 30, 300, 2_000)
_LARGEST: Final = 400_000

Node = Any
"""A node of PyYAML; its value can be changed in place."""


def change_tree(random: Random, data: bytes, donor: bytes, labels: list[str]) -> bytes | None:
    """Change a file in one to four places; None if it cannot be read, or has become too large."""
    top, other = _compose(data), _compose(donor)
    if not isinstance(top, yaml.MappingNode):
        return None
    raw: list[str] = []
    try:
        for _ in range(random.choice((1, 1, 2, 4))):
            change = random.choice(CHANGES)
            labels.append(change.__name__)
            change(random, top, other or top, raw)
        return _write(random, top, raw)
    except RecursionError:  # nested more than once
        return None


def _compose(data: bytes) -> Node | None:
    try:
        return yaml.compose(data, Loader=yaml.CBaseLoader)
    except (yaml.YAMLError, UnicodeError, RecursionError):
        return None


def _write(random: Random, top: Node, raw: list[str]) -> bytes | None:
    flow, indent = random.choice((None, None, None, None, False, True)), random.choice((2, 2, 2, 4, 8))
    if flow is not None:
        for node in _nodes(top):
            if not isinstance(node, yaml.ScalarNode) and node is not top:
                node.flow_style = flow
    wide = random.choice((80, 120, 10**6))
    if sum(len(node.value) + 4 for node in _nodes(top)) > _LARGEST:
        return None
    text: str = yaml.serialize(top, Dumper=yaml.cyaml.CBaseDumper, allow_unicode=True, indent=indent, width=wide)
    for number, one in enumerate(raw):
        text = text.replace(_mark(number), one)
    return text.encode("utf-8", "surrogatepass")


def _nodes(top: Node) -> Iterator[Node]:
    """All nodes below and with this one; keys too."""
    waiting = [top]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, yaml.SequenceNode):
            waiting.extend(node.value)
        elif isinstance(node, yaml.MappingNode):
            waiting.extend(one for pair in node.value for one in pair)


def _of(random: Random, top: Node, *kinds: type) -> Node:
    """One of the nodes of these kinds."""
    return random.choice([node for node in _nodes(top) if isinstance(node, kinds)] or [top])


def _text(value: str, style: str | None = None) -> Node:
    """A scalar; what no emitter writes (half a surrogate) is kept for `raw`."""
    clean = value.encode("utf-8", "replace").decode()
    return yaml.ScalarNode(_TEXT, clean, style=style)


def _mark(number: int) -> str:
    return f"RAW{number}WAR"


def _new(random: Random, raw: list[str]) -> Node:
    """A new value: a hostile text, quoted or as it is, or a list or a mapping where none belongs."""
    kind = random.randrange(10)
    if kind == 0:
        return yaml.SequenceNode("tag:yaml.org,2002:seq", [_text(hostile.hostile_text(random)) for _ in range(2)])
    if kind == 1:
        pairs = [(_text(random.choice(hostile.KEYS)), _text(hostile.hostile_text(random))) for _ in range(2)]
        return yaml.MappingNode("tag:yaml.org,2002:map", pairs)
    if kind < 5:
        raw.append(hostile.hostile_text(random))
        return _text(_mark(len(raw) - 1))
    return _text(hostile.hostile_text(random), random.choice(_STYLES))


def _set_in(random: Random, top: Node, make: Callable[[Node], Node]) -> None:
    """Replace one value of a list or a mapping."""
    holder = _of(random, top, yaml.SequenceNode, yaml.MappingNode)
    if not getattr(holder, "value", None) or isinstance(holder, yaml.ScalarNode):
        return
    at = random.randrange(len(holder.value))
    if isinstance(holder, yaml.MappingNode):
        key, value = holder.value[at]
        holder.value[at] = (key, make(value))
    else:
        holder.value[at] = make(holder.value[at])


def replace_value(random: Random, top: Node, other: Node, raw: list[str]) -> None:
    """Put something hostile in the place of a value."""
    del other
    _set_in(random, top, lambda _: _new(random, raw))


def replace_text(random: Random, top: Node, other: Node, raw: list[str]) -> None:
    """Change a text into another one that could be in its place, or put a hostile part into it."""
    del other, raw
    node = _of(random, top, yaml.ScalarNode)
    if random.randrange(2):
        at = random.randrange(len(node.value) + 1)
        node.value = node.value[:at] + _text(hostile.hostile_text(random)).value + node.value[at:]
    else:
        tables = (hostile.DATES, hostile.REFERENCES, hostile.WORDS, hostile.NUMBERS)
        node.value = random.choice(random.choice(tables))


def exchange_texts(random: Random, top: Node, other: Node, raw: list[str]) -> None:
    """Put a text of another place, perhaps of another file, here."""
    del raw
    node, donor = _of(random, top, yaml.ScalarNode), _of(random, other, yaml.ScalarNode)
    node.value = donor.value


def rename_key(random: Random, top: Node, other: Node, raw: list[str]) -> None:
    """Misspell a key, or take another one."""
    del other, raw
    node = _of(random, top, yaml.MappingNode)
    if node.value:
        at = random.randrange(len(node.value))
        key, value = node.value[at]
        known = random.choice(hostile.KEYS)
        node.value[at] = (
            random.choice((_text(key.value[1:]), _text(known), _text(hostile.hostile_text(random)))),
            value,
        )


def remove(random: Random, top: Node, other: Node, raw: list[str]) -> None:
    """Remove a key or an item."""
    del other, raw
    node = _of(random, top, yaml.MappingNode, yaml.SequenceNode)
    if node.value:
        del node.value[random.randrange(len(node.value))]


def repeat(random: Random, top: Node, other: Node, raw: list[str]) -> None:
    """Repeat a key or an item, up to thousands of times, some with ids of their own."""
    del other, raw
    node = _of(random, top, yaml.MappingNode, yaml.SequenceNode)
    if not node.value:
        return
    at, times = random.randrange(len(node.value)), random.choice(_OFTEN)
    one, own = node.value[at], random.randrange(2)
    times = min(times, 1 + _LARGEST // _weight(one))
    copies = [_with_number(one, number) if own else deepcopy(one) for number in range(times)]
    node.value[at:at] = copies


def _weight(one: Any) -> int:
    """About how many characters a key or an item takes."""
    nodes = one if isinstance(one, tuple) else (one,)
    return 20 + sum(len(node.value) + 6 for each in nodes for node in _nodes(each))


def _with_number(one: Any, number: int) -> Any:
    """A copy whose key, text or id ends with a number."""
    made = deepcopy(one)
    if isinstance(made, tuple):
        made[0].value += str(number)
    elif isinstance(made, yaml.ScalarNode):
        made.value += str(number)
    elif isinstance(made, yaml.MappingNode):
        for key, value in made.value:
            if key.value == "id" and isinstance(value, yaml.ScalarNode):
                value.value += f".{number}"
    return made


def nest(random: Random, top: Node, other: Node, raw: list[str]) -> None:
    """Put a value into lists or mappings, a hundred deep."""
    del other, raw
    deep, as_list = random.choice(_DEEP), random.randrange(2)

    def nested(value: Node) -> Node:
        for _ in range(deep):
            if as_list:
                value = yaml.SequenceNode("tag:yaml.org,2002:seq", [value])
            else:
                value = yaml.MappingNode("tag:yaml.org,2002:map", [(_text("about"), value)])
            value.flow_style = True
        return value

    _set_in(random, top, nested)


def transplant(random: Random, top: Node, other: Node, raw: list[str]) -> None:
    """Put a part of another file, or of another place of this one, here."""
    del raw
    part = deepcopy(_of(random, other, yaml.MappingNode, yaml.SequenceNode))
    _set_in(random, top, lambda _: part)


def add_key(random: Random, top: Node, other: Node, raw: list[str]) -> None:
    """Add a key to a mapping, or an item to a list."""
    del other
    node, value = _of(random, top, yaml.MappingNode, yaml.SequenceNode), _new(random, raw)
    at = random.randrange(len(node.value) + 1)
    node.value.insert(at, (_text(random.choice(hostile.KEYS)), value) if isinstance(node, yaml.MappingNode) else value)


def shuffle(random: Random, top: Node, other: Node, raw: list[str]) -> None:
    """Put keys or items in another order."""
    del other, raw
    random.shuffle(_of(random, top, yaml.MappingNode, yaml.SequenceNode).value)


CHANGES: Final[tuple[Callable[[Random, Node, Node, list[str]], None], ...]] = (
    replace_value,
    replace_value,
    replace_text,
    replace_text,
    exchange_texts,
    rename_key,
    remove,
    repeat,
    nest,
    transplant,
    add_key,
    shuffle,
)
"""What can be changed; what is twice in the list is done twice as often."""
