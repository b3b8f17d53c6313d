"""How well an atlas is known and cared for: confidence shares, missing owners, age of reviews, and the overview."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from mkdocs_journeys.atlas import Atlas, LocatedPain
from mkdocs_journeys.insight.emotion import Moment, painful_moments
from mkdocs_journeys.insight.scoring import Band, ScoredPain, band_counts, ranked_pains
from mkdocs_journeys.insight.selection import is_present, maintained_journeys, present_journeys
from mkdocs_journeys.model import Catalog, Evidence, Journey, Step
from mkdocs_journeys.model.scales import Confidence
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import ngettext

ReviewState = Literal["fresh", "due", "stale", "never"]
DUE_SHARE = 0.8
"""A review falls due when this share of the time allowed has passed."""


@dataclass(frozen=True, slots=True)
class ConfidenceShares:
    """The number of claims (steps and pains) by confidence."""

    validated: int
    inferred: int
    assumed: int

    @property
    def total(self) -> int:
        """All claims."""
        return self.validated + self.inferred + self.assumed

    def percent(self, word: Confidence) -> float | None:
        """The share of one confidence, 0 to 100; None without claims."""
        count: int = getattr(self, word)
        return count / self.total * 100 if self.total else None


@dataclass(frozen=True, slots=True)
class Unowned:
    """A thing without an owner. `weight` is the number of steps that use a touchpoint, or the score of a pain."""

    kind: Literal["journey", "touchpoint", "pain"]
    id: str
    name: str
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Freshness:
    """The state of a review and its age in days, None where there was none."""

    state: ReviewState
    days: int | None

    @property
    def words(self) -> str:
        """ "reviewed 51 days ago", "reviewed today", "never reviewed"; of a future day "review dated 2 days ahead"."""
        if self.days is None:
            return _("never reviewed")
        if self.days < 0:
            return ngettext("review dated %(num)s day ahead", "review dated %(num)s days ahead", -self.days)
        if self.days < 2:
            return _("reviewed yesterday") if self.days else _("reviewed today")
        return ngettext("reviewed %(num)s day ago", "reviewed %(num)s days ago", self.days)


@dataclass(frozen=True, slots=True)
class Overview:
    """Key figures of the home page; `validated` is a percent of all claims, None without any.

    Moments, unowned and stale things come in full, the worst first; the most `urgent` pains up to a limit.
    """

    journeys: int
    personas: int
    open_pains: dict[Band, int]
    painful_moments: tuple[Moment, ...]
    unowned: tuple[Unowned, ...]
    stale: tuple[tuple[Journey, Freshness], ...]
    validated: float | None
    urgent: tuple[ScoredPain, ...]


def journey_confidence(atlas: Atlas, journey: Journey) -> ConfidenceShares:
    """The shares of the steps of a journey and of the pains in it."""
    return _shares(journey.steps, atlas.pains_of_journey.get(journey.id, []))


def atlas_confidence(atlas: Atlas) -> ConfidenceShares:
    """The shares over all present journeys; a pain in several of them counts once."""
    journeys = present_journeys(atlas)
    located = [located for journey in journeys for located in atlas.pains_of_journey.get(journey.id, [])]
    pains = _shares((), {located.pain.id: located for located in located}.values())
    stated = Counter(place.step.believed for place in atlas.steps_having("confidence") if is_present(place.journey))
    evident = sum(not place.step.confidence and is_present(place.journey) for place in atlas.steps_having("evidence"))
    steps = sum(len(atlas.places[journey.id]) for journey in journeys)
    return ConfidenceShares(
        pains.validated + stated["validated"],
        pains.inferred + stated["inferred"] + evident,
        pains.assumed + steps - stated["validated"] - stated["inferred"] - evident,
    )


def unowned(atlas: Atlas) -> list[Unowned]:
    """Journeys not retired, live touchpoints and, by urgency, open pains that no team owns."""
    journeys = [
        Unowned("journey", journey.id, journey.title) for journey in maintained_journeys(atlas) if journey.owner is None
    ]
    touchpoints = [
        Unowned("touchpoint", one.id, one.name, len(atlas.places_of_touchpoint.get(one.id, ())))
        for one in atlas.catalog.touchpoints
        if one.status == "live" and one.team is None
    ]
    pains = [
        Unowned("pain", item.pain.id, item.pain.title, item.score.shown)
        for item in ranked_pains(atlas)
        if item.pain.owner is None
    ]
    return [*journeys, *touchpoints, *pains]


def freshness_of(reviewed: date | None, max_age_days: int, today: date) -> Freshness:
    """The age of a review against the days that the policy allows."""
    if reviewed is None:
        return Freshness("never", None)
    days = (today - reviewed).days
    state: ReviewState = "stale" if days > max_age_days else "due" if days > max_age_days * DUE_SHARE else "fresh"
    return Freshness(state, days)


def journey_freshness(journey: Journey, catalog: Catalog, today: date) -> Freshness:
    """The age of a journey's review against the catalog's policy."""
    return freshness_of(journey.reviewed, catalog.review.max_age_days, today)


def stale_journeys(atlas: Atlas, today: date) -> list[tuple[Journey, Freshness]]:
    """Journeys not retired that are stale or were never reviewed: these first, then the oldest."""
    journeys = sorted(maintained_journeys(atlas), key=lambda journey: journey.reviewed or date.min)
    aged = [(journey, journey_freshness(journey, atlas.catalog, today)) for journey in journeys]
    return [(journey, age) for journey, age in aged if age.state in ("stale", "never")]


def is_expired(evidence: Evidence, today: date) -> bool:
    """True if the study's expiry date has passed."""
    return evidence.expires is not None and evidence.expires < today


def overview(atlas: Atlas, today: date, urgent: int = 5) -> Overview:
    """The key figures, with the `urgent` most urgent open pains. Retired journeys do not count."""
    pains = ranked_pains(atlas)
    return Overview(
        journeys=len(maintained_journeys(atlas)),
        personas=len(atlas.personas),
        open_pains=band_counts(pains),
        painful_moments=tuple(painful_moments(atlas)),
        unowned=tuple(unowned(atlas)),
        stale=tuple(stale_journeys(atlas, today)),
        validated=atlas_confidence(atlas).percent("validated"),
        urgent=tuple(pains[:urgent]),
    )


def _shares(steps: Iterable[Step], located: Iterable[LocatedPain]) -> ConfidenceShares:
    believed = [step.believed for step in steps] + [located.pain.believed for located in located]
    return ConfidenceShares(believed.count("validated"), believed.count("inferred"), believed.count("assumed"))
