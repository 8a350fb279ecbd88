"""What must hold for every run, whatever the files, the folder and the options are."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple
from xml.etree import ElementTree as ET

from fuzz.case import Case
from fuzz.running import SECONDS, Outcome

TIMES, MORE = 12, 100 * 1024**2
"""Memory: so many times the size of the files, and so many bytes more than the program takes at its start."""

FAULT: Final = 4
"""The exit code of a fault of tcplan's own."""

_CODES: Final = (0, 1, 2, 3, 5)
_EDITS: Final = ("update", "close", "add", "set", "sign", "report")
_MOST_OUTPUT: Final = (100, 5 * 1024**2)
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_DIRECTION: Final = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SERVICE: Final = re.compile(r"^(?:::|##\[)", re.MULTILINE)
_OURS: Final = re.compile(r'File ".*?/src/(tcplan/[^"]+)", line \d+,? in (\w+)')

Tree = dict[str, tuple[str, bytes]]


class Failure(NamedTuple):
    """A promise that was broken: the kind, by which failures are counted together, and what was seen."""

    kind: str
    seen: str


def broken_promises(case: Case, outcome: Outcome, before: Tree, after: Tree) -> Iterator[Failure]:
    """Everything that is wrong with a run, given the files before and after."""
    errors = outcome.stderr.decode("utf-8", "replace")
    if outcome.hung:
        how = "waits for ever" if outcome.idle else f"takes more than {SECONDS} s"
        yield Failure(f"hang {case.arguments[0]}: {how} in {_where(errors, first=True)}", f"{outcome.seconds:.0f} s")
        return
    if outcome.code not in _CODES:
        yield Failure(fault_kind(outcome.code, outcome.stderr), errors[-2000:])
    elif "Traceback (most recent call last)" in errors:
        yield Failure(f"traceback: {_sentence(errors)} in {_where(errors)}", errors[-2000:])
    allowed = TIMES * case.size + MORE
    if outcome.memory > allowed:
        seen = f"{outcome.memory / 2**20:.0f} MB beyond the start, for {case.size} bytes of files"
        yield Failure(f"memory {_command(case)}", seen)
    if len(outcome.stdout) + len(outcome.stderr) > _MOST_OUTPUT[0] * case.size + _MOST_OUTPUT[1]:
        yield Failure(f"output too long {_command(case)}", f"{len(outcome.stdout)} bytes for {case.size} of files")
    yield from _what_is_printed(case, outcome)
    yield from _what_is_changed(case, outcome, before, after)


def fault_kind(code: int, stderr: bytes) -> str:
    """An exit code that must not be, by what was said and, if there is a traceback, where."""
    errors = stderr.decode("utf-8", "replace")
    return f"exit {code}: {_sentence(errors)} in {_where(errors)}"


def read_tree(root: Path) -> Tree:
    """All there is in a folder, links unfollowed: by path, what it is and its bytes."""
    found: Tree = {}
    waiting = [root]
    while waiting:
        for path in _listed(waiting.pop()):
            name = str(path.relative_to(root))
            if path.is_symlink():
                found[name] = ("link", str(path.readlink()).encode(errors="surrogateescape"))
            elif path.is_dir():
                found[name] = ("folder", b"")
                waiting.append(path)
            else:
                found[name] = ("file", _bytes_of(path))
    return found


def _listed(folder: Path) -> list[Path]:
    with suppress(PermissionError):
        return list(folder.iterdir())
    return []


def _bytes_of(path: Path) -> bytes:
    with suppress(PermissionError):
        return path.read_bytes() if path.is_file() else b""
    return b""


def _command(case: Case) -> str:
    """The command with the options that choose an output."""
    words = case.arguments
    chosen = [words[at + 1] for at, word in enumerate(words[:-1]) if word in {"--format", "--to", "--output"}]
    flags = [word for word in words if word in {"--check", "--diff", "--fix", "--dry-run", "--answers", "--questions"}]
    return " ".join([words[0], *chosen, *flags])[:80]


def _where(errors: str, *, first: bool = False) -> str:
    """The innermost function of tcplan in a traceback; in faulthandler's, it is the first."""
    places = _OURS.findall(errors)
    if not places:
        return "?"
    file, function = places[0 if first else -1]
    return f"{file} {function}"


