"""Describe what steps that came, went or became known hold, and what they do to their journey."""

from collections.abc import Iterator

from mkdocs_journeys.diff.differences import ChangeKind
from mkdocs_journeys.diff.labels import emotion_words
from mkdocs_journeys.diff.severity.cases import Case
from mkdocs_journeys.diff.severity.effects import StepsEffect, emotions_at
from mkdocs_journeys.model import Journey, Model, Observation, Step, Withheld
from mkdocs_journeys.wording import counted, distinct_numbers, listed


def told_effect(case: Case) -> Iterator[str]:
    """The end of the sentence, such as `, very negative: it lowers the journey's mean emotion from 0.5 to −0.3`."""
    one, effect = case.difference, case.effect
    if effect is None:
        return
    traits, things = list(_traits(one.entity.model, effect)), list(_things(one.entity.model, effect))
    is_whole = isinstance(one.entity.model, Journey)
    if one.kind == ChangeKind.ADDED:
        yield from (f", {trait}" for trait in traits)
        yield _led(", with ", things)
        yield "" if is_whole else _led(": it ", _does(effect, "new "))
    elif one.kind == ChangeKind.REMOVED:
        yield _led("; it was ", traits)
        yield _led(" and had " if traits else "; it had ", things)
        yield "" if is_whole else _led(": without it ", _undoes(effect))
    elif one.field == "emotion" and one.old is None:
        yield _led("; it ", _does(effect))
    elif (one.field or "").startswith("emotion") and one.new is None and not (effect.emotions or effect.rest):
        yield "; no emotion of this journey is known any more"


def _led(lead: str, words: Iterator[str] | list[str]) -> str:
    found = list(words)
    return lead + listed(found, "and") if found else ""


def _traits(thing: Model | Observation | Withheld, effect: StepsEffect) -> Iterator[str]:
    """`very negative`, `a moment of truth`: what a step is."""
    if isinstance(thing, Step):
        if known := emotions_at(thing):
            yield " to ".join(dict.fromkeys(emotion_words(min(known), max(known))))
        if thing.moment_of_truth:
            yield "a moment of truth" if effect.rest_truths else "the journey's only moment of truth"


def _things(thing: Model | Observation | Withheld, effect: StepsEffect) -> Iterator[str]:
    """`2 open pains`: what a step has, and what several steps come to."""
    if not isinstance(thing, Step):
        if effect.emotion is not None:
            [mean], [lowest] = distinct_numbers([effect.emotion]), emotion_words(min(effect.emotions))
            yield f"a mean emotion of {mean} ({lowest} at its lowest)"
        if effect.truths:
            yield counted(effect.truths, "moment of truth", "moments of truth")
    if effect.open_pains:
        yield counted(effect.open_pains, "open pain")


def _does(effect: StepsEffect, new: str = "") -> Iterator[str]:
    if effect.lift:
        before, after = distinct_numbers([effect.mean_without or 0, effect.mean_with or 0])
        yield f"{'raises' if effect.lift > 0 else 'lowers'} the journey's mean emotion from {before} to {after}"
    if ends := _ends(effect):
        yield f"is the journey's {new}{' and '.join(ends)} point"


def _undoes(effect: StepsEffect) -> Iterator[str]:
    if effect.lift:
        before, after = distinct_numbers([effect.mean_with or 0, effect.mean_without or 0])
        yield f"the journey's mean emotion {'falls' if effect.lift > 0 else 'rises'} from {before} to {after}"
    if ends := _ends(effect):
        yield f"its {' and its '.join(ends)} point {'is' if len(ends) == 1 else 'are'} gone"


def _ends(effect: StepsEffect) -> list[str]:
    """The ends of the journey's curve that are among the steps."""
    ends = {"lowest": effect.is_lowest, "highest": effect.is_highest}
    return [name for name, is_there in ends.items() if is_there and effect.rest]
