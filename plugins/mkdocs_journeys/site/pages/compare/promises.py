"""What a future journey promises in figures, beside what was measured since some of it was delivered."""

from typing import NamedTuple

from mkdocs_journeys.insight.comparison.promises import PromisedFigure, Promises, promises_of
from mkdocs_journeys.insight.comparison.tomorrow import JourneyComparison
from mkdocs_journeys.insight.outcomes import OpportunityOutcome
from mkdocs_journeys.model import Opportunity
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.figure_views import ChangeView, change_view, measured_in_words
from mkdocs_journeys.site.links import NamedLink, thing_link
from mkdocs_journeys.site.rendering.listing import separated
from mkdocs_journeys.site.rendering.numbers import day, difference, with_unit
from mkdocs_journeys.site.rendering.terms import term
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import ngettext


class PromiseRow(NamedTuple):
    """A metric: what is promised, what was measured before and since, "" where nothing was, and what that comes to.

    `gap` is what is missing to the target in words; `reached` is None where that cannot be said.
    """

    metric: NamedLink
    promised: str
    before: str
    since: str
    change: ChangeView | None
    reached: bool | None
    gap: str


class PromisesView(NamedTuple):
    """The opportunities behind a future journey, each with what was delivered of it, and the figures.

    `since` says in a sentence from when on figures count; `is_delivered` is False while nothing is.
    """

    opportunities: tuple[NamedLink, ...]
    is_delivered: bool
    since: str
    rows: tuple[PromiseRow, ...]
    unmeasured: int


def promises_view(context: PageContext, comparison: JourneyComparison) -> PromisesView:
    """What the future journey of a comparison promises."""
    atlas = context.atlas
    found = promises_of(atlas, comparison, atlas.cached(context.site.settings.deliveries))
    delivered = any(outcome and outcome.is_delivered for _one, outcome in found.opportunities)
    rows = tuple(_row(context, one) for one in found.figures)
    return PromisesView(
        opportunities=tuple(
            thing_link(context, "opportunity", one.id, _done(one, outcome)) for one, outcome in found.opportunities
        ),
        is_delivered=delivered,
        since=_since(found),
        rows=rows,
        unmeasured=sum(not row.since for row in rows) if delivered else 0,
    )


def _since(found: Promises) -> str:
    if found.since is None:
        return ""
    if found.is_of_experiment:
        return _("Before and after the end of the experiment, %(date)s", date=day(found.since))
    return _("Before and after %(date)s", date=day(found.since))


def _done(one: Opportunity, outcome: OpportunityOutcome | None) -> str:
    """How far an opportunity has come: its status, and of its solutions how many are delivered, the first one when."""
    if not outcome or not outcome.is_delivered:
        return term(one.status)
    many = ngettext(
        "%(delivered)s of %(num)s solution delivered",
        "%(delivered)s of %(num)s solutions delivered",
        len(one.solutions),
        delivered=len(outcome.solutions),
    )
    on = [day(outcome.since)] if outcome.since and not outcome.is_of_experiment else []
    return separated([term(one.status), *([many] if one.solutions else []), *on])


def _row(context: PageContext, found: PromisedFigure) -> PromiseRow:
    metric, target, since = found.metric, found.target, found.since
    by = _("%(figure)s by %(date)s", figure=with_unit(metric, target or 0), date=day(found.by)) if found.by else ""
    missing = abs(target - since.value) if target is not None and since and found.reached is False else 0
    return PromiseRow(
        metric=thing_link(context, "metric", metric.id),
        promised="" if target is None else by or with_unit(metric, target),
        before=measured_in_words(metric, found.before) if found.before else "",
        since=measured_in_words(metric, since) if since else "",
        change=change_view(metric, found.change),
        reached=found.reached,
        gap=difference(metric, missing) if missing else "",
    )
