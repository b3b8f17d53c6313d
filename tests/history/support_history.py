"""The history of a repository, as text."""

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff.sentences import Quote
from mkdocs_journeys.history import Event, HistoryCache, JourneyHistory
from mkdocs_journeys.load import load
from mkdocs_journeys.sources.worktree import worktree
from support.repositories import Repository


def atlas_of(repository: Repository) -> Atlas:
    """The atlas in the work tree."""
    atlas, problems = load(worktree(repository.root))
    assert atlas, problems
    return atlas


def record(repository: Repository, journey: str = "buy") -> JourneyHistory:
    """The history of a journey, by a keeper that remembers nothing."""
    return HistoryCache().histories(repository.root, "journeys", atlas_of(repository)).get(journey, JourneyHistory())


def said(event: Event) -> list[str]:
    """The sentences of an event as text."""
    return ["".join(one.text if isinstance(one, Quote) else one for one in change.words) for change in event.changes]
