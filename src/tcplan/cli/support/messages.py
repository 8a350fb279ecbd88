"""Messages about a run, on standard error."""

import sys

from tcplan.values.plain_text import clean, one_line


def print_error(message: str, hint: str) -> None:
    """Print why a run cannot go on, and what to do; nothing if standard error cannot be written."""
    try:
        sys.stderr.write(f"tcplan: {one_line(message)}\n" + (f"help: {_on_one_line(hint)}\n" if hint else ""))
        sys.stderr.flush()
    except OSError:
        return  # there is no other place to print it; the exit code still says that something is wrong


def _on_one_line(hint: str) -> str:
    """A hint on one line; its spaces stay, because a command in it may have a name with two of them."""
    return " ".join(clean(hint).split("\n"))


def reader_is_gone() -> bool:
    """Whether nobody reads standard output any more (`entry.PipeOutput`): what only waits to print more can end."""
    return bool(getattr(getattr(getattr(sys.stdout, "buffer", None), "raw", None), "is_gone", False))
