"""Changes of the text and the bytes of a file: encodings, line ends, tabs, what is cut off, and what YAML refuses."""

from collections.abc import Callable
from random import Random
from typing import Final

from fuzz.hostile import hostile_text, long_text


def change_text(random: Random, data: bytes, labels: list[str]) -> bytes:
    """Change a file in one to three places."""
    for _ in range(random.choice((1, 1, 2, 3))):
        change = random.choice(CHANGES)
        labels.append(change.__name__)
        data = change(random, data)
    return data


def _lines(data: bytes) -> list[bytes]:
    return data.splitlines(keepends=True) or [b"\n"]


def _encode(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def cut_off(random: Random, data: bytes) -> bytes:
    """End the file early."""
    return data[: random.randrange(len(data) + 1)]


def flip_bytes(random: Random, data: bytes) -> bytes:
    """Change some bytes."""
    changed = bytearray(data or b"x")
    for _ in range(random.choice((1, 3, 20))):
        changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def insert_text(random: Random, data: bytes) -> bytes:
    """Put a hostile text anywhere."""
    at = random.randrange(len(data) + 1)
    return data[:at] + _encode(hostile_text(random)) + data[at:]


def replace_rest(random: Random, data: bytes) -> bytes:
    """Replace what comes after a colon or a dash."""
    lines = _lines(data)
    at = random.randrange(len(lines))
    start, colon, _ = lines[at].partition(b":")
    lines[at] = start + (colon or b":") + b" " + _encode(hostile_text(random)) + b"\n"
    return b"".join(lines)


def move_lines(random: Random, data: bytes) -> bytes:
    """Remove, repeat or move some lines."""
    lines = _lines(data)
    first = random.randrange(len(lines))
    last = min(len(lines), first + random.choice((1, 1, 2, 10)))
    taken = lines[first:last]
    if random.randrange(3):
        del lines[first:last]
    if random.randrange(3):
        at = random.randrange(len(lines) + 1)
        lines[at:at] = taken * random.choice((1, 1, 1, 2, 500))
    return b"".join(lines)[:600_000]


def shift_lines(random: Random, data: bytes) -> bytes:
    """Indent some lines more or less, or by tabs."""
    lines = _lines(data)
    first = random.randrange(len(lines))
    for at in range(first, min(len(lines), first + random.choice((1, 3, 30)))):
        lines[at] = random.choice((b" ", b"  ", b"\t", b"    ")) + lines[at] if first % 2 else lines[at][2:]
    return b"".join(lines)


def change_line_ends(random: Random, data: bytes) -> bytes:
    """End lines as others do, or by turns."""
    end = random.choice((b"\r\n", b"\r", b"\n\n", b"\n\r", b"\xc2\x85", b"\xe2\x80\xa8", b" \n", b"\\\n", b""))
    if random.randrange(2):
        return data.replace(b"\n", end)
    return b"".join(line.rstrip(b"\n") + random.choice((b"\n", end)) for line in _lines(data))


def change_encoding(random: Random, data: bytes) -> bytes:
    """Write the file in another encoding, with or without a mark at its start."""
    text = data.decode("utf-8", "replace").replace("-", random.choice("-–é"))
    encoding = random.choice(("utf-8-sig", "utf-16", "utf-16-be", "utf-32", "latin-1", "cp1252", "utf-7", "shift-jis"))
    return text.encode(encoding, "replace")


def mark_up(random: Random, data: bytes) -> bytes:
    """Use what YAML has and plan files refuse: anchors, tags, documents, directives, merges; or git's own marks."""
    mark = random.choice(
        (
            b"<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x\n",
            b"---\n",
            b"...\n",
            b"%YAML 1.1\n---\n",
            b"%TAG ! x\n",
            b"x: &a [1, 2]\ny: *a\n",
            b"x: &a {a: *a}\n",
            b"<<: {kind: plan}\n",
            b"!!set {a}\n",
            b"? a\n",
            b"? [a, b]\n: c\n",
            b"- - - a\n",
            b"a: b: c\n",
            b"x: !!binary aGk=\n",
            b"about: [" + b"*a," * 3_000 + b"]\n",
            b"about: " + b"[" * random.choice((90, 500, 20_000)) + b"\n",
            b"about: " + b"{a: " * random.choice((90, 500, 5_000)) + b"\n",
            b"a: " * 3_000 + b"\n",
            b"- " * 3_000 + b"\n",
            b"&a " * 3_000 + b"\n",
            b"".join(b"k%d: &a%d x\n" % (number, number) for number in range(3_000)),
            b"".join(b"k%d: x\n" % number for number in range(3_000)),
            b"title: x\n" * 3_000,
            b"about: '" + b"\n" * 3_000,
            b"about: |\n" + b"  text - text\n" * 8_000,
        )
    )
    lines = _lines(data)
    at = random.choice((0, 0, len(lines), random.randrange(len(lines))))
    return b"".join([*lines[:at], mark, *lines[at:]])


def fill(random: Random, data: bytes) -> bytes:
    """Put a very long text after a key."""
    lines = _lines(data)
    at = random.randrange(len(lines))
    quote = random.choice((b"", b"", b'"', b"'"))
    lines[at] = lines[at].rstrip(b"\r\n").split(b": ")[0] + b": " + quote + _encode(long_text(random)) + quote + b"\n"
    return b"".join(lines)


CHANGES: Final[tuple[Callable[[Random, bytes], bytes], ...]] = (
    cut_off,
    flip_bytes,
    insert_text,
    insert_text,
    replace_rest,
    replace_rest,
    move_lines,
    move_lines,
    shift_lines,
    change_line_ends,
    change_encoding,
    mark_up,
    mark_up,
    fill,
)
"""What can be changed; what is twice in the list is done twice as often."""
