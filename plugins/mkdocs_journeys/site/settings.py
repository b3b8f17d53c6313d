"""Settings that the host gives the site."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.history import JourneyHistory
from mkdocs_journeys.lint.engine import CheckResult

if TYPE_CHECKING:
    from mkdocs_journeys.site.changes import Overlay


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """`today` is the day that ages are counted from; `templates_dir` holds templates that override ours.

    `edit` gives the address at which a file (relative to the project's root) is edited, None for nowhere; `line`
    that at which a line of it is shown.
    `changes` gives the overlay of a preview, None for a site that is not compared, `history` the history of
    journeys by id, `health` the findings of the rules; without it the site has no pages of health and rules.
    All three are called through `SiteContext.cached`, and stay the same functions from build to build.
    """

    today: date
    directory_urls: bool = True
    home_uri: str = "index.md"
    templates_dir: str | None = None
    edit: Callable[[str], str | None] = lambda path: None
    line: Callable[[str, int], str | None] = lambda path, line: None
    changes: Callable[[Atlas], "Overlay | None"] = lambda atlas: None
    history: Callable[[Atlas], Mapping[str, JourneyHistory]] = lambda atlas: {}
    health: Callable[[Atlas], CheckResult] | None = None
