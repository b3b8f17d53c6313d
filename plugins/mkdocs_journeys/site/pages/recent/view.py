"""What changed in a period, as values for its page: figures, emotions by stage, changes by journey and by owner."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from math import copysign, floor
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff import Judgement
from mkdocs_journeys.diff.describe.lines import counts_of, lines_in_order, severity_key
from mkdocs_journeys.diff.labels import JUDGEMENT_WORDS
from mkdocs_journeys.diff.sentences import Sentence
from mkdocs_journeys.history.mainline.recent import PeriodChanges
from mkdocs_journeys.history.mainline.told import AtlasChanges, RecordedChange
from mkdocs_journeys.insight.selection import grouped
from mkdocs_journeys.insight.things.stages import StageEmotion
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.heatmap_view import MeanEmotion, feeling
from mkdocs_journeys.site.links import NamedLink, thing_link
from mkdocs_journeys.site.pages.recent.places import address_of_change
from mkdocs_journeys.site.rendering.numbers import signed_number
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import ngettext

MOST_JOURNEYS = 40
MOST_OF_A_JOURNEY = 6
MOST_OWNERS = 40
MOST_OF_AN_OWNER = 5


class CountTile(NamedTuple):
    """A figure with its label; `warns` if it is bad news."""

    value: int
    label: str
    warns: bool = False


class JudgementCount(NamedTuple):
    """How many changes have a judgement; `label` is its word."""

    value: Judgement
    label: str
    number: int


class StageRow(NamedTuple):
    """The mean emotion at a stage before and after, each with the number of steps that it comes from.

    `judgement` and `difference` are "" where one of them is not known or both are the same.
    """

    stage: NamedLink
    before: MeanEmotion
    steps_before: int
    after: MeanEmotion
    steps_after: int
    judgement: str
    difference: str


class ShownChange(NamedTuple):
    """One change, or many of figures. `href` leads to its place, None where that is gone; `note` says where it is."""

    judgement: Judgement
    verdict: str
    words: Sentence
    href: str | None
    note: str = ""


class GroupOfChanges(NamedTuple):
    """The changes of a journey or of an owner, the worst first; `more` are not listed."""

    title: str
    href: str | None
    counts: tuple[JudgementCount, ...]
    rows: tuple[ShownChange, ...]
    more: int


class ShownGroups(NamedTuple):
    """The first groups, the worst first; `more` are left out."""

    shown: tuple[GroupOfChanges, ...]
    more: int


def tiles_of(changes: AtlasChanges) -> list[CountTile]:
    """The figures of a period; those that are rare are left out where they are 0."""
    pains, new, retired = changes.pains, len(changes.new), len(changes.retired)
    found = [
        CountTile(pains.opened, ngettext("pain was opened", "pains were opened", pains.opened), pains.opened > 0),
        CountTile(pains.resolved, ngettext("pain was resolved", "pains were resolved", pains.resolved)),
        CountTile(pains.worse, ngettext("pain got worse", "pains got worse", pains.worse), pains.worse > 0),
        CountTile(pains.better, ngettext("pain got better", "pains got better", pains.better)),
        CountTile(new, ngettext("new journey", "new journeys", new)),
    ]
    rare = [
        CountTile(pains.removed, ngettext("open pain taken out", "open pains taken out", pains.removed), True),
        CountTile(retired, ngettext("journey retired", "journeys retired", retired)),
    ]
    return [*found, *(one for one in rare if one.value)]


def judgement_counts(counts: Iterable[tuple[Judgement, int]]) -> tuple[JudgementCount, ...]:
    """Counts of changes with their words, the severest judgement first."""
    known = dict(counts)
    return tuple(JudgementCount(one, _(JUDGEMENT_WORDS[one]), known[one]) for one in Judgement if known.get(one))


def stage_rows(context: PageContext, found: PeriodChanges) -> list[StageRow]:
    """The stages that are known before or after, in the order of the catalog."""
    rows = []
    for stage in context.atlas.catalog.stages:
        before, after = found.before.get(stage.id), found.after.get(stage.id)
        if before or after:
            link = thing_link(context, "stage", stage.id)
            rows.append(StageRow(link, *_felt(before), *_felt(after), *_difference(before, after)))
    return rows


def _felt(emotion: StageEmotion | None) -> tuple[MeanEmotion, int]:
    return feeling(emotion.mean if emotion else None), emotion.steps if emotion else 0


def _difference(before: StageEmotion | None, after: StageEmotion | None) -> tuple[str, str]:
    """The judgement and the size of a change, as the shown figures differ."""
    change = round(_tenths(after.mean) - _tenths(before.mean), 1) if before and after else 0
    if not change:
        return "", ""
    return (Judgement.BETTER if change > 0 else Judgement.WORSE), signed_number(change)


def _tenths(mean: float) -> float:
    """A mean as it is shown: to one decimal, halves away from zero."""
    return copysign(floor(abs(mean) * 10 + 0.5) / 10, mean)


def by_journey(context: PageContext, changes: AtlasChanges) -> ShownGroups:
    """The changes of each journey, the worst first; then those that belong to none."""
    found = grouped(changes.changes, lambda change: change.journey or "")
    return _shown(found, MOST_JOURNEYS, partial(_journey, context, changes))


def by_owner(context: PageContext, changes: AtlasChanges) -> ShownGroups:
    """The changes of what each team owns, the worst first; then those that nobody owns."""
    pairs = [(team, change) for change in changes.changes for team in change.owners or ("",)]
    found = {id: [change for _, change in own] for id, own in grouped(pairs, lambda pair: pair[0]).items()}
    return _shown(found, MOST_OWNERS, partial(_owner, context, changes))


def journey_title(atlas: Atlas, changes: AtlasChanges, id: str) -> str:
    """The title of a journey: that of today, or the last that it had."""
    journey = atlas.journeys.get(id)
    return journey.title if journey else changes.titles.get("journey", {}).get(id, id)


def worst_first(groups: Mapping[str, list[RecordedChange]]) -> list[tuple[str, list[RecordedChange]]]:
    """Groups of changes by a name: those with more of the severest changes first, that without a name last."""
    return sorted(groups.items(), key=lambda group: (not group[0], severity_key(group[1]), group[0]))


def _shown(
    found: Mapping[str, list[RecordedChange]],
    most: int,
    group: Callable[[str, Sequence[RecordedChange]], GroupOfChanges],
) -> ShownGroups:
    """The first `most` groups with a name, and that without one."""
    ordered = worst_first(found)
    shown = [*ordered[:most], *(one for one in ordered[most:] if not one[0])]
    return ShownGroups(tuple(group(*one) for one in shown), len(ordered) - len(shown))


def _journey(context: PageContext, changes: AtlasChanges, id: str, own: Sequence[RecordedChange]) -> GroupOfChanges:
    if not id:
        return _group(context, _("Beside the journeys"), None, own, MOST_OF_A_JOURNEY)
    href = context.to_thing("journey", id) if id in context.atlas.journeys else None
    return _group(context, journey_title(context.atlas, changes, id), href, own, MOST_OF_A_JOURNEY)


def _owner(context: PageContext, changes: AtlasChanges, id: str, own: Sequence[RecordedChange]) -> GroupOfChanges:
    team = context.atlas.teams.get(id)
    name = team.name if team else changes.titles.get("team", {}).get(id, id)
    href = context.to_thing("team", id) if team else None
    return _group(context, name or _("Nobody owns it"), href, own, MOST_OF_AN_OWNER, changes)


def _group(
    context: PageContext,
    title: str,
    href: str | None,
    own: Sequence[RecordedChange],
    most: int,
    titles: AtlasChanges | None = None,
) -> GroupOfChanges:
    """A group with its first `most` lines; with `titles`, each line says in which journey it is."""
    lines = sorted(lines_in_order(own), key=lambda line: line.judgement.rank)
    rows = []
    for line in lines[:most]:
        first = line.first
        address = address_of_change(context.atlas, first)
        note = journey_title(context.atlas, titles, first.journey) if titles and first.journey else ""
        verdict = _(JUDGEMENT_WORDS[line.judgement])
        rows.append(
            ShownChange(line.judgement, verdict, line.sentence, context.to(*address) if address else None, note)
        )
    more = sum(line.count for line in lines[most:])
    return GroupOfChanges(title, href, judgement_counts(counts_of(own)), tuple(rows), more)
