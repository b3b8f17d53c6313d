"""What a build shows: the atlas, or the last good one below a banner with the located problems."""

import logging
import re
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from mkdocs_journeys.codeframe import frame, lines_of
from mkdocs_journeys.problem import Problem, Severity
from mkdocs_journeys.site import PAGE_KINDS
from mkdocs_journeys.site.context import SiteContext
from mkdocs_journeys.site.navigation import NavGroup, nav_groups
from mkdocs_journeys.site.page import Asset, Page, Section
from mkdocs_journeys.site.rendering.environment import environment, render
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.wording import counted, terminal_safe

log = get_plugin_logger(__name__)

LISTED = 10
"""Problems named by the error that ends a build."""
SHOWN = 20
"""Problems shown by a banner."""
LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.INFO: logging.INFO}
MARK = "journeys-problems-title"
"""The id inside every banner, by which a finished page is known to have one."""
_BODY_START = re.compile(r"<body\b[^>]*>", re.I)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the journeys folder said: `items` are pages and assets, None where a mistake forbids them.

    `texts` are the files' bytes by path, `site` is what the pages are drawn from.
    """

    items: tuple[Page | Asset, ...] | None
    problems: tuple[Problem, ...] = ()
    texts: Mapping[str, bytes] = field(default_factory=dict)
    site: SiteContext | None = None


@dataclass(frozen=True, slots=True)
class View:
    """The pages and assets of the last good atlas, None before there was one, and the banner above every page.

    `site` is what they are drawn from.
    """

    items: tuple[Page | Asset, ...] | None = None
    banner: Markup = Markup()
    site: SiteContext | None = None

    def shown(self, home: str) -> Iterator[Page | Asset]:
        """What to build: the atlas, or pages that say that there is none yet."""
        yield from error_pages(home) if self.items is None else self.items

    def nav_groups(self, home: str) -> tuple[NavGroup, ...]:
        """The pages that belong into the navigation, in their groups."""
        return nav_groups(self.shown(home))


def built(read: Callable[[], Reading], show: Callable[[View], None]) -> View:
    """The view of a single build.

    Raises PluginError for the mistakes of authors, each of which is logged; our own rise as they are.
    """
    reading = read()
    log_all(reading.problems, reading.texts)
    if reading.items is None:
        raise build_error(reading.problems)
    view = View(reading.items, site=reading.site)
    show(view)
    return view


def refreshed(last: View, read: Callable[[], Reading], show: Callable[[View], None], *, strict: bool = False) -> View:
    """The next view while a site is served; never raises for what an author, or we, did wrong.

    This is the one place that catches everything: an exception in an event would leave every browser
    waiting until the next good build.
    """
    highest = logging.INFO if strict else logging.ERROR
    kept = last.items is not None
    try:
        reading = read()
        log_all(reading.problems, reading.texts, highest)
        if reading.items is not None:
            view = View(reading.items, site=reading.site)
        else:
            view = replace(last, banner=problem_banner(errors_in(reading.problems), reading.texts, kept=kept))
        show(view)
    except Exception as error:
        log.debug("internal error", exc_info=error)
        sentence = terminal_safe(f"{type(error).__name__}: {error}")
        log.log(highest, "internal error, please report it: %s", sentence)
        view = replace(last, banner=internal_banner(error, kept=kept))
        show(view)
    return view


def log_all(problems: Iterable[Problem], texts: Mapping[str, bytes], highest: int = logging.ERROR) -> None:
    """Logs each problem with its hint and code frame, at its own level or the highest allowed.

    `texts` holds the files' bytes by path. In `serve --strict` one warning would end the build and leave
    every browser waiting: there the highest level is INFO.
    """
    for problem in problems:
        log.log(min(LEVELS[problem.severity], highest), "%s", as_text(problem, texts))


def as_text(problem: Problem, texts: Mapping[str, bytes]) -> str:
    """A problem for a terminal: the located sentence, the code frame and the hint."""
    lines = [str(problem)]
    if drawn := code_frame(problem, texts):
        lines.append(drawn)
    lines += [f"  hint: {terminal_safe(problem.hint)}"] if problem.hint else []
    lines += [f"  {position}: {terminal_safe(words)}" for position, words in problem.related]
    return "\n".join(lines)


def code_frame(problem: Problem, texts: Mapping[str, bytes]) -> str:
    """The lines around a problem, or nothing where its file is not among the texts."""
    data = texts.get(problem.position.file)
    return frame(problem, lines_of(data.decode("utf-8", errors="replace"))) if data else ""


def errors_in(problems: Iterable[Problem]) -> list[Problem]:
    """Those that forbid to build the atlas."""
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def build_error(problems: Iterable[Problem]) -> PluginError:
    """The error that ends a build: how many, and where the first ones are."""
    errors = errors_in(problems)
    lines = [str(problem) for problem in errors[:LISTED]]
    if len(errors) > LISTED:
        lines.append(f"and {len(errors) - LISTED} more")
    return PluginError("\n  ".join([f"{counted(len(errors), 'error')} in the journeys:", *lines]))


def problem_banner(problems: Sequence[Problem], texts: Mapping[str, bytes], *, kept: bool) -> Markup:
    """The located problems; `kept` tells whether the last good version stands below."""
    shown = [(problem, code_frame(problem, texts)) for problem in problems[:SHOWN]]
    return _banner(problems=shown, count=len(problems), more=len(problems) - len(shown), kept=kept)


def internal_banner(error: Exception, *, kept: bool) -> Markup:
    """A mistake of ours: what it was and where, and a request to report it."""
    where = traceback.extract_tb(error.__traceback__)
    place = (Path(where[-1].filename).name, where[-1].lineno) if where else ()
    sentence = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return _banner(problems=[], count=0, more=0, kept=kept, internal=sentence, place=place)


def error_pages(home: str) -> Iterator[Page]:
    """Pages for a site that never had a good atlas: the home page and each index. The banner says why."""
    words = render(_templates(), "problems.html.j2", {"part": "page"})
    for kind in PAGE_KINDS:
        if not kind.in_nav or not kind.title or kind.name == "changes":
            continue
        title = _(kind.title)
        sections = (Section("not-yet", title, 1, words),)
        yield Page(kind.uri or home, title, partial(tuple, sections), in_nav=True, kind=kind.name)


def _banner(**values: object) -> Markup:
    given = {"part": "banner", "internal": "", "place": (), "style": _style(), **values}
    return render(_templates(), "problems.html.j2", given)


@cache
def _templates() -> Environment:
    # A site's own templates have no say here: they may be what is broken.
    return environment(None)


@cache
def _style() -> Markup:
    path = files("mkdocs_journeys.templates") / "assets" / "css" / "problems.css"
    return Markup(path.read_text(encoding="utf-8"))  # noqa: S704 - our own file


def with_banner(output: str, banner: str) -> str:
    """A finished page that shows the banner even where its template leaves the content out."""
    if not banner or MARK in output:
        return output
    start = _BODY_START.search(output)
    at = start.end() if start else 0
    return f"{output[:at]}{banner}{output[at:]}"
