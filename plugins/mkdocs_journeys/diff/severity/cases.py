"""A difference with all that its judgement depends on."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff.differences import ChangeKind, Difference
from mkdocs_journeys.diff.entities import Entity
from mkdocs_journeys.diff.match import Matches
from mkdocs_journeys.diff.measuring import counted_anew
from mkdocs_journeys.diff.severity.effects import StepsEffect, effect_of
from mkdocs_journeys.diff.severity.figures import FigureMove, figure_before, move_of
from mkdocs_journeys.model import Journey, JourneyStage, Observation, Pain, Step


@dataclass(frozen=True, slots=True)
class Case:
    """A difference, with what surrounds it.

    `alone` is true for the only difference of its file, `recounted` for figures counted in another way, `retired` where
    the journey is retired on both sides. `effect` is that of steps that came, went or changed, `figure` how a figure
    moved, and `pain` what a step refers to, None where it was not read.
    """

    difference: Difference
    alone: bool = False
    recounted: bool = False
    retired: bool = False
    effect: StepsEffect | None = None
    figure: FigureMove | None = None
    pain: Pain | None = None


@dataclass(frozen=True, slots=True)
class CaseMaker:
    """Makes cases of the differences between two atlases; `stayed` are the steps of both that have a counterpart."""

    old: Atlas
    new: Atlas
    matches: Matches
    in_file: Counter[str]
    anew: frozenset[str]
    stayed: frozenset[int]

    def case_of(self, difference: Difference) -> Case:
        """The case of one of the differences."""
        one = difference
        atlas = self.new if one.head else self.old
        is_figure = one.entity.kind == "figure"
        return Case(
            one,
            alone=all(self.in_file[file] == 1 for file in files_of(one)),
            recounted=is_figure and one.entity.root.id in self.anew,
            retired=self._is_retired(one),
            effect=self._effect(one, atlas),
            figure=self._figure(one) if is_figure else None,
            pain=self._pain(one),
        )

    def _effect(self, one: Difference, atlas: Atlas) -> StepsEffect | None:
        journey = one.entity.journey
        if journey is None or not (one.field is None or _of_step(one, "emotion", "moment_of_truth")):
            return None
        steps = list(self._steps(one.entity))
        return effect_of(steps, journey, atlas) if steps else None

    def _steps(self, entity: Entity) -> Iterator[Step]:
        """The steps of an entity that came, went or changed with it: not those that were there before, or stay."""
        if isinstance(entity.model, Step):
            yield entity.model
        elif isinstance(entity.model, Journey | JourneyStage):
            yield from (step for step in entity.model.steps if id(step) not in self.stayed)

    def _figure(self, one: Difference) -> FigureMove | None:
        """Beside the one before; of one that was corrected, beside what it was said to be."""
        was = one.base.model if one.base else None
        if one.head is None or not (one.kind == ChangeKind.ADDED or one.field == "value"):
            return None
        earlier = was if isinstance(was, Observation) else figure_before(one.head, self.new)
        return move_of(one.head, earlier, self.new)

    def _pain(self, one: Difference) -> Pain | None:
        if not _of_step(one, "pains"):
            return None
        id, atlas = (one.new, self.new) if one.new else (one.old, self.old)
        return atlas.pains[id].pain if id in atlas.pains else None

    def _is_retired(self, one: Difference) -> bool:
        """Whether all journeys that a thing is in are retired, and were before."""
        if one.entity.journey is None:
            return False
        base = one.base or self._other(one.entity, self.matches.old_of)
        head = one.head or self._other(one.entity, self.matches.new_of)
        sides = ((base, self.old), (head, self.new))
        return all(side is not None and _all_retired(side, atlas) for side, atlas in sides)

    def _other(self, entity: Entity, other_of: dict[Entity, Entity]) -> Entity | None:
        """The nearest thing around an entity that there is on the other side."""
        around: Entity | None = entity
        while around and around not in other_of:
            around = around.parent
        return other_of[around] if around else None


def case_maker(differences: Sequence[Difference], old: Atlas, new: Atlas, matches: Matches) -> CaseMaker:
    """What makes the cases of some differences, which are all that there are."""
    in_file = Counter(file for one in differences for file in files_of(one))
    stayed = frozenset(id(step.model) for pair in matches.pairs for step in pair if step.kind == "step")
    return CaseMaker(old, new, matches, in_file, counted_anew(differences, old, new), stayed)


def files_of(difference: Difference) -> set[str]:
    """The files in which a difference is."""
    return {entity.file for entity in (difference.base, difference.head) if entity}


def _of_step(one: Difference, *fields: str) -> bool:
    return isinstance(one.entity.model, Step) and (one.field or "").partition(".")[0] in fields


def _all_retired(entity: Entity, atlas: Atlas) -> bool:
    return all(journey.status == "retired" for journey in _journeys(entity, atlas))


def _journeys(entity: Entity, atlas: Atlas) -> Iterable[Journey]:
    """The journey of an entity; of a pain, all in which it is felt."""
    if entity.kind == "pain" and entity.id in atlas.pains:
        return [place.journey for place in atlas.pains[entity.id].places]
    return [entity.journey] if entity.journey else []
