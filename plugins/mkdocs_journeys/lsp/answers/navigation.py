"""From a name in a text to what it names, and to every place that names the same."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from mkdocs_journeys.load import ParsedFile
from mkdocs_journeys.load.files import MEASURE
from mkdocs_journeys.load.identifiers import RichLink
from mkdocs_journeys.lsp.state.things import Snapshot
from mkdocs_journeys.lsp.text.document import BufferText, document_of
from mkdocs_journeys.lsp.text.names import IdInText, names_in
from mkdocs_journeys.problem import Position
from mkdocs_journeys.vocabulary import DOCUMENTS

_OF_ONE_FILE = ("step", "path", "solution")
"""Kinds of things that no other file names; of those that it measures, measure.yml names the steps, too."""
TextOf = Callable[[str], str]
"""Takes the path of a file, gives its text as it is now: that of the buffer, where it is open."""


class Found(NamedTuple):
    """A place in a file, from `start` to `end` in characters of its text; both are 0 for the file as a whole."""

    file: str
    start: int = 0
    end: int = 0


def definition_of(name: IdInText, file: str, snapshot: Snapshot, text_of: TextOf) -> Found | None:
    """Where the thing is given that a file names; None where it is not known."""
    if name.kind in _OF_ONE_FILE:
        return _given_in(_home(name, file, snapshot), name, snapshot, text_of)
    thing = snapshot.things(name.kind).get(name.id)
    if thing is None:
        return None
    if name.kind in DOCUMENTS or name.kind == "asset":
        return Found(thing.file)
    return _given_in(thing.file, name, snapshot, text_of) or Found(thing.file)


def _home(name: IdInText, file: str, snapshot: Snapshot) -> str:
    """The file that a thing stands in which no other file defines: that of the journey, if it is a step."""
    journey = snapshot.things("journey").get(name.id.rpartition("/")[0]) if name.kind == "step" else None
    return journey.file if journey else file


def _given_in(file: str, wanted: IdInText, snapshot: Snapshot, text_of: TextOf) -> Found | None:
    role = snapshot.role(file)
    for name in names_in(text_of(file), role) if role else ():
        if name.is_definition and (name.kind, name.id) == (wanted.kind, wanted.id):
            return Found(file, name.start, name.end)
    return None


def references_to(name: IdInText, file: str, snapshot: Snapshot, text_of: TextOf) -> Iterator[Found]:
    """Every place that names a thing, by file; those that give it its id or title are left out."""
    if name.kind in _OF_ONE_FILE:
        home, measure = _home(name, file, snapshot), f"{snapshot.folder}/{MEASURE}"
        yield from _read_in(home, name, snapshot, text_of(home))
        if name.kind == "step" and measure in snapshot.files and home != measure:
            yield from _read_in(measure, name, snapshot, text_of(measure))
        return
    for path, one in snapshot.sound.items():
        is_current = one.source.data == snapshot.files.get(path) if one.source else one.figures is not None
        if is_current and not _is_named_in(one, name):
            continue
        text = text_of(path)
        if is_current and text == document_of(snapshot.files[path]).text:
            yield from _known_in(one, name, text)
        else:
            yield from _read_in(path, name, snapshot, text)


def _read_in(file: str, wanted: IdInText, snapshot: Snapshot, text: str) -> Iterator[Found]:
    """By reading the text as it is: for a file that is broken, or that changes while we look."""
    role = snapshot.role(file)
    for name in names_in(text, role) if role else ():
        if not name.is_definition and (name.kind, name.id) == (wanted.kind, wanted.id):
            yield Found(file, name.start, name.end)


def _is_named_in(one: ParsedFile, name: IdInText) -> bool:
    ids = (*one.named.items(), *one.linked.items())
    return any(_means(kind, id, name) for kind, of_kind in ids for id in of_kind)


def _known_in(one: ParsedFile, wanted: IdInText, text: str) -> Iterator[Found]:
    """By what loading has found out about a file: the same as reading it, sooner."""
    found = [it for it in one.references if _means(it.kind, it.target, wanted)]
    places = one.source.locate_all([(it.path, it.key) for it in found]) if one.source else []
    path = one.role.path
    at = [(Position(path, *place), it.target, it.target) for place, it in zip(places, found, strict=True)]
    for link in one.locations.mentions:
        if _means(link.kind, link.target, wanted):
            typed = f"{link.kind}:{link.target}" if isinstance(link, RichLink) else link.target
            at.append((link.position, typed, link.target))
    document = BufferText(text)
    for position, typed, target in at:
        start = text.find(typed, document.offset_of(position.line, position.column))
        skipped = len(typed) - len(target) + _skipped(target, wanted)
        if start >= 0:
            length = len(wanted.id.rpartition("/")[2]) if wanted.kind == "finding" else len(wanted.id)
            yield Found(path, start + skipped, start + skipped + length)


def _means(kind: str, target: str, name: IdInText) -> bool:
    """Whether a reference of some kind to a target names a thing."""
    match name.kind:
        case "metric":
            return kind in ("metric", "volume") and target == name.id
        case "lane":
            return kind in ("lane", "map-lane") and target == name.id
        case "journey":
            return (kind, target) in (("journey", name.id), ("next", f"journey:{name.id}"))
        case "evidence":
            return kind == "evidence" and target.partition("/")[0] == name.id
        case "finding":
            return kind == "evidence" and target == name.id
        case "asset":
            return kind == "asset" and target.removeprefix("assets/") == name.id
        case _:
            return (kind, target) == (name.kind, name.id)


def _skipped(target: str, name: IdInText) -> int:
    """The characters of a reference before the id that it names."""
    if name.kind == "finding":
        return name.id.index("/") + 1
    return len(target) - len(name.id) if name.kind in ("journey", "asset") else 0
