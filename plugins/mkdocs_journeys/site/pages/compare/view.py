"""Two sides as a page shows them: figures, the row of steps with both curves, and pains."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from mkdocs_journeys.insight.comparison.pairs import ComparedPair
from mkdocs_journeys.insight.comparison.sides import JourneySide, SideStep
from mkdocs_journeys.insight.comparison.steps import AlignedStep, step_columns
from mkdocs_journeys.insight.comparison.tomorrow import JourneyComparison, comparison_of
from mkdocs_journeys.insight.scoring import ScoredPain
from mkdocs_journeys.insight.selection import open_pains_at
from mkdocs_journeys.insight.things.handoffs import handoffs_of
from mkdocs_journeys.model.duration import shown_duration
from mkdocs_journeys.site.addresses import page_uri, step_anchor
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.links import NamedLink, PainCard, pain_card, thing_link
from mkdocs_journeys.site.pages.compare.curves import COLUMN, ComparedCurves, compared_curves
from mkdocs_journeys.site.pages.compare.figures import ComparedFigure, compared_figures
from mkdocs_journeys.site.pages.compare.words import PARTS, SIGNS, PainChange, SideWords, future_words, plain_words
from mkdocs_journeys.site.rendering.listing import separated
from mkdocs_journeys.site.rendering.numbers import emotion_class, signed
from mkdocs_journeys.translation.messages import gettext as _


class StepCard(NamedTuple):
    """A step of one side; `notes` are where it happens, who serves it, hand-offs to it and how long it takes."""

    number: int
    name: str
    href: str
    notes: tuple[str, ...]


class FeltStep(NamedTuple):
    """What is felt at a step, in figures, with the class of its colour."""

    text: str
    look: str


class ColumnPain(NamedTuple):
    """An open pain at a step, with what becomes of it over the whole comparison, as a class and in words."""

    name: str
    href: str
    change: PainChange
    word: str


class ColumnView(NamedTuple):
    """A step on both sides, or on one; `differs` says in what. `left` is where the column begins in the drawing."""

    change: str
    sign: str
    word: str
    differs: str
    one: StepCard | None
    other: StepCard | None
    felt: FeltStep | None
    felt_other: FeltStep | None
    pains: tuple[ColumnPain, ...]
    left: int


class CountedChange(NamedTuple):
    """How many steps have become so."""

    change: str
    sign: str
    word: str
    number: int


class StageColumns(NamedTuple):
    """Neighbouring columns of one lifecycle stage."""

    id: str
    stage: NamedLink
    columns: tuple[ColumnView, ...]


class ComparisonView(NamedTuple):
    """Two sides; `links` lead to their journeys, or their persons, and `journey` to that of both persons.

    `counts` say what becomes of the steps, `pains` are lists with their titles.
    """

    words: SideWords
    links: tuple[NamedLink, NamedLink]
    journey: NamedLink | None
    judged: bool
    figures: tuple[ComparedFigure, ...]
    counts: tuple[CountedChange, ...]
    stages: tuple[StageColumns, ...]
    curves: ComparedCurves
    pains: tuple[tuple[PainChange, str, tuple[PainCard, ...]], ...]
    stages_left: tuple[NamedLink, ...]


def comparison_view(context: PageContext, pair: ComparedPair) -> ComparisonView:
    """The view of a pair."""
    atlas, one, other = context.atlas, pair.one, pair.other
    comparison, columns = comparison_of(atlas, one, other), step_columns(atlas, one, other)
    judged = pair.kind == "future"
    words = future_words() if judged else plain_words()
    people = pair.kind == "people"
    left, right = (
        thing_link(context, "persona", side.persona) if people else thing_link(context, "journey", side.journey.id)
        for side in (one, other)
    )
    return ComparisonView(
        words=words,
        links=(left, right),
        journey=thing_link(context, "journey", one.journey.id) if people else None,
        judged=judged,
        figures=tuple(compared_figures(comparison.before, comparison.after, judged=judged)),
        counts=tuple(counted_changes(columns, words)),
        stages=tuple(_stages(context, comparison, columns, words)),
        curves=compared_curves(columns),
        pains=tuple(pain_lists(context, comparison, words)),
        stages_left=tuple(thing_link(context, "stage", id) for id in comparison.stages_left) if judged else (),
    )


def pain_lists(
    context: PageContext, comparison: JourneyComparison, words: SideWords
) -> Iterator[tuple[PainChange, str, tuple[PainCard, ...]]]:
    """The open pains of one side, of both and of the other, those lists that have any."""
    lists: tuple[tuple[PainChange, tuple[ScoredPain, ...]], ...] = (
        ("gone", comparison.gone),
        ("kept", comparison.kept),
        ("new", comparison.new),
    )
    for change, pains in lists:
        if pains:
            yield change, words.lists[change], tuple(pain_card(context, item) for item in pains)


def counted_changes(columns: Sequence[AlignedStep], words: SideWords) -> Iterator[CountedChange]:
    """How many steps are on one side alone, differ, moved or are the same, those that there are."""
    found = [column.change for column in columns if column.change != "moved" or column.other]
    for change, word in words.steps.items():
        if count := found.count(change):
            yield CountedChange(change, SIGNS[change], word, count)


def step_notes(context: PageContext, one: SideStep, handoffs: Mapping[int, str]) -> tuple[str, ...]:
    """Where a step happens, who serves it or hands over to whom, how long it takes, and if it is a moment of truth.

    `handoffs` are those of `handoffs_in_words`.
    """
    atlas, step, number = context.atlas, one.place.step, one.place.number
    where = [atlas.touchpoints[id].name for id in step.touchpoint] or [one.name for one in atlas.channels_of(step)]
    teams = handoffs.get(number) or separated([team.name for team in atlas.teams_of(step)])
    waits = _("waits %(time)s", time=shown_duration(step.wait)) if step.wait else ""
    times = separated(filter(None, [shown_duration(step.duration) if step.duration else "", waits]))
    moment = _("moment of truth") if step.moment_of_truth else ""
    return tuple(filter(None, [separated(where), teams, times, moment]))


def handoffs_in_words(context: PageContext, side: JourneySide) -> dict[int, str]:
    """Who hands over to whom before the steps of a side, by the number of the step."""
    return {
        one.after.number: f"{separated([team.name for team in one.from_teams])} ⇢ "
        f"{separated([team.name for team in one.to_teams])}"
        for one in handoffs_of(context.atlas, side.journey)
    }


def felt_step(emotion: float | None) -> FeltStep | None:
    """The emotion of a step in figures, "+1" or "−0.5"; None for none."""
    if emotion is None:
        return None
    shown = signed(int(emotion)) if float(emotion).is_integer() else signed(emotion)
    return FeltStep(shown, emotion_class(emotion))


def _card(context: PageContext, one: SideStep, handoffs: Mapping[int, str]) -> StepCard:
    number, name = one.place.number, one.place.step.name
    href = context.to(page_uri("journey", one.place.journey.id), step_anchor(number))
    return StepCard(number, name, href, step_notes(context, one, handoffs))


def _stages(
    context: PageContext, comparison: JourneyComparison, columns: Sequence[AlignedStep], words: SideWords
) -> Iterator[StageColumns]:
    handoffs = tuple(handoffs_in_words(context, side) for side in (comparison.one, comparison.other))
    becomes: dict[str, PainChange] = {item.pain.id: "gone" for item in comparison.gone}
    becomes |= {item.pain.id: "new" for item in comparison.new}
    for stage, found in groupby(enumerate(columns), lambda item: item[1].stage):
        views = tuple(_column(context, column, number * COLUMN, handoffs, becomes, words) for number, column in found)
        yield StageColumns(stage, thing_link(context, "stage", stage), views)


def _column(
    context: PageContext,
    column: AlignedStep,
    left: int,
    handoffs: Sequence[Mapping[int, str]],
    becomes: Mapping[str, PainChange],
    words: SideWords,
) -> ColumnView:
    one, other = column.one, column.other
    moved = words.left if one else words.right
    word = moved.format(number=column.elsewhere) if column.elsewhere else words.steps[column.change]
    sides = [side for side in (one, other) if side]
    pains = {item.pain.id: item.pain for side in sides for item in open_pains_at(context.atlas, side.place.step)}
    return ColumnView(
        change=column.change,
        sign=SIGNS[column.change],
        word=word,
        differs=_(", ").join(_(PARTS[part]) for part in column.differs),
        one=_card(context, one, handoffs[0]) if one else None,
        other=_card(context, other, handoffs[1]) if other else None,
        felt=felt_step(one.emotion) if one else None,
        felt_other=felt_step(other.emotion) if other else None,
        pains=tuple(
            ColumnPain(pain.title, context.to_thing("pain", id), change, words.pains[change])
            for id, pain in pains.items()
            for change in [becomes.get(id, "kept")]
        ),
        left=left,
    )
