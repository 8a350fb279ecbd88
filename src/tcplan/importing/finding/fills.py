"""The colours of cells: which hue each is, so that a column of states is told from a striped table."""

import colorsys
from collections.abc import Iterable
from functools import lru_cache

_LEAST_SATURATION = 0.2
_LEAST_VALUE = 0.35
_HUES = (("red", 20), ("amber", 68), ("green", 170), ("blue", 255), ("purple", 320), ("red", 361))
"""Each colour with the degree of the colour circle where it ends."""


@lru_cache(maxsize=2000)
def hue_of(fill: str) -> str:
    """The name of the hue of a colour; empty for grey, white, black and what is too pale to tell."""
    try:
        parts = [int(fill[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    except ValueError:
        return ""
    hue, saturation, value = colorsys.rgb_to_hsv(*parts)
    if saturation < _LEAST_SATURATION or value < _LEAST_VALUE:
        return ""
    return next(name for name, end in _HUES if hue * 360 < end)


def are_states(fills: Iterable[str]) -> bool:
    """Whether colours can be states: several hues, one of them red, amber or green."""
    hues = {hue_of(fill) for fill in fills} - {""}
    return len(hues) > 1 and bool(hues & {"red", "amber", "green"})
