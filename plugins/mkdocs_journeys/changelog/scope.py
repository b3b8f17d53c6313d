"""What release notes are about: the whole atlas, the journeys of some groups, or what concerns some teams."""

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journeys.atlas import Atlas, LocatedPain
from mkdocs_journeys.insight.selection import metrics_of_journey
from mkdocs_journeys.model import Journey, Metric


@dataclass(frozen=True, slots=True)
class NotesScope:
    """Groups of journeys and ids of teams, as the options --group and --owner name them; without any, everything."""

    groups: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether it leaves nothing out."""
        return not self.groups and not self.owners

    def unknown(self, *atlases: Atlas) -> Iterator[str]:
        """A sentence for each name that no atlas has."""
        for owner in self.owners:
            if not any(owner in atlas.teams for atlas in atlases):
                yield f"There is no team '{owner}' on either side."
        for group in self.groups:
            journeys = (journey for atlas in atlases for journey in atlas.journeys.values())
            if not any(_is_in(journey, group) for journey in journeys):
                yield f"There is no group '{group}' on either side."

    def journeys(self, atlas: Atlas) -> list[Journey]:
        """The journeys of these groups that these teams own."""
        return [one for one in atlas.journeys.values() if self._has(one) and self._owns(one.owner)]

    def pains(self, atlas: Atlas) -> list[LocatedPain]:
        """The pains of these groups that these teams own, or that are defined in a journey of theirs."""
        return [one for one in atlas.pains.values() if self._has(one.home.journey) and self._owns_pain(one)]

    def metrics(self, atlas: Atlas) -> list[Metric]:
        """The metrics that journeys of these groups name and these teams look after."""
        found = [one for one in atlas.catalog.metrics if self._owns(one.team)]
        if not self.groups:
            return found
        named = {id for journey in atlas.journeys.values() if self._has(journey) for id in metrics_of_journey(journey)}
        return [one for one in found if one.id in named]

    def _has(self, journey: Journey) -> bool:
        return not self.groups or any(_is_in(journey, group) for group in self.groups)

    def _owns(self, team: str | None) -> bool:
        return not self.owners or team in self.owners

    def _owns_pain(self, located: LocatedPain) -> bool:
        return self._owns(located.pain.owner) or self._owns(located.home.journey.owner)


EVERYTHING = NotesScope()


def _is_in(journey: Journey, group: str) -> bool:
    """Whether a journey lies in a group or a subgroup of it."""
    wanted = group.strip("/")
    return f"{journey.group}/".startswith(f"{wanted}/" if wanted else "")
