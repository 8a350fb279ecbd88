"""Colours as style sheets and old attributes write them."""

import colorsys
import re
from functools import cache
from typing import Final

_NAMES: Final = {
    "black": "000000",
    "white": "ffffff",
    "grey": "808080",
    "gray": "808080",
    "silver": "c0c0c0",
    "darkgrey": "a9a9a9",
    "darkgray": "a9a9a9",
    "lightgrey": "d3d3d3",
    "lightgray": "d3d3d3",
    "dimgray": "696969",
    "dimgrey": "696969",
    "gainsboro": "dcdcdc",
    "whitesmoke": "f5f5f5",
    "red": "ff0000",
    "darkred": "8b0000",
    "firebrick": "b22222",
    "crimson": "dc143c",
    "maroon": "800000",
    "indianred": "cd5c5c",
    "lightcoral": "f08080",
    "salmon": "fa8072",
    "tomato": "ff6347",
    "orangered": "ff4500",
    "orange": "ffa500",
    "darkorange": "ff8c00",
    "gold": "ffd700",
    "goldenrod": "daa520",
    "yellow": "ffff00",
    "khaki": "f0e68c",
    "lightyellow": "ffffe0",
    "moccasin": "ffe4b5",
    "peachpuff": "ffdab9",
    "coral": "ff7f50",
    "green": "008000",
    "lime": "00ff00",
    "limegreen": "32cd32",
    "darkgreen": "006400",
    "forestgreen": "228b22",
    "lightgreen": "90ee90",
    "palegreen": "98fb98",
    "seagreen": "2e8b57",
    "mediumseagreen": "3cb371",
    "springgreen": "00ff7f",
    "yellowgreen": "9acd32",
    "lawngreen": "7cfc00",
    "olive": "808000",
    "teal": "008080",
    "blue": "0000ff",
    "navy": "000080",
    "darkblue": "00008b",
    "mediumblue": "0000cd",
    "royalblue": "4169e1",
    "dodgerblue": "1e90ff",
    "deepskyblue": "00bfff",
    "skyblue": "87ceeb",
    "lightskyblue": "87cefa",
    "lightblue": "add8e6",
    "steelblue": "4682b4",
    "cornflowerblue": "6495ed",
    "powderblue": "b0e0e6",
    "aqua": "00ffff",
    "cyan": "00ffff",
    "turquoise": "40e0d0",
    "lightcyan": "e0ffff",
    "aliceblue": "f0f8ff",
    "purple": "800080",
    "indigo": "4b0082",
    "violet": "ee82ee",
    "fuchsia": "ff00ff",
    "magenta": "ff00ff",
    "pink": "ffc0cb",
    "lightpink": "ffb6c1",
    "hotpink": "ff69b4",
    "lavender": "e6e6fa",
    "plum": "dda0dd",
    "brown": "a52a2a",
    "sienna": "a0522d",
    "chocolate": "d2691e",
    "tan": "d2b48c",
    "beige": "f5f5dc",
    "ivory": "fffff0",
    "linen": "faf0e6",
    "wheat": "f5deb3",
}
"""The names that people use; the rest of the 148 names of the standard are not met in plans."""


def read_css_colour(text: str) -> str:
    """The first colour in a value such as `#0b5` or `url(x) rgb(0, 128, 0)`, as `rrggbb`; empty for none.

    A colour through which the ground is seen is mixed with white.
    """
    if not text:
        return ""
    for found in _colour_pattern().finditer(text.lower()):
        name, digits, function, inner = found.groups()
        colour = _NAMES.get(name, "") if name else _read_digits(digits) if digits else _read_function(function, inner)
        if colour:
            return colour
    return ""


def _read_digits(digits: str) -> str:
    if len(digits) in {3, 4}:
        return "".join(digit * 2 for digit in digits[:3])
    return digits[:6] if len(digits) in {6, 8} else ""


def _read_function(function: str, inner: str) -> str:
    numbers = [(float(number), unit) for number, unit in _number_pattern().findall(inner)]
    if len(numbers) < 3:  # noqa: PLR2004 - red, green and blue
        return ""
    alpha = _share(numbers[3]) if len(numbers) > 3 else 1.0  # noqa: PLR2004 - and how much of it is seen
    if function.startswith("hsl"):
        hue, saturation, lightness = numbers[0][0] / 360 % 1, _share(numbers[1]), _share(numbers[2])
        channels = [one * 255 for one in colorsys.hls_to_rgb(hue, lightness, saturation)]
    else:
        channels = [_share(one) * 255 if one[1] else one[0] for one in numbers[:3]]
    mixed = (one * alpha + 255 * (1 - alpha) for one in channels)
    return "" if not alpha else bytes(max(0, min(255, round(one))) for one in mixed).hex()


def _share(number: tuple[float, str]) -> float:
    value, unit = number
    return max(0.0, min(1.0, value / 100 if unit else value))


@cache
def _colour_pattern() -> re.Pattern[str]:
    return re.compile(r"\b([a-z]{3,16})\b(?!\()|#([0-9a-f]{3,8})\b|\b(rgba?|hsla?)\(([^)]{0,60})\)")


@cache
def _number_pattern() -> re.Pattern[str]:
    return re.compile(r"(-?[0-9]*\.?[0-9]+)(%?)")
