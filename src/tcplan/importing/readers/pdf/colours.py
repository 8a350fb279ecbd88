"""The colours of a PDF file as `rrggbb`."""

from typing import Any, Final

_GREY, _RGB, _CMYK = 1, 3, 4
_NEAR: Final = 24


def read_colour(colour: Any) -> str:  # noqa: ANN401 - whatever the file holds
    """A colour by the number of its parts: grey, red, green and blue, or inks; empty for patterns."""
    parts = list(colour) if isinstance(colour, list | tuple) else [colour]
    if not all(isinstance(part, int | float) for part in parts):
        return ""
    values = [min(1.0, max(0.0, float(part))) for part in parts]
    if len(values) == _GREY:
        return _write_colour(values * 3)
    if len(values) == _RGB:
        return _write_colour(values)
    if len(values) == _CMYK:
        return _write_colour([(1 - ink) * (1 - values[3]) for ink in values[:3]])
    return ""


def is_grey(colour: str) -> bool:
    """Whether it is black, white, a grey, or nothing."""
    if not colour:
        return True
    parts = [int(colour[at : at + 2], 16) for at in (0, 2, 4)]
    return max(parts) - min(parts) < _NEAR


def _write_colour(parts: list[float]) -> str:
    return "".join(f"{round(part * 255):02x}" for part in parts)
