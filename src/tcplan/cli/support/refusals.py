"""Why a run cannot go on, with the same command once more, complete, for one of the files that it could name."""

import shlex
import sys
from collections.abc import Sequence
from typing import Final

from tcplan.cli.support.messages import print_error
from tcplan.errors import TcplanError
from tcplan.values.printed_command import can_be_printed

PATH_AFTER: Final = {
    **dict.fromkeys(("status", "list", "due", "owners", "report", "undo", "site", "trajectory", "validate", "fmt"), 0),
    **dict.fromkeys(("ready", "render", "sign", "verify"), 1),
    "answer": 2,
    "close-review": 1,
}
"""The commands whose path is an argument, with the number of arguments before it; the others have `--in`."""

_IN: Final = "--in"
WITH_VALUES: Final = frozenset(
    {
        *("--about", "--answers", "--as", "--as-of", "--by", "--changed-since", "--date", "--decisions", "--due"),
        *("--due-within", "--end", "--evidence", "--fail-on", "--format", "--from", "--id", "--ignore", "--in"),
        *(
            "--internal",
            "--into",
            "--kind",
            "--lead",
            "--map",
            "--match",
            "--meeting",
            "--name",
            "--note",
            "--output",
            "--owner",
        ),
        *(
            "--pillar",
            "--priority",
            "--profile",
            "--questions",
            "--rag",
            "--reading",
            "--reply-by",
            "--report",
            "--reviewed",
        ),
        *(
            "--reviews",
            "--role",
            "--select",
            "--since",
            "--sort",
            "--source",
            "--start",
            "--stdin-filename",
            "--submits",
            "--text",
            "--block",
            "--from",
            "--reply-by",
            "--review",
        ),
        *("--success", "--target", "--theme", "--title", "--to", "--under", "--why", "--within", "-o"),
    }
)
"""The options of all commands that are followed by a value."""


def print_refusal(error: TcplanError) -> None:
    """Print why a run cannot go on, and how to name what it could be about."""
    words = sys.argv[1:]
    # A command is printed only if it can be typed as it stands: a name may hold what no terminal shows.
    choice = next((one for one in error.choices if can_be_printed([one, *words])), None)
    command = command_naming(words, choice) if choice else ""
    print_error(error.message, f"{error.hint}: run `{command}`" if command else error.hint)


def command_naming(arguments: Sequence[str], path: str) -> str:
    """The command of a run with another path, as it can be typed; empty for a command that takes none."""
    command, *rest = arguments or [""]
    if command in PATH_AFTER:
        places = [place for place in range(len(rest)) if _is_argument(rest, place)]
        old = places[PATH_AFTER[command]] if len(places) > PATH_AFTER[command] else len(rest)
        return shlex.join(["tcplan", command, *rest[:old], path, *rest[old + 1 :]])
    if not command or command.startswith("-"):
        return ""
    kept = [one for place, one in enumerate(rest) if one != _IN and rest[place - 1 : place] != [_IN]]
    kept = [one for one in kept if not one.startswith(f"{_IN}=")]
    return shlex.join(["tcplan", command, *kept, _IN, path])


def _is_argument(words: Sequence[str], place: int) -> bool:
    """Whether a word is neither an option nor the value of one."""
    before = words[place - 1] if place else ""
    return before not in WITH_VALUES and (not words[place].startswith("-") or words[place] == "-")
