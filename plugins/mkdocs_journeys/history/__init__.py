"""What git tells: the history of each journey in words, the days of deliveries, and releases."""

from mkdocs_journeys.history.deliveries import DeliveredItem, DeliveryCache
from mkdocs_journeys.history.pains import PainHistory, pain_histories
from mkdocs_journeys.history.record import Event, JourneyHistory
from mkdocs_journeys.history.releases import Release, releases_of
from mkdocs_journeys.history.versions import HistoryCache

__all__ = [
    "DeliveredItem",
    "DeliveryCache",
    "Event",
    "HistoryCache",
    "JourneyHistory",
    "PainHistory",
    "Release",
    "pain_histories",
    "releases_of",
]
