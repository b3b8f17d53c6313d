"""How long ago somebody last looked: reviews against the review policy, evidence past its date."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.selection import kept_journeys
from mkdocs_journeys.model import Catalog, Evidence, Journey

State = Literal["fresh", "due", "stale", "never"]
DUE_SHARE = 0.8
"""A review falls due when this much of the time allowed has passed."""


@dataclass(frozen=True, slots=True)
class Freshness:
    """The age of a review."""

    state: State
    words: str


@dataclass(frozen=True, slots=True)
class AgedJourney:
    """A journey and the age of its review."""

    journey: Journey
    freshness: Freshness


def freshness_of(reviewed: date | None, max_age_days: int, today: date) -> Freshness:
    """The age of a review against the days that the policy allows."""
    words = age_in_words(reviewed, today)
    if reviewed is None:
        return Freshness("never", words)
    days = (today - reviewed).days
    state: State = "stale" if days > max_age_days else "due" if days > max_age_days * DUE_SHARE else "fresh"
    return Freshness(state, words)


def journey_freshness(journey: Journey, catalog: Catalog, today: date) -> Freshness:
    """The age of a journey's review against the catalog's policy."""
    return freshness_of(journey.reviewed, catalog.review.max_age_days, today)


def stale_journeys(atlas: Atlas, today: date) -> list[AgedJourney]:
    """Journeys, not retired, that are stale or were never reviewed: these first, then the oldest."""
    aged = (AgedJourney(journey, fresh) for journey, fresh in _aged(atlas, today))
    stale = [item for item in aged if item.freshness.state in ("stale", "never")]
    return sorted(stale, key=lambda item: item.journey.reviewed or date.min)


def age_in_words(reviewed: date | None, today: date) -> str:
    """ "reviewed 51 days ago", "reviewed today", "never reviewed"; a date ahead of today is said to be so."""
    if reviewed is None:
        return "never reviewed"
    days = (today - reviewed).days
    if days < 0:
        return f"review dated {_days(-days)} ahead"
    return {0: "reviewed today", 1: "reviewed yesterday"}.get(days, f"reviewed {_days(days)} ago")


def is_expired(evidence: Evidence, today: date) -> bool:
    """Whether the day until which a study holds has passed."""
    return evidence.expires is not None and evidence.expires < today


def _aged(atlas: Atlas, today: date) -> Iterable[tuple[Journey, Freshness]]:
    journeys = kept_journeys(atlas)
    return ((journey, journey_freshness(journey, atlas.catalog, today)) for journey in journeys)


def _days(days: int) -> str:
    return "1 day" if days == 1 else f"{days} days"
