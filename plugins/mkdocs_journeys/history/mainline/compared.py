"""Two states of the atlas by the hashes of their files, compared: which journeys changed, and how."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff import Change, ChangeKind, Comparison, Judgement
from mkdocs_journeys.diff.sides import context_of, load_sides, named_elsewhere
from mkdocs_journeys.history.mainline.states import StateReader
from mkdocs_journeys.history.record import ChangeSentence, Count, PainState, State
from mkdocs_journeys.insight.emotion import mean_emotion, step_emotion
from mkdocs_journeys.load.files import BARE_CATALOG, CATALOG
from mkdocs_journeys.model import Journey, Pain
from mkdocs_journeys.model.base import ID_PATTERN
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.wording import counted

MAX_CHANGES = 12
"""Changes of one version that are described one by one."""
Files = Mapping[str, str]
"""The hash of each file by its path below the journeys folder."""
Id = Annotated[str, Field(pattern=ID_PATTERN)]


@dataclass(frozen=True, slots=True)
class JourneyVersion:
    """A journey after a commit that changed it: its id then and before (None if it is new), and what changed.

    The changes are in words, the most severe first; `more` were left out.
    """

    id: Id
    was: Id | None
    state: State
    changes: tuple[ChangeSentence, ...] = ()
    more: Count = 0


@dataclass(frozen=True, slots=True)
class CommitVersions:
    """The journeys that a commit changed, and the ids that it took out of the atlas."""

    versions: tuple[JourneyVersion, ...] = ()
    gone: tuple[Id, ...] = ()


def sides_of(
    before: Files, after: Files, names: Iterable[str], reader: StateReader
) -> tuple[Atlas | None, Atlas | None]:
    """The atlases of two states in which only files of these names differ, as far as a comparison needs them.

    A side with mistakes is None; one without files is an empty atlas. Raises GitError.
    """
    needed = {name for name in names if before.get(name) != after.get(name)} | {CATALOG}
    differing = [reader.parse(name, side[name]) for side in (before, after) for name in needed if name in side]
    wanted = named_elsewhere(differing)
    needed |= context_of(wanted, after.keys() - needed, lambda name: reader.ids(after[name]))
    old, new = (_tree(side, needed, reader) for side in (before, after))
    (one, _), (other, _) = load_sides(old, new, reader.parsed)
    return one, other


def versions_in(comparison: Comparison) -> CommitVersions:
    """The journeys that changed between the two sides of a comparison."""
    told: defaultdict[str, list[Change]] = defaultdict(list)
    for change in comparison.changes:
        for id in dict.fromkeys(_journeys_of(change, comparison)):
            told[id].append(change)
    matches = comparison.matches
    journeys = {one.id: one for one in comparison.after["journey"]}
    was = {id: matches.old_of[one].id if one in matches.old_of else None for id, one in journeys.items()}
    versions = [
        _version(comparison.new.journeys[id], was.get(id, id), changes)
        for id, changes in told.items()
        if id in comparison.new.journeys
    ]
    gone = [one.id for one in comparison.before["journey"] if one.id not in comparison.new.journeys]
    return CommitVersions(tuple(versions), tuple(gone))


def state_of(journey: Journey) -> State:
    """The state of a journey; only the pains that it defines count."""
    pains = [(step, pain) for step in journey.steps for pain in step.pains if isinstance(pain, Pain)]
    states = tuple(PainState(pain.id, pain.status, step_emotion(step)) for step, pain in pains)
    return State(mean_emotion(journey), sum(pain.is_open for _, pain in pains), states)


def _tree(side: Files, names: Iterable[str], reader: StateReader) -> Tree:
    files = {f"{reader.folder}/{name}": reader.blob(side[name]) for name in names if name in side}
    if not side:
        files[f"{reader.folder}/{CATALOG}"] = BARE_CATALOG
    return Tree(files, folder=reader.folder)


def _journeys_of(change: Change, comparison: Comparison) -> Iterator[str]:
    """The new ids of the journeys that a change concerns: where its thing is, and where it was."""
    before, after = comparison.sides_of(change)
    home = comparison.matches.new_of.get(before.root) if before else None
    yield from (one.root.id for one in (after, home) if one and one.root.kind == "journey")


def _version(journey: Journey, was: str | None, changes: list[Change]) -> JourneyVersion:
    in_first = {ChangeKind.ADDED} if was is None else set[ChangeKind]()
    told = [ChangeSentence(one.judgement, tuple(one.sentence)) for one in changes if one.kind not in in_first]
    told.sort(key=lambda one: one.judgement.rank)
    if was is None:
        first = f"First version, with {counted(len(journey.steps), 'step')}"
        told.insert(0, ChangeSentence(Judgement.EDITORIAL, (first,)))
    shown = tuple(told[:MAX_CHANGES])
    return JourneyVersion(journey.id, was, state_of(journey), shown, len(told) - len(shown))
