"""Which texts of a model are ids of other things: read off the models' own annotations."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from mkdocs_journeys.model.base import Model, Ref

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """The id `target` of a `kind`, given at `path` inside its file; `key` when it is a mapping's key."""

    kind: str
    target: str
    path: Path
    key: bool = False


Finder = Callable[[Any, Path], Iterator[Reference]]


def references_of(model: Model, path: Path = ()) -> Iterator[Reference]:
    """Every reference that a model and its parts make, in the order of the format's fields."""
    for name, find in _finders(type(model)):
        value = getattr(model, name)
        if value is not None and value != ():
            yield from find(value, (*path, name))


@cache
def _finders(model: type[Model]) -> tuple[tuple[str, Finder], ...]:
    found = ((name, _finder(field.rebuild_annotation())) for name, field in model.model_fields.items())
    return tuple((name, finder) for name, finder in found if finder)


def _finder(annotation: Any) -> Finder | None:
    """What finds references in a value of this type; None where there can be none."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        marks = [mark for mark in args[1:] if isinstance(mark, Ref)]
        return _id_finder(marks[0].kind) if marks else _finder(args[0])
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return references_of
    if origin in (tuple, list):
        return _each(_finder(args[0]))
    if origin is dict:
        return _keys_and_values(_finder(args[0]), _finder(args[1]))
    finders = [finder for finder in map(_finder, args) if finder]
    return _whichever(finders) if finders else None


def _id_finder(kind: str) -> Finder:
    return lambda value, path: iter((Reference(kind, value, path),)) if isinstance(value, str) else iter(())


def _each(item: Finder | None) -> Finder | None:
    if item is None:
        return None
    return lambda values, path: (r for i, value in enumerate(values) for r in item(value, (*path, i)))


def _keys_and_values(key: Finder | None, value: Finder | None) -> Finder | None:
    if key is None and value is None:
        return None

    def find(mapping: Any, path: Path) -> Iterator[Reference]:
        for name, item in mapping.items() if isinstance(mapping, dict) else ():
            for found in key(name, (*path, name)) if key else ():
                yield Reference(found.kind, found.target, found.path, key=True)
            yield from value(item, (*path, name)) if value else ()

    return find


def _whichever(finders: list[Finder]) -> Finder:
    def find(value: Any, path: Path) -> Iterator[Reference]:
        for finder in finders:
            if finder is references_of:
                if isinstance(value, Model):
                    yield from references_of(value, path)
            else:
                yield from finder(value, path)

    return find
