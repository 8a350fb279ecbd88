"""Keys that stand a second time in one mapping; YAML itself would take the last without a word."""

from collections.abc import Iterator

from tcplan.findings import codes
from tcplan.findings.finding import Problem
from tcplan.yaml_reader.frame import Frame


def repeated_keys(frame: Frame) -> Iterator[Problem]:
    """A problem for each; in a list item a single one for several, since they are those of the item that follows."""
    key, span = frame.repeated[0]
    if len(frame.repeated) > 1 and frame.path and isinstance(frame.path[-1], int):
        says = f"`{_one_line(key)}` and {len(frame.repeated) - 1} more keys stand a second time in one item"
        help_text = "if a new item begins here, begin its first line with `- `, and give it its id"
        also = (*frame.path, key)
        yield Problem(codes.DUPLICATE_KEY, frame.path, says, help_text, span=span, also=also, also_says="the first")
        return
    for key, span in frame.repeated:
        path = (*frame.path, key)
        says = f"`{_one_line(key)}` stands here a second time; only the first is read"
        help_text = "delete one of the two, or move the second to the item it belongs to"
        yield Problem(codes.DUPLICATE_KEY, path, says, help_text, span=span, also=path, also_says="the first")


def _one_line(key: str) -> str:
    return " ".join(key.split())
