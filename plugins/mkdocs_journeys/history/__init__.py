"""The history of each journey from git: dated changes in words, emotion and open pains."""

from mkdocs_journeys.history.cache import HistoryCache
from mkdocs_journeys.history.record import Event, JourneyHistory

__all__ = ["Event", "HistoryCache", "JourneyHistory"]
