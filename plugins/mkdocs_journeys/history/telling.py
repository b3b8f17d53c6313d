"""What changed from one version of a journey to the next, in sentences that hold no name but ids."""

from collections.abc import Iterator, Sequence

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff import Change, changes
from mkdocs_journeys.diff.sentences import Quote
from mkdocs_journeys.diff.severity import Judgement
from mkdocs_journeys.history.record import Name, Told
from mkdocs_journeys.model import Journey, Persona

MOST_TOLD = 12
"""Changes of one version that are told one by one."""
Renamed = Sequence[tuple[str, str]]
"""The (old, new) ids of personas."""
_SIGN = "\0"
"""Marks the names below: no file that could be read holds this character."""


def without_names(atlas: Atlas) -> Atlas:
    """Of the atlas of today the teams, stages and personas alone, and their names are just their ids.

    So a sentence does not age when one of them is renamed.
    """
    catalog = atlas.catalog
    teams = tuple(one.model_copy(update={"name": _signed("team", one.id)}) for one in catalog.teams)
    stages = tuple(one.model_copy(update={"name": _signed("stage", one.id)}) for one in catalog.stages)
    people = {id: one.model_copy(update={"name": _signed("persona", id)}) for id, one in atlas.personas.items()}
    rest = dict.fromkeys(("channels", "touchpoints", "segments", "metrics", "lanes"), ())
    return Atlas(catalog.model_copy(update={**rest, "teams": teams, "stages": stages}), personas=people)


def told(old: Journey | None, new: Journey, names: Atlas, personas: Renamed = ()) -> tuple[tuple[Told, ...], int]:
    """The changes in words, the weightiest first, and how many more there were. `names` is from `without_names`.

    A persona that only got another id in between is no change of the journey.
    """
    if old is None:
        count = len(new.steps)
        return (Told(Judgement.EDITORIAL, (f"First version, with {count} step{'' if count == 1 else 's'}",)),), 0
    found = sorted(_changes(old, new, names, personas), key=lambda change: list(Judgement).index(change.judgement))
    shown = tuple(Told(change.judgement, tuple(_words(change))) for change in found[:MOST_TOLD])
    return shown, len(found) - len(shown)


def _changes(old: Journey, new: Journey, names: Atlas, personas: Renamed) -> list[Change]:
    """Those of the journey itself. Personas of another id are told apart by their names, so these are the same."""
    before, after = dict(names.personas), dict(names.personas)
    for was, now in personas:
        after[now] = after.get(now) or Persona(id=now, path=f"personas/{now}.yml", name=_signed("persona", now))
        before[was] = after[now].model_copy(update={"id": was})
        before.pop(now, None)
        after.pop(was, None)
    sides = Atlas(names.catalog, {old.id: old}, before), Atlas(names.catalog, {new.id: new}, after)
    return [change for change in changes(*sides) if change.journey]


def _words(change: Change) -> Iterator[str | Quote | Name]:
    for word in change.sentence:
        if isinstance(word, Quote) and word.text.startswith(_SIGN):
            kind, _, id = word.text.removeprefix(_SIGN).partition(":")
            yield Name(kind, id)
        else:
            yield word


def _signed(kind: str, id: str) -> str:
    return f"{_SIGN}{kind}:{id}"
