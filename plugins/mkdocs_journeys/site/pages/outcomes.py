"""The outcomes page: what was done about opportunities and pains, and what moved after it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.history import PainHistory
from mkdocs_journeys.insight.emotion import step_emotion
from mkdocs_journeys.insight.outcomes import MovedMetric, OpportunityOutcome, outcomes, resolved_elsewhere
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.figure_views import ChangeView, change_view, measured_in_words
from mkdocs_journeys.site.links import NamedLink, index_page, thing_link
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.evidence.experiments import ExperimentView, experiment_view
from mkdocs_journeys.site.pages.pains.board import hurts_again, known_histories
from mkdocs_journeys.site.rendering.listing import separated
from mkdocs_journeys.site.rendering.numbers import day, signed
from mkdocs_journeys.site.rendering.terms import term
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import ngettext

MOST_OUTCOMES, MOST_RESOLVED = 60, 60


class OutcomePain(NamedTuple):
    """A pain that was answered: what became of it in words; `again`: it was resolved and hurts again."""

    name: str
    href: str
    state: str
    again: bool


class OutcomeFigure(NamedTuple):
    """A metric before and after, each with of how many and its interval; no `change` where nothing is measured yet."""

    metric: NamedLink
    before: str
    after: str
    change: ChangeView | None


class OutcomeTrial(NamedTuple):
    """A solution that was tried, with its experiment, and what came out in one line; "" where no figure says it."""

    name: str
    result: str
    view: ExperimentView


class OutcomeView(NamedTuple):
    """What was done about an opportunity and what moved; `feeling` is the emotion of its steps then and now."""

    id: str
    title: str
    href: str
    is_delivered: bool
    done: tuple[str, ...]
    since: str
    pains: tuple[OutcomePain, ...]
    figures: tuple[OutcomeFigure, ...]
    is_measured: bool
    feeling: str
    trials: tuple[OutcomeTrial, ...]


def outcomes_pages(site: SiteContext) -> Iterator[Page]:
    """The page; none for an atlas that has neither opportunities nor resolved pains."""
    atlas = site.atlas
    if atlas.opportunities or any(one.pain.status == "resolved" for one in atlas.pains.values()):
        yield index_page(site, "outcomes", _sections, _("What was done about pains, and what it moved."))


def _sections(context: PageContext) -> Iterator[Section]:
    atlas = context.atlas
    histories = known_histories(atlas, context.site.settings)
    found = outcomes(atlas, atlas.cached(context.site.settings.deliveries))
    views = [_view(context, one, histories) for one in found[:MOST_OUTCOMES]]
    others = list(resolved_elsewhere(atlas, found))
    html = context.render(
        "outcomes.html.j2",
        delivered=[view for view in views if view.is_delivered],
        tried=[view for view in views if not view.is_delivered],
        unmeasured=sum(view.is_delivered and not view.is_measured for view in views),
        more=len(found) - len(views),
        resolved=[_pain(context, id, histories) for id in others[:MOST_RESOLVED]],
        more_resolved=max(0, len(others) - MOST_RESOLVED),
    )
    yield Section("outcomes", _("Outcomes"), 1, html, _("What was done and what it moved"))


def _view(context: PageContext, one: OpportunityOutcome, histories: Mapping[str, PainHistory]) -> OutcomeView:
    figures = tuple(_figure(context, moved) for moved in one.moved)
    return OutcomeView(
        id=one.opportunity.id,
        title=one.opportunity.title,
        href=context.to_thing("opportunity", one.opportunity.id),
        is_delivered=one.is_delivered,
        done=tuple(_delivered(solution.name, on) for solution, on in one.solutions),
        since=_since(one),
        pains=tuple(_pain(context, id, histories) for id in one.opportunity.pains),
        figures=figures,
        is_measured=any(figure.change for figure in figures),
        feeling=_feeling(context.atlas, one, histories),
        trials=tuple(_trial(context, name.name, experiment_view(context, trial)) for name, trial in one.tried),
    )


def _delivered(name: str, on: date | None) -> str:
    return _("%(name)s (delivered %(date)s)", name=name, date=day(on)) if on else name


def _since(one: OpportunityOutcome) -> str:
    if one.since is None:
        return ""
    if one.is_of_experiment:
        return _("Before and after the end of the experiment, %(date)s", date=day(one.since))
    return _("Before and after %(date)s", date=day(one.since))


def _pain(context: PageContext, id: str, histories: Mapping[str, PainHistory]) -> OutcomePain:
    pain = context.atlas.pains[id].pain
    again = hurts_again(pain, histories.get(id)) is not None
    resolved = pain.status == "resolved" and pain.resolved
    state = _("resolved %(date)s", date=day(pain.resolved)) if resolved else term(pain.status)
    return OutcomePain(pain.title, context.to_thing("pain", id), state, again)


def _figure(context: PageContext, moved: MovedMetric) -> OutcomeFigure:
    metric, comparison, after = moved.metric, moved.comparison, moved.after
    link = thing_link(context, "metric", metric.id)
    if comparison is None or after is None:
        return OutcomeFigure(link, "", "", None)
    return OutcomeFigure(
        link,
        measured_in_words(metric, comparison.earlier),
        measured_in_words(metric, after),
        change_view(metric, comparison),
    )


def _feeling(atlas: Atlas, one: OpportunityOutcome, histories: Mapping[str, PainHistory]) -> str:
    """The mean emotion of the steps where its pains are, before and now; "" where git does not know it."""
    if one.since is None or not one.is_delivered:
        return ""
    pairs = []
    for id in one.opportunity.pains:
        history, now = histories.get(id), step_emotion(atlas.pains[id].home.step)
        then = history.emotion_on(one.since) if history else None
        if then is not None and now is not None:
            pairs.append((then, now))
    if not pairs:
        return ""
    then, now = (sum(values) / len(pairs) for values in zip(*pairs, strict=True))
    return ngettext(
        "Emotion at %(num)s step where it hurt: %(then)s then, %(now)s now",
        "Emotion at %(num)s steps where it hurt: %(then)s then, %(now)s now",
        len(pairs),
        then=signed(then),
        now=signed(now),
    )


def _trial(context: PageContext, name: str, view: ExperimentView) -> OutcomeTrial:
    arms = [f"{arm.name}: {arm.change}" for arm in view.arms if arm.change]
    return OutcomeTrial(name, separated(arms) or view.effect, view)
