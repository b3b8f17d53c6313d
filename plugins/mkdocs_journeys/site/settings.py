"""What the host tells the site."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.history import JourneyHistory
from mkdocs_journeys.lint.judging import Judged


def nothing(atlas: Atlas) -> Mapping[Any, Any]:
    """What a site shows of its past where nobody knows it."""
    return {}


@dataclass(frozen=True, slots=True)
class Settings:
    """`today` is the day that ages are counted from; `templates_dir` holds templates that override ours.

    `edit` gives the address at which a file (relative to the project's root) is edited, None for nowhere; `line`
    that at which a line of it is shown.
    `changes` gives the parts of the overlay of a preview (see `site.changes.lookup`), `history` the history of
    journeys by id, `health` what the rules find; without it the site has no page of its health, and none of rules.
    All three are asked through `World.once`, and stay the same functions from build to build.
    """

    today: date
    directory_urls: bool = True
    home_uri: str = "index.md"
    templates_dir: str | None = None
    edit: Callable[[str], str | None] = lambda path: None
    line: Callable[[str, int], str | None] = lambda path, line: None
    changes: Callable[[Atlas], Mapping[tuple[str, ...], Any]] = nothing
    history: Callable[[Atlas], Mapping[str, JourneyHistory]] = nothing
    health: Callable[[Atlas], Judged] | None = None
