"""The history of each journey from git: dated changes in words, emotion and open pains."""

from mkdocs_journeys.history.record import Event, JourneyHistory
from mkdocs_journeys.history.versions import HistoryCache

__all__ = ["Event", "HistoryCache", "JourneyHistory"]
