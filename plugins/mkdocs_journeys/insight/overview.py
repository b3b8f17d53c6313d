"""The atlas at a glance."""

from dataclasses import dataclass
from datetime import date

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.coverage import Unowned, atlas_confidence, unowned
from mkdocs_journeys.insight.freshness import AgedJourney, stale_journeys
from mkdocs_journeys.insight.moments import Moment, sore_moments
from mkdocs_journeys.insight.ranking import ScoredHurt, band_counts, ranked
from mkdocs_journeys.insight.scoring import Band
from mkdocs_journeys.insight.selection import kept_journeys


@dataclass(frozen=True, slots=True)
class Overview:
    """What the home page tells; `validated` is a percent of all claims, None where there are none.

    What hurts or wants care comes in full, the worst first; of the most `urgent` pains, as many as asked for.
    """

    journeys: int
    personas: int
    open_pains: dict[Band, int]
    sore_moments: tuple[Moment, ...]
    unowned: tuple[Unowned, ...]
    stale: tuple[AgedJourney, ...]
    validated: float | None
    urgent: tuple[ScoredHurt, ...]


def overview(atlas: Atlas, today: date, urgent: int = 5) -> Overview:
    """The figures, and the `urgent` most urgent open pains. Retired journeys do not count."""
    pains = ranked(atlas)
    return Overview(
        journeys=len(kept_journeys(atlas)),
        personas=len(atlas.personas),
        open_pains=band_counts(pains),
        sore_moments=tuple(sore_moments(atlas)),
        unowned=tuple(unowned(atlas)),
        stale=tuple(stale_journeys(atlas, today)),
        validated=atlas_confidence(atlas).percent("validated"),
        urgent=tuple(pains[:urgent]),
    )
