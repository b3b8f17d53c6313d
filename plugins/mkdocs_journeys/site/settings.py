"""Settings that the host gives the site."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.history import JourneyHistory
from mkdocs_journeys.lint.engine import CheckResult


def nothing(atlas: Atlas) -> Mapping[Any, Any]:
    """An empty mapping: the default source of changes and of history."""
    return {}


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """`today` is the day that ages are counted from; `templates_dir` holds templates that override ours.

    `edit` gives the address at which a file (relative to the project's root) is edited, None for nowhere; `line`
    that at which a line of it is shown.
    `changes` gives the parts of the overlay of a preview (see `site.changes.page`), `history` the history of
    journeys by id, `health` the findings of the rules; without it the site has no pages of health and rules.
    All three are called through `SiteContext.cached`, and stay the same functions from build to build.
    """

    today: date
    directory_urls: bool = True
    home_uri: str = "index.md"
    templates_dir: str | None = None
    edit: Callable[[str], str | None] = lambda path: None
    line: Callable[[str, int], str | None] = lambda path, line: None
    changes: Callable[[Atlas], Mapping[tuple[str, ...], Any]] = nothing
    history: Callable[[Atlas], Mapping[str, JourneyHistory]] = nothing
    health: Callable[[Atlas], CheckResult] | None = None
