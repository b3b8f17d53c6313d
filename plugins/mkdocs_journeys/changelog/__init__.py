"""Release notes for people: what changed for customers between two states, in words that need no YAML."""

from mkdocs_journeys.changelog.notes import ReleaseNotes, TimePoint, release_notes
from mkdocs_journeys.changelog.scope import NotesScope
from mkdocs_journeys.changelog.states import LoadedStates, load_states

__all__ = ["LoadedStates", "NotesScope", "ReleaseNotes", "TimePoint", "load_states", "release_notes"]
