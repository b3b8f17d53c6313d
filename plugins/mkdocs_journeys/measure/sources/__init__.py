"""From a source of measure.yml to a table of one of the shapes, whatever wrote its files or holds its rows."""

from mkdocs_journeys.measure.sources.errors import SourceError
from mkdocs_journeys.measure.sources.mapping import shape_of
from mkdocs_journeys.measure.sources.opening import Opened, normalised, open_source
from mkdocs_journeys.measure.sources.presets import PRESETS, Preset, preset_of

__all__ = ["PRESETS", "Opened", "Preset", "SourceError", "normalised", "open_source", "preset_of", "shape_of"]
