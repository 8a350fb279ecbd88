"""Plan data written in odd styles, with comments that name the item they describe."""

import random
from typing import Any

from tcplan.yaml_reader.quoting import as_scalar, quoted

Path = tuple[str | int, ...]

TOP = "# the top of the file"
ABOVE, BESIDE, BELOW, INSIDE, END = "above", "beside", "below", "inside", "end of"


def with_random_comments(data: dict[str, Any], rng: random.Random) -> str:
    """The text of a file that holds the data, with comments such as `# above actions/0/lead (17)`."""
    writer = _Writer(rng)
    writer.mapping(data, rng.choice((0, 0, 0, 2)), ())
    text = "".join(f"{line}\n" for line in writer.lines)
    if rng.random() < 0.25:
        text = text.removesuffix("\n")
    if rng.random() < 0.25:
        text = text.replace("\n", "\r\n")
    return text if rng.random() < 0.8 else "\ufeff" + text


class _Writer:
    """Writes each collection in a style of its own; `_density` is how often there is a comment where one may be."""

    def __init__(self, rng: random.Random) -> None:
        self.lines = [TOP, ""] if rng.random() < 0.5 else []
        self._rng = rng
        self._density = rng.choice((0.0, 0.1, 0.3))
        self._shuffles = rng.random() < 0.5

    def mapping(self, data: dict[str, Any], column: int, path: Path, before: str = "") -> None:
        """Write a block mapping; `before` is the dash before its first key."""
        keys = list(data)
        if self._shuffles:
            self._rng.shuffle(keys)
        for key in keys:
            inner = (*path, key)
            if not before and (path or key != keys[0]):
                self._above(inner, column)
            name = quoted(key) if self._chance(0.1) else as_scalar(key)
            head = f"{before or ' ' * column}{name}{' ' if self._chance(0.1) else ''}:"
            self._value(head, data[key], column, inner)
            before = ""
        self._remark(END, path, column)

    def _list(self, items: list[Any], column: int, path: Path, *, is_deeper: bool) -> None:
        gap = self._rng.choice((1, 1, 1, 3))
        items = [one for item in items for one in (*self._empty(), item, *self._empty())]
        for index, item in enumerate(items):
            inner = (*path, index)
            self._above(inner, column)
            dash = " " * column + "-"
            if not isinstance(item, dict) or not item or self._is_small(item):
                self._value(dash, item, column, inner)
            elif self._chance(0.1):
                self.lines.append(dash)
                self.mapping(item, column + 1 + gap, inner)
            else:
                self.mapping(item, column + 1 + gap, inner, dash + " " * gap)
        if is_deeper:
            self._remark(END, path, column)

    def _empty(self) -> list[None]:
        """Now and then an empty item."""
        return [None] if self._chance(0.05) else []

    def _value(self, head: str, value: Any, column: int, path: Path) -> None:
        head_with_space = head + " " * self._rng.choice((1, 1, 1, 4))
        if isinstance(value, str):
            self._text(head_with_space, value, column, path)
        elif value is None:
            self.lines.append(head + self._beside(path))
            self._remark(BELOW, path, column + 1)
        elif isinstance(value, list) and len(value) > 1 and self._chance(0.1):
            self._open_list(head_with_space, value, column, path)
        elif not value or self._is_small(value):
            self.lines.append(head_with_space + self._flow(value) + self._beside(path))
            self._remark(BELOW, path, column + self._rng.choice((1, 2, 4)))
        else:
            self.lines.append(head + self._beside(path))
            if isinstance(value, list):
                deeper = self._rng.choice((0, 2, 2, 4))
                self._list(value, column + deeper, path, is_deeper=deeper > 0)
            else:
                self.mapping(value, column + self._rng.choice((1, 2, 4)), path)

    def _open_list(self, head: str, items: list[Any], column: int, path: Path) -> None:
        """A list in brackets over several lines."""
        self.lines.append(head + "[" + self._beside(path))
        for item in items:
            self.lines.append(f"{' ' * (column + 2)}{self._flow(item)},{self._words(INSIDE, path, 0.5)}")
        self.lines.append(" " * column + "]")

    def _text(self, head: str, text: str, column: int, path: Path) -> None:
        words, style = text.split(" "), self._rng.random()
        if "\n" in text and text.strip() and not text.startswith("\n"):
            self._block_text(head, text, column, path)
            return
        written = as_scalar(text) if style < 0.8 else quoted(text)
        if style < 0.3 and len(words) > 4 and text.replace(" ", "").isalnum():
            quote = self._rng.choice(("", "'", '"'))
            further = " " * (column + self._rng.choice((1, 2, 6))) + " ".join(words[2:]) + quote
            self.lines += [f"{head}{quote}{' '.join(words[:2])}{' ' * self._rng.choice((0, 2))}", further]
        elif style < 0.4 and not head.strip().startswith("-"):
            self.lines += [head.rstrip(" "), " " * (column + 1) + written]
        else:
            self.lines.append(head + written + self._beside(path))
        self._remark(BELOW, path, column + self._rng.choice((1, 2, 4)))

    def _block_text(self, head: str, text: str, column: int, path: Path) -> None:
        deeper = self._rng.choice((1, 2, 2, 4))
        digit = str(deeper) if text.startswith(" ") or self._chance(0.2) else ""
        chomping = "" if text.endswith("\n") else "-"
        if chomping == "" and self._chance(0.1):
            chomping = "+"
        sign = f"{self._rng.choice('|>')}{digit}{chomping}"
        if self._chance(0.2):
            self.lines.append(head.rstrip(" "))  # ruamel cannot read a comment before the sign
            head = " " * (column + self._rng.choice((1, 2, 6)))
        self.lines.append(head + sign + self._beside(path))
        self.lines += [" " * (column + deeper) + line if line else "" for line in text.rstrip("\n").split("\n")]
        self.lines += [""] * self._rng.choice((0, 0, 0, 2))

    def _flow(self, value: Any) -> str:
        if isinstance(value, dict):
            pairs = list(value.items())
            if self._shuffles:
                self._rng.shuffle(pairs)
            return "{" + ", ".join(f"{as_scalar(key, in_brackets=True)}: {self._flow(one)}" for key, one in pairs) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(map(self._flow, value)) + "]"
        return as_scalar(value or "", in_brackets=True)

    def _is_small(self, value: Any) -> bool:
        return "\n" not in str(value) and len(self._flow(value)) < 80 and self._chance(0.5)

    def _chance(self, attempts_left: float) -> bool:
        return self._rng.random() < attempts_left

    def _above(self, path: Path, column: int) -> None:
        if self._chance(self._density):
            self.lines += [""] * self._rng.choice((1, 2))
        while self._chance(self._density):
            self._remark(ABOVE, path, self._rng.choice((column, column, column, 0)), attempts_left=1)
            self.lines += [""] * self._rng.choice((0, 0, 0, 1))

    def _remark(self, how: str, path: Path, column: int, attempts_left: float | None = None) -> None:
        words = self._words(how, path, self._density if attempts_left is None else attempts_left)
        if words:
            self.lines.append(" " * column + words.lstrip())

    def _beside(self, path: Path) -> str:
        return self._words(BESIDE, path, self._density)

    def _words(self, how: str, path: Path, attempts_left: float) -> str:
        if not self._chance(attempts_left):
            return ""
        return f"{' ' * self._rng.choice((1, 2, 8))}# {how} {'/'.join(map(str, path))} ({len(self.lines)})"
