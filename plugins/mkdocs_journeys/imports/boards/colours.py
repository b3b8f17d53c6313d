"""Colours of notes: by name or number to `#rrggbb`, and to the few families that people mean by them."""

import re
from collections.abc import Mapping
from colorsys import rgb_to_hsv
from functools import lru_cache

NAMED: Mapping[str, str] = {
    "gray": "#f5f6f8",
    "grey": "#e0e0e0",
    "light_yellow": "#fff9b1",
    "yellow": "#f5d128",
    "orange": "#ff9d48",
    "light_green": "#d5f692",
    "green": "#c9df56",
    "dark_green": "#93d275",
    "cyan": "#67c6c0",
    "light_pink": "#ffcee0",
    "pink": "#ea94bb",
    "violet": "#be88c7",
    "purple": "#be88c7",
    "light_violet": "#d9c2f0",
    "red": "#f16c7f",
    "light_red": "#ffc9c9",
    "light_blue": "#a6ccf5",
    "blue": "#6cd8fa",
    "dark_blue": "#9ea9ff",
    "black": "#000000",
    "white": "#ffffff",
}
"""Colours that programs call by name, as they are drawn."""
_HEX = re.compile(r"#?([0-9a-fA-F]{6})(?:[0-9a-fA-F]{2})?\Z")
_SHORT = re.compile(r"#([0-9a-fA-F])([0-9a-fA-F])([0-9a-fA-F])\Z")
_HUES = ((15, "red"), (40, "orange"), (65, "yellow"), (165, "green"), (195, "cyan"), (250, "blue"), (300, "violet"),
         (345, "pink"), (361, "red"))  # fmt: skip
PALE = 0.1
"""Up to how much of a hue a colour counts as white, grey or black."""


def hex_of(colour: str) -> str:
    """A colour as `#rrggbb`; "" for none, and for what is no colour."""
    if found := _HEX.match(colour):
        return f"#{found[1].lower()}"
    if found := _SHORT.match(colour):
        return "#" + "".join(2 * digit for digit in found.groups()).lower()
    return NAMED.get(colour.strip().lower().replace("-", "_").replace(" ", "_"), "")


@lru_cache(maxsize=1024)
def family_of(colour: str) -> str:
    """What people would call a colour: red, pink, green …; "" for white, grey, black and none."""
    if not colour:
        return ""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, saturation, value = rgb_to_hsv(red, green, blue)
    if saturation < PALE or value < 0.2:
        return ""
    return next(name for end, name in _HUES if 360 * hue < end)
