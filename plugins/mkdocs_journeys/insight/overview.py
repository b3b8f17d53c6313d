"""The atlas at a glance."""

from dataclasses import dataclass
from datetime import date

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.coverage import atlas_confidence, unowned
from mkdocs_journeys.insight.freshness import stale_journeys
from mkdocs_journeys.insight.moments import sore_moments
from mkdocs_journeys.insight.ranking import ScoredHurt, band_counts, ranked
from mkdocs_journeys.insight.scoring import Band
from mkdocs_journeys.insight.selection import kept_journeys


@dataclass(frozen=True, slots=True)
class Overview:
    """The figures of the home page; `validated` is a percent of all claims, None where there are none."""

    journeys: int
    personas: int
    open_pains: dict[Band, int]
    sore_moments: int
    unowned: int
    stale: int
    validated: float | None
    urgent: tuple[ScoredHurt, ...]


def overview(atlas: Atlas, today: date, urgent: int = 5) -> Overview:
    """The figures, and the `urgent` most urgent open pains. Retired journeys do not count."""
    pains = ranked(atlas)
    return Overview(
        journeys=len(kept_journeys(atlas)),
        personas=len(atlas.personas),
        open_pains=band_counts(pains),
        sore_moments=len(sore_moments(atlas)),
        unowned=len(unowned(atlas)),
        stale=len(stale_journeys(atlas, today)),
        validated=atlas_confidence(atlas).percent("validated"),
        urgent=tuple(pains[:urgent]),
    )
