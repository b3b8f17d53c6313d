"""References to what they mean: each that points nowhere, or at more than one thing, is a problem."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mkdocs_journeys.load.documents import Parsed
from mkdocs_journeys.load.given import CATALOG_KINDS
from mkdocs_journeys.load.known import Definition, Known
from mkdocs_journeys.load.observations import Spot
from mkdocs_journeys.load.places import CATALOG, KIND_OF_FOLDER
from mkdocs_journeys.load.richlinks import Link
from mkdocs_journeys.model import Reference
from mkdocs_journeys.problem import Position, Problem, suggest
from mkdocs_journeys.wording import listed, with_article

MOST_LISTED = 8
_FOLDERS = {kind: folder for folder, kind in KIND_OF_FOLDER.items()}
_LISTS = {kind: key for key, kind in CATALOG_KINDS.items()}
_NAMED_KINDS = (*_LISTS, *(kind for kind in _FOLDERS if kind != "figures"), "pain")
_NOUNS = {"evidence": "study", "next": "step", "volume": "metric", "asset": "picture"}


@dataclass(frozen=True, slots=True)
class Asked:
    """A reference with the position that a problem about it has, looked up when needed."""

    parsed: Parsed
    kind: str
    target: str
    at: Reference | Spot | Link

    @property
    def position(self) -> Position:
        """Where the id is written."""
        if not isinstance(self.at, Reference):
            return self.at.position
        source = self.parsed.source
        place = source.locate(self.at.path, key=self.at.key) if source else (1, 1)
        return Position(self.parsed.place.path, *place)


def unresolved(parsed: Parsed, known: Known) -> Iterator[Problem]:
    """A problem for each reference of one file that does not mean exactly one thing."""
    doubtful, linked = known.doubtful(parsed.named), known.doubtful(parsed.linked)
    if not doubtful and not linked:
        return
    steps = Counter(parsed.given.get("step", ()))
    doubtful -= {("next", step) for step, times in steps.items() if times == 1}
    asked = [one for one in parsed.references if (one.kind, one.target) in doubtful] if doubtful else []
    spots = [one for one in parsed.spots if (one.kind, one.target) in linked] if linked else []
    for one in (*asked, *spots):
        yield from _look(Asked(parsed, one.kind, one.target, one), known, steps)


def _look(asked: Asked, known: Known, steps: Mapping[str, int]) -> Iterator[Problem]:
    if asked.kind == "asset":
        yield from _picture(asked, known)
    elif asked.kind == "next":
        yield from _next(asked, known, steps)
    elif asked.kind == "evidence":
        yield from _evidence(asked, known)
    elif asked.kind == "volume":
        yield from _volume(asked, known)
    else:
        yield from _plain(asked, known, asked.kind, asked.target)


def _plain(asked: Asked, known: Known, kind: str, target: str) -> Iterator[Problem]:
    found = known.defined.get(kind, {}).get(target, [])
    if len(found) > 1:
        yield _ambiguous(asked, kind, target, found)
    elif not found and kind not in known.unsure:
        yield _dangling(asked, known, kind, target)


def _picture(asked: Asked, known: Known) -> Iterator[Problem]:
    name = asked.target.removeprefix("assets/")
    if name not in known.assets:
        near = suggest(name, known.assets)
        hint = f"Did you mean '{near}'?" if near else "Put the picture there, or correct the name."
        yield _unknown(asked, f"There is no picture assets/{name}.", hint)


def _next(asked: Asked, known: Known, steps: Mapping[str, int]) -> Iterator[Problem]:
    kind, _, journey = asked.target.rpartition(":")
    if kind:
        yield from _plain(asked, known, "journey", journey)
    elif asked.target not in steps:
        yield _unknown(asked, f"No step of this journey has the id '{asked.target}'.", _step_hint(asked, known, steps))
    elif steps[asked.target] > 1:
        message = f"'{asked.target}' is the id of more than one step of this journey."
        yield Problem("reference-ambiguous", asked.position, message, "Give each step an id of its own.")


def _step_hint(asked: Asked, known: Known, steps: Mapping[str, int]) -> str:
    near = suggest(asked.target, steps)
    if near:
        return f"Did you mean '{near}'?"
    if asked.target in known.defined.get("journey", {}):
        return f"For the journey of this name, write `journey:{asked.target}`."
    return f"Give a step this id: add `id: {asked.target}` to it."


def _evidence(asked: Asked, known: Known) -> Iterator[Problem]:
    study, _, finding = asked.target.partition("/")
    problems = list(_plain(asked, known, "evidence", study))
    if not problems and finding and study not in known.unread_studies:
        problems = list(_plain(asked, known, "finding", asked.target))
    yield from problems


def _volume(asked: Asked, known: Known) -> Iterator[Problem]:
    problems = list(_plain(asked, known, "metric", asked.target))
    kind = known.metric_kinds.get(asked.target, "count")
    if not problems and kind != "count":
        hint = "It says how many customers reached the stage."
        message = f"`volume` needs a metric of kind count, and '{asked.target}' is of kind {kind[:40]}."
        problems.append(Problem("reference-kind", asked.position, message, hint))
    yield from problems


def _dangling(asked: Asked, known: Known, kind: str, target: str) -> Problem:
    if kind == "finding":
        study, _, finding = target.partition("/")
        own = [id.partition("/")[2] for id in known.defined.get("finding", {}) if id.startswith(f"{study}/")]
        near = suggest(finding, own)
        hint = f"Did you mean '{study}/{near}'?" if near else _choices(own, f"Add it to the findings of {study}.")
        return _unknown(asked, f"The study '{study}' has no finding '{finding}'.", hint)
    message = f"There is no {_NOUNS.get(kind, kind)} '{_short(target)}'."
    return _unknown(asked, message, _hint(known, kind, target))


def _hint(known: Known, kind: str, target: str) -> str:
    own = known.defined.get(kind, {})
    near = suggest(target, own)
    others = [other for other in _NAMED_KINDS if target in known.defined.get(other, {})]
    is_other = f"'{target}' is {with_article(_NOUNS.get(others[0], others[0]))}. " if others else ""
    if near:
        return f"{is_other}Did you mean '{near}'?"
    return is_other.strip() or _choices(list(own), _where_to_add(kind, target))


def _choices(known: list[str], otherwise: str) -> str:
    return f"Known: {listed(known, 'and')}. {otherwise}" if 0 < len(known) <= MOST_LISTED else otherwise


def _where_to_add(kind: str, target: str) -> str:
    if kind == "pain":
        return "Write the pain with its title under the step where it hurts first."
    if kind in _LISTS:
        return f"Add it to `{_LISTS[kind]}` in {CATALOG}, or correct the name."
    return f"Create {_FOLDERS[kind]}/{_short(target)}.yml, or correct the name."


def _ambiguous(asked: Asked, kind: str, target: str, found: list[Definition]) -> Problem:
    related = tuple((definition.position, "given here") for definition in found)
    message = f"'{target}' is the id of more than one {_NOUNS.get(kind, kind)}."
    hint = "Give each an id of its own."
    return Problem("reference-ambiguous", asked.position, message, hint, related=related)


def _unknown(asked: Asked, message: str, hint: str) -> Problem:
    rows = asked.at.rows if isinstance(asked.at, Spot) else 1
    often = f" {rows:,} rows name it." if rows > 1 else ""
    return Problem("reference-unknown", asked.position, f"{message}{often}", hint)


def _short(text: str) -> str:
    return text if len(text) <= 64 else text[:63] + "…"
