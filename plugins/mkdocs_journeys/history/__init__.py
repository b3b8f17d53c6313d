"""What became of each journey over time, as git holds it: dated changes in words, emotion and open pains."""

from mkdocs_journeys.history.keeper import Keeper
from mkdocs_journeys.history.record import Event, Record

__all__ = ["Event", "Keeper", "Record"]
