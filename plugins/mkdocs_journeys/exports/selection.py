"""Which journeys of an atlas are written: those that fit filters such as `owner=growth`."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.model import Journey
from mkdocs_journeys.problem import suggest
from mkdocs_journeys.wording import listed

Names = Callable[[Atlas, Journey], Iterable[str]]


class FilterError(Exception):
    """A filter of an unknown kind, or one that names nothing in the atlas; the message says what may be meant."""


def _groups(_: Atlas, journey: Journey) -> list[str]:
    parts = journey.group.split("/") if journey.group else []
    return ["/".join(parts[: number + 1]) for number in range(len(parts))]


def _personas(atlas: Atlas, journey: Journey) -> list[str]:
    return [id for id, journeys in atlas.journeys_of_persona.items() if any(one is journey for one in journeys)]


KINDS: Mapping[str, Names] = {
    "journey": lambda _, journey: [journey.id],
    "group": _groups,
    "persona": _personas,
    "owner": lambda _, journey: [journey.owner] if journey.owner else [],
}
"""What filters may name, and the names by which each journey is found. A group holds those of its sub-folders."""


def selected(atlas: Atlas, filters: Sequence[str] = ()) -> tuple[Journey, ...]:
    """The journeys that fit one of the filters of each kind; all without filters. Raises FilterError."""
    wanted: dict[str, set[str]] = {}
    for text in filters:
        kind, sign, name = text.partition("=")
        if not sign or kind not in KINDS:
            near = suggest(kind, KINDS)
            hint = f"Did you mean '{near}=…'?" if near else "Write it as owner=ID."
            raise FilterError(f"'{text[:60]}' does not name {listed([f'a {one}' for one in KINDS])}. {hint}")
        known = {one for journey in atlas.journeys.values() for one in KINDS[kind](atlas, journey)}
        if name not in known:
            near = suggest(name, known)
            hint = f" Did you mean '{near}'?" if near else ""
            raise FilterError(
                f"No journey has the {kind} '{name[:60]}'.{hint}"
                if kind != "journey"
                else f"There is no journey '{name[:60]}'.{hint}"
            )
        wanted.setdefault(kind, set()).add(name)
    return tuple(
        journey
        for journey in atlas.journeys.values()
        if all(not names.isdisjoint(KINDS[kind](atlas, journey)) for kind, names in wanted.items())
    )
