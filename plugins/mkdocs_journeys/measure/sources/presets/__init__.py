"""What is known of the exports of other programs: a preset for each."""

from mkdocs_journeys.measure.sources.presets.billing import BILLING
from mkdocs_journeys.measure.sources.presets.events import EVENTS
from mkdocs_journeys.measure.sources.presets.feedback import FEEDBACK
from mkdocs_journeys.measure.sources.presets.preset import Preset
from mkdocs_journeys.model.measuring.sources import DataSource, PresetName

PRESETS: dict[PresetName, Preset] = {**EVENTS, **FEEDBACK, **BILLING}


def preset_of(source: DataSource) -> Preset | None:
    """The preset that a source names."""
    return PRESETS[source.preset] if source.preset else None


__all__ = ["PRESETS", "Preset", "preset_of"]
