"""From the journeys folder to what the site consists of, and what the rules say of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from jinja2 import Environment

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.exports.published.files import api_of, with_twins
from mkdocs_journeys.lint.engine import CheckResult, check_atlas
from mkdocs_journeys.lint.suppressions import parse_baseline, without_baselined
from mkdocs_journeys.load import Loader, load
from mkdocs_journeys.mkdocs.options import HealthOptions
from mkdocs_journeys.mkdocs.view import Reading, errors_in
from mkdocs_journeys.problem import Position, Problem, Severity
from mkdocs_journeys.site import items_of
from mkdocs_journeys.site.context import SiteContext, SiteSettings
from mkdocs_journeys.site.page import Asset, Page
from mkdocs_journeys.sources.tree import Tree

BASELINE_RULE = "health-baseline"


@dataclass(frozen=True, slots=True)
class ForPrograms:
    """What a site has beside its pages: `api` is JSON, `llms` its pages as Markdown, with links from `url`."""

    api: bool = False
    llms: bool = False
    url: str = ""


def reading_of(
    tree: Tree,
    settings: SiteSettings,
    templates: Environment,
    memory: Loader | None = None,
    programs: ForPrograms | None = None,
) -> Reading:
    """Load a tree and lay out its site. What is wrong in the files is in the reading and never raised.

    With a memory, files that it knows are not parsed again.
    """
    atlas, problems = memory.load(tree) if memory else load(tree)
    if atlas is None or errors_in(problems):
        return Reading(None, tuple(problems), tree.files)
    site = SiteContext(atlas, settings, templates)
    return Reading(tuple(_items(site, programs or ForPrograms())), tuple(problems), tree.files, site)


def _items(site: SiteContext, programs: ForPrograms) -> Iterator[Page | Asset]:
    yield from with_twins(items_of(site), site, programs.url) if programs.llms else items_of(site)
    if programs.api:
        yield from api_of(site)


@dataclass(slots=True, eq=False)
class Health:
    """What the rules say of the last good atlas: for the page *Health*, which asks when it is drawn."""

    _root: Path = Path()
    _today: date = date.min
    _loaded: tuple[Problem, ...] = ()
    _files: Mapping[str, bytes] = field(default_factory=dict)
    _known: frozenset[str] = frozenset()

    def refresh(self, wanted: HealthOptions, root: Path, today: date, reading: Reading) -> tuple[Problem, ...]:
        """Take a good reading as what is judged from now on; gives what is wrong with the baseline."""
        if reading.items is None or not wanted.shown:
            return ()
        self._root, self._today, self._loaded, self._files = root, today, reading.problems, reading.texts
        self._known, problems = _baseline(root, wanted.baseline)
        return problems

    def judged(self, atlas: Atlas) -> CheckResult:
        """What `journeys check` would list, and how much the baseline holds back."""
        found = check_atlas(atlas, self._loaded, self._files, self._root, self._today)
        new = without_baselined(found, self._files, self._known) if self._known else found
        return CheckResult(tuple(new), len(found) - len(new))


def _baseline(root: Path, name: str) -> tuple[frozenset[str], tuple[Problem, ...]]:
    if not name:
        return frozenset(), ()
    try:
        return parse_baseline((root / name).read_text("utf-8")), ()
    except OSError as error:
        said = f"The baseline of the page Health cannot be read: {error.strerror}."
    except ValueError as error:
        said = f"The baseline of the page Health cannot be read. {error}"
    hint = "Write it with `journeys check --baseline FILE --write-baseline`."
    return frozenset(), (Problem(BASELINE_RULE, Position(name, 1, 1), said, hint, Severity.WARNING),)
