"""Describe a difference in one plain sentence, independent of its judgement."""

from collections.abc import Iterator

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff.describe.effects import told_effect
from mkdocs_journeys.diff.describe.fields import changed_field, name_of, named
from mkdocs_journeys.diff.describe.figures import said_of_new, said_of_old
from mkdocs_journeys.diff.differences import ChangeKind, Difference
from mkdocs_journeys.diff.entities import MEASURED, Entity
from mkdocs_journeys.diff.fields import METHODS
from mkdocs_journeys.diff.labels import entity_word, name_of_reference
from mkdocs_journeys.diff.sentences import Quote, Sentence
from mkdocs_journeys.diff.severity.cases import Case
from mkdocs_journeys.model import Journey, JourneyStage, Pain, Step
from mkdocs_journeys.vocabulary import PAGE_FOLDERS
from mkdocs_journeys.wording import counted, listed

COUNTED_ANEW = "; how it is counted changed"
"""The end of the sentence for a figure whose definition or source changed."""
TOP_GROUP = "maps"
WITH_ADDRESS = {"journey", "persona"}
"""Kinds of entities for which the broken address is named."""
ANCHORED = {"opportunity", "evidence", "finding", "metric", "catalog-stage", "touchpoint", "team", "channel", "segment"}


def sentence_of(case: Case, old: Atlas, new: Atlas) -> Sentence:
    """The sentence for a difference, without a full stop: what changed, then what that does."""
    difference = case.difference
    describe = {
        ChangeKind.ADDED: _added,
        ChangeKind.REMOVED: _removed,
        ChangeKind.CHANGED: changed_field,
        ChangeKind.MOVED: _moved,
        ChangeKind.RENAMED: _renamed,
    }
    effect = told_effect(case) if case.effect else ()
    recounted = [COUNTED_ANEW] if case.recounted else []
    return (*describe[difference.kind](difference, old, new), *effect, *recounted)


def _added(difference: Difference, _: Atlas, new: Atlas) -> Iterator[str | Quote]:
    entity = difference.entity
    if difference.into:
        yield from ("The persona ", Quote(name_of_reference("persona", difference.into, new)), " became two: ")
        yield from (name_of(entity, new), " is new")
        return
    yield from (f"New {entity_word(entity.kind)}: ", name_of(entity, new))
    if entity.kind == "figure":
        yield from said_of_new(entity, new)
    elif isinstance(entity.model, Pain):
        yield _levels(entity.model)
    else:
        yield _size(entity)
        yield from _method(entity)
    yield from _whereabouts(entity, new)


def _removed(difference: Difference, old: Atlas, new: Atlas) -> Iterator[str | Quote]:
    entity = difference.entity
    if difference.into:
        yield from (name_of(entity, old), " and ", Quote(name_of_reference("persona", difference.into, new)))
        yield f" became one persona: the address {PAGE_FOLDERS[entity.kind]}/{entity.id} breaks"
        return
    yield from (f"The {entity_word(entity.kind)} ", name_of(entity, old), _size(entity))
    yield _levels(entity.model) if isinstance(entity.model, Pain) and entity.model.is_open else ""
    yield from _whereabouts(entity, old)
    yield " was removed"
    if entity.kind == "figure":
        yield from said_of_old(entity)
    if isinstance(entity.model, Pain):
        yield " without being resolved" if entity.model.is_open else ""
    if entity.kind in WITH_ADDRESS:
        yield f": the address {PAGE_FOLDERS[entity.kind]}/{entity.id} breaks"


def _levels(pain: Pain) -> str:
    """` (critical, often)`; "" where neither is known."""
    levels = ", ".join(word for word in (pain.severity, pain.frequency) if word)
    return f" ({levels})" if levels else ""


def _size(entity: Entity) -> str:
    if not isinstance(entity.model, Journey | JourneyStage):
        return ""
    return f" with {counted(len(entity.model.steps), 'step')}"


def _method(entity: Entity) -> Iterator[str | Quote]:
    """`, a funnel from the source *product*`."""
    method = METHODS.get(type(entity.model).__name__)
    if method:
        yield from (f", a {method} from the source ", Quote(getattr(entity.model, "source", "")))


def _whereabouts(entity: Entity, atlas: Atlas) -> Iterator[str | Quote]:
    if entity.parent and entity.kind not in ("experiment", "figure", *MEASURED):
        yield from (" at " if entity.parent.kind == "step" else " in ", name_of(entity.parent, atlas))


def _moved(difference: Difference, old: Atlas, new: Atlas) -> Iterator[str | Quote]:
    entity = difference.entity
    yield from named(entity, new)
    if difference.field == "position":
        yield f" moved from place {difference.old} to place {difference.new}"
        return
    if difference.field == "group":
        before, after = Quote(difference.old or TOP_GROUP), Quote(difference.new or TOP_GROUP)
    else:
        before = _ancestor(difference.base, difference.field, old)
        after = _ancestor(difference.head, difference.field, new)
    yield from (f" moved from the {entity_word(difference.field or '')} ", before, " to ", after)
    if addresses := [*_pain_addresses(difference)]:
        yield f": the {'address' if len(addresses) == 1 else 'addresses'} {listed(addresses, 'and')} "
        yield "breaks" if len(addresses) == 1 else "break"


def _pain_addresses(difference: Difference) -> Iterator[str]:
    """The addresses of pains that are in another journey than before, as they were."""
    base, head = difference.base, difference.head
    if difference.field != "journey" or base is None or head is None:
        return
    for pain in _pains_of(base):
        if any(other.id == pain.id for other in _pains_of(head)):
            yield f"{PAGE_FOLDERS['journey']}/{base.root.id}#pain-{pain.id}"


def _pains_of(entity: Entity) -> list[Pain]:
    """The pain itself, or those that a step describes."""
    found = entity.model.pains if isinstance(entity.model, Step) else [entity.model]
    return [pain for pain in found if isinstance(pain, Pain)]


def _ancestor(entity: Entity | None, kind: str | None, atlas: Atlas) -> Quote:
    """The name of the nearest entity of a kind: the entity itself or one around it."""
    while entity and entity.kind != kind:
        entity = entity.parent
    return name_of(entity, atlas) if entity else Quote("")


def _renamed(difference: Difference, old: Atlas, new: Atlas) -> Iterator[str | Quote]:
    entity = difference.entity
    if difference.field != "id":
        yield from (f"The {entity_word(entity.kind)} ", Quote(str(difference.old)))
        yield from (" is now called ", Quote(str(difference.new)))
        return
    yield from named(entity, new)
    yield f" has the id {difference.new} instead of {difference.old}"
    if entity.kind in WITH_ADDRESS:
        yield f": the address {PAGE_FOLDERS[entity.kind]}/{difference.old} breaks"
    elif entity.kind == "pain" or entity.kind in ANCHORED:
        yield ": links to the old id break"
