"""Whether each journey is getting better, on the home page: a word, and the figures of metrics behind it."""

from collections.abc import Mapping
from typing import NamedTuple

from mkdocs_journeys.insight.inference.progress import (
    JourneyProgress,
    JourneyVerdict,
    MetricProgress,
    journeys_progress,
)
from mkdocs_journeys.insight.selection import present_journeys
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.figure_views import ChangeView, change_view
from mkdocs_journeys.site.links import NamedLink, thing_link
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import message, ngettext

MOST_JOURNEYS, MOST_FIGURES = 12, 3
"""How many journeys have a row, and how many figures stand in it."""
WORDS: Mapping[JourneyVerdict, tuple[str, str, str]] = {
    "worse": ("▼", message("worse"), "worse"),
    "mixed": ("▲▼", message("better and worse"), "clearly"),
    "better": ("▲", message("better"), "better"),
    "unclear": ("≈", message("no clear change"), "soft"),
}
"""The sign, the word in English and the look of each verdict, in the order of the rows."""


class ProgressRow(NamedTuple):
    """A journey with what its metrics say: `clear` is "1 of 5 metrics", those that changed by more than chance."""

    journey: NamedLink
    sign: str
    word: str
    look: str
    clear: str
    figures: tuple[tuple[NamedLink, ChangeView], ...]
    more: int


class HomeProgress(NamedTuple):
    """The journeys that are measured, the worst first; `more` counts those without a row, `unmeasured` all others."""

    rows: tuple[ProgressRow, ...]
    more: int
    unmeasured: int


def home_progress(context: PageContext) -> HomeProgress | None:
    """Whether the journeys of today are getting better; None where no figure says anything of any."""
    atlas = context.atlas
    found = atlas.cached(journeys_progress, context.site.settings.today)
    order = list(WORDS)
    known = [one for one in found.values() if one.verdict in WORDS]
    if not known:
        return None
    known.sort(key=lambda one: order.index(one.verdict))
    rows = tuple(_row(context, one) for one in known[:MOST_JOURNEYS])
    return HomeProgress(rows, len(known) - len(rows), len(present_journeys(atlas)) - len(known))


def _row(context: PageContext, found: JourneyProgress) -> ProgressRow:
    sign, word, look = WORDS[found.verdict]
    clear = [one for one in found.metrics if one.last and one.last.verdict in ("better", "worse")]
    others = [one for one in found.metrics if one not in clear]
    shown = [*clear, *others][:MOST_FIGURES]
    return ProgressRow(
        thing_link(context, "journey", found.journey.id),
        sign,
        _(word),
        look,
        ngettext("%(clear)s of %(num)s metric", "%(clear)s of %(num)s metrics", len(found.metrics), clear=len(clear)),
        tuple(figure for one in shown if (figure := _figure(context, one))),
        len(found.metrics) - len(shown),
    )


def _figure(context: PageContext, progress: MetricProgress) -> tuple[NamedLink, ChangeView] | None:
    change = change_view(progress.metric, progress.last)
    return (thing_link(context, "metric", progress.metric.id), change) if change else None
