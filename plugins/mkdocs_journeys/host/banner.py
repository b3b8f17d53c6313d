"""What the browser shows while the journeys cannot be read."""

import re
import traceback
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup, escape

from mkdocs_journeys.host.report import code_frame
from mkdocs_journeys.problem import Problem
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.render import environment, render

SHOWN = 20
MARK = "journeys-problems-title"
"""The id inside every banner, by which a finished page tells that it has one."""

_QUOTED = re.compile(r"`([^`]+)`")
INDEX_PAGES = {
    "journeys.md": "Journeys",
    "personas.md": "Personas",
    "pains.md": "Pain points",
    "opportunities.md": "Opportunities",
    "evidence.md": "Evidence",
    "metrics.md": "Metrics",
    "catalog.md": "Catalog",
    "health.md": "Health",
}


def problem_banner(problems: Sequence[Problem], texts: Mapping[str, bytes], *, kept: bool) -> Markup:
    """The located problems; `kept` tells whether the last good version stands below."""
    shown = [(problem, code_frame(problem, texts)) for problem in problems[:SHOWN]]
    return _banner(problems=shown, count=len(problems), more=len(problems) - len(shown), kept=kept)


def internal_banner(error: Exception, *, kept: bool) -> Markup:
    """A mistake of ours: what it was and where, and a request to report it."""
    where = traceback.extract_tb(error.__traceback__)
    place = f"{Path(where[-1].filename).name}, line {where[-1].lineno}" if where else ""
    sentence = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return _banner(problems=[], count=0, more=0, kept=kept, internal=sentence, place=place)


def error_pages(home: str) -> Iterator[Page]:
    """Pages for a site that never had a good atlas: the home page and each index. The banner says why."""
    words = render(_templates(), "problems.html.j2", {"part": "page"})
    for uri, title in {home: "Customer journeys", **INDEX_PAGES}.items():
        sections = (Section("not-yet", title, 1, words),)
        yield Page(uri, title, partial(tuple, sections), in_nav=True)


def with_code(sentence: str) -> Markup:
    """A sentence escaped, with its `quoted names` as code."""
    return Markup(_QUOTED.sub(r"<code>\1</code>", str(escape(sentence))))  # noqa: S704 - escaped just here


def _banner(
    *,
    problems: Sequence[tuple[Problem, str]],
    count: int,
    more: int,
    kept: bool,
    internal: str = "",
    place: str = "",
) -> Markup:
    values = {
        "part": "banner",
        "problems": problems,
        "count": count,
        "more": more,
        "kept": kept,
        "internal": internal,
        "place": place,
        "style": _style(),
    }
    return render(_templates(), "problems.html.j2", values)


@cache
def _templates() -> Environment:
    # A site's own templates have no say here: they may be what is broken.
    made = environment(None)
    made.filters["code"] = with_code
    return made


@cache
def _style() -> Markup:
    path = files("mkdocs_journeys.templates") / "assets" / "css" / "problems.css"
    return Markup(path.read_text(encoding="utf-8"))  # noqa: S704 - our own file
