"""What a build shows: an atlas that is right, or the last that was, with what is wrong now."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup
from mkdocs.plugins import get_plugin_logger

from mkdocs_journeys.host.banner import error_pages, internal_banner, problem_banner
from mkdocs_journeys.host.reading import Reading
from mkdocs_journeys.host.report import build_error, errors_in, log_all
from mkdocs_journeys.site.context import SiteContext
from mkdocs_journeys.site.page import Asset, Page
from mkdocs_journeys.wording import terminal_safe

log = get_plugin_logger(__name__)

Read = Callable[[], Reading]
Show = Callable[["View"], None]


@dataclass(frozen=True, slots=True)
class View:
    """`items` are the pages and assets of the last good atlas, drawn from `world`; None before there was one."""

    items: tuple[Page | Asset, ...] | None = None
    banner: Markup = Markup()
    world: SiteContext | None = None

    def shown(self, home: str) -> Iterator[Page | Asset]:
        """What to build: the atlas, or pages that say that there is none yet."""
        yield from error_pages(home) if self.items is None else self.items

    def index_uris(self, home: str) -> list[str]:
        """The uris of the pages that belong into the navigation, in order."""
        return [item.uri for item in self.shown(home) if isinstance(item, Page) and item.in_nav]


def built(read: Read, show: Show) -> View:
    """The view of a single build.

    Raises PluginError for the mistakes of authors, each of which is logged; our own rise as they are.
    """
    reading = read()
    log_all(reading.problems, reading.texts)
    if reading.items is None:
        raise build_error(reading.problems)
    view = View(reading.items, world=reading.world)
    show(view)
    return view


def refreshed(last: View, read: Read, show: Show, *, strict: bool = False) -> View:
    """The next view while a site is served; never raises for what an author, or we, did wrong.

    This is the one place that catches everything: an exception in an event would leave every browser
    waiting until the next good build.
    """
    try:
        view = _next(last, read(), strict)
        show(view)
    except Exception as error:
        log.debug("internal error", exc_info=error)
        sentence = terminal_safe(f"{type(error).__name__}: {error}")
        log.log(_highest(strict), "internal error, please report it: %s", sentence)
        view = replace(last, banner=internal_banner(error, kept=last.items is not None))
        show(view)
    return view


def _next(last: View, reading: Reading, strict: bool) -> View:
    log_all(reading.problems, reading.texts, _highest(strict))
    if reading.items is not None:
        return View(reading.items, world=reading.world)
    kept = last.items is not None
    return replace(last, banner=problem_banner(errors_in(reading.problems), reading.texts, kept=kept))


def _highest(strict: bool) -> int:
    return logging.INFO if strict else logging.ERROR
