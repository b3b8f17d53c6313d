"""The colours of the site for programs without style sheets, as `#rrggbb`."""

from collections.abc import Mapping

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.scoring import Band
from mkdocs_journeys.site.assets import HUES

INK, SOFT, LINE, STRONG_LINE, SURFACE = "#1d2129", "#565f6d", "#e1e4ea", "#8a93a1", "#f6f7fa"
ACCENT, ACCENT_PALE = "#3f51b5", "#eceffb"
EMOTION: Mapping[int, str] = {-2: "#b3261e", -1: "#a84b06", 0: "#565f6d", 1: "#41690c", 2: "#126c34"}
EMOTION_PALE: Mapping[int, str] = {-2: "#fbe0e0", -1: "#fde9d3", 0: "#eff1f4", 1: "#e6f3d8", 2: "#d5efe0"}
"""The strong and the pale colour of each level of emotion."""
BAND: Mapping[Band, str] = {"high": "#b3261e", "medium": "#a84b06", "low": "#565f6d"}
BAND_PALE: Mapping[Band, str] = {"high": "#fbe0e0", "medium": "#fde9d3", "low": "#eff1f4"}
"""The strong and the pale colour of each band of scores."""


def stage_colours(atlas: Atlas) -> Mapping[str, str]:
    """The colour of each stage of the lifecycle by id: its own, else one of the site's in turn."""
    return {one.id: one.colour or HUES[at % len(HUES)] for at, one in enumerate(atlas.catalog.stages)}


def mixed(colour: str, other: str, share: float) -> str:
    """A colour with a share of another, from 0 to 1."""
    pairs = ((int(colour[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in pairs)


def pale(colour: str, share: float = 0.86) -> str:
    """A colour with that share of white, as a ground for dark letters."""
    return mixed(colour, "#ffffff", share)


def dark(colour: str, share: float = 0.28) -> str:
    """A colour with that share of black, as letters on a pale ground."""
    return mixed(colour, "#000000", share)