def _sentence(errors: str) -> str:
    """The last sentence of a failure, without what differs from case to case."""
    pattern = r"tcplan: (?!note)|\w+(?:\.\w+)*(?:Error|Exception)\b"
    lines = [line for line in errors.splitlines() if re.match(pattern, line)] or errors.split("\n")[-1:]
    said = lines[-1] or "nothing was said"
    said = re.sub(r"'[^']*'|\"[^\"]*\"|`[^`]*`", "'...'", said)
    return re.sub(r"\d+", "N", said[:120])


def _what_is_printed(case: Case, outcome: Outcome) -> Iterator[Failure]:
    """Text holds no control characters and no line that a service reads as a command; JSON and XML can be read."""
    text, errors = outcome.stdout.decode("utf-8", "replace"), outcome.stderr.decode("utf-8", "replace")
    command, patch = _command(case), "--diff" in case.arguments
    for stream, printed in (("stdout", text), ("stderr", errors)):
        if (found := _CONTROL.search(printed)) and not (
            patch and stream == "stdout" and found[0] in "\r\x85\u2028\u2029"
        ):
            yield Failure(f"control character {found[0]!a} on {stream}: {command}", _around(printed, found))
        if (found := _DIRECTION.search(printed)) and not (patch and stream == "stdout"):
            yield Failure(f"direction mark on {stream}: {command}", _around(printed, found))
        if "github" not in command and (found := _SERVICE.search(printed)) and case.arguments[0] != "render":
            yield Failure(f"command for a service on {stream}: {command}", _around(printed, found))
    if "github" in command and (wrong := re.search(r"^::(?!error|warning|notice|group|endgroup)", text, re.MULTILINE)):
        yield Failure(f"command for a service: {command}", _around(text, wrong))
    if outcome.code in {0, 1} and text and not {"-h", "--help"} & {*case.arguments}:
        yield from _what_machines_read(case, text)


def _what_machines_read(case: Case, text: str) -> Iterator[Failure]:
    words = case.arguments
    formats = [words[at + 1] for at, word in enumerate(words[:-1]) if word == "--format"]
    try:
        if formats[-1:] == ["junit"] and "--statistics" not in words:
            ET.fromstring(text)  # noqa: S314 (no bomb of ours: it is what tcplan has written)
        elif formats and formats[-1] in {"json", "sarif", "gitlab"} and not {"--diff", "--fix"} & {*words}:
            json.loads(text)
    except (ValueError, ET.ParseError) as error:
        yield Failure(f"not {formats[-1]}: {_command(case)}", f"{error}: {text[:300]!r}")


def _what_is_changed(case: Case, outcome: Outcome, before: Tree, after: Tree) -> Iterator[Failure]:
    """Reading changes nothing; an edit that fails changes nothing; nothing is left over."""
    words, old, new = case.arguments, _workspace(before), _workspace(after)
    if old == new:
        return
    changed = sorted(name for name in {*old, *new} if old.get(name) != new.get(name))
    asked_to = {"--fix", "--accept", "--decisions", "--text"} & {*words}
    writes = words[0] in _EDITS or words[0] == "fmt" or asked_to
    if not writes or {"--dry-run", "--check", "--diff", "--questions"} & {*words}:
        yield Failure(f"changed by reading: {_command(case)}", ascii(changed))
    elif words[0] in _EDITS and outcome.code:
        yield Failure(f"changed by an edit that failed ({outcome.code}): {_command(case)}", ascii(changed))
    elif words[0] in _EDITS[:-1] and len(changed) > 1:
        yield Failure(f"several files changed: {_command(case)}", ascii(changed))
    if left := sorted(set(new) ^ set(old)):
        yield Failure(f"file left or gone: {_command(case)}", ascii(left))


def _workspace(tree: Tree) -> Tree:
    """What is not in the folder for outputs."""
    return {name: one for name, one in tree.items() if not name.startswith("out/")}


def _around(text: str, found: re.Match[str]) -> str:
    return ascii(text[max(0, found.start() - 80) : found.end() + 80])
