"""A page drawn while a site is served: what goes wrong in it stands on the page instead of ending the build."""

from mkdocs.plugins import get_plugin_logger

from mkdocs_journeys.host.banner import internal_banner
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.wording import terminal_safe

log = get_plugin_logger(__name__)


def drawn_or_told(page: Page) -> tuple[tuple[Section, ...], bool]:
    """The sections of a page, and whether they are right: else they say what went wrong."""
    try:
        return page.sections, True
    except Exception as error:
        log.debug("internal error", exc_info=error)
        log.info("'%s' cannot be drawn: %s", page.uri, terminal_safe(f"{type(error).__name__}: {error}"))
        return (Section("not-drawn", page.title, 1, internal_banner(error, kept=False)),), False
