"""Which teams should look at a change."""

from collections.abc import Iterator

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff.change import Found
from mkdocs_journeys.diff.things import Thing
from mkdocs_journeys.model import Step


def owners_of(found: Found, old: Atlas, new: Atlas) -> tuple[str, ...]:
    """Ids of the teams, the nearest first: who owns the thing now, who owned it, and whose journey or file it is in."""
    sides = ((found.head, new), (found.base, old))
    teams = [team for thing, atlas in sides if thing for team in _teams(thing, atlas)]
    known = {**old.teams, **new.teams}
    return tuple(team for team in dict.fromkeys(teams) if team in known)


def _teams(thing: Thing, atlas: Atlas) -> Iterator[str]:
    if thing.entity == "team":
        yield thing.id
    for name in ("owner", "team"):
        team = getattr(thing.model, name, None)
        if team:
            yield team
    if isinstance(thing.model, Step):
        behind = atlas.team_of(thing.model)
        if behind:
            yield behind.id
    if thing.parent:
        yield from _teams(thing.parent, atlas)
