"""References in values that are not sound, so that a mistake in a file does not hide its dangling names."""

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, get_args, get_origin

from pydantic import StringConstraints

from mkdocs_journeys.model.base import Model, OneOrMany, Ref
from mkdocs_journeys.model.references import Path, Reference


def raw_references(model: type[Model], values: Mapping[str, Any], path: Path = ()) -> Iterator[Reference]:
    """What `references_of` would find if everything else were right; texts that are no ids are left out."""
    for name, field in model.model_fields.items():
        if name in values:
            yield from _found(field.rebuild_annotation(), values[name], (*path, name))


def _found(annotation: Any, value: Any, path: Path) -> Iterator[Reference]:
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        yield from _annotated(args[0], args[1:], value, path)
    elif isinstance(annotation, type) and issubclass(annotation, Model):
        yield from raw_references(annotation, value, path) if isinstance(value, dict) else ()
    elif origin in (tuple, list):
        for number, item in enumerate(value if isinstance(value, list) else ()):
            yield from _found(args[0], item, (*path, number))
    elif origin is dict:
        yield from _of_mapping(args[0], args[1], value, path)
    else:
        for choice in args:
            yield from _found(choice, value, path)


def _annotated(inner: Any, marks: tuple[Any, ...], value: Any, path: Path) -> Iterator[Reference]:
    refs = [mark for mark in marks if isinstance(mark, Ref)]
    if refs:
        patterns = [mark.pattern for mark in marks if isinstance(mark, StringConstraints) and mark.pattern]
        if isinstance(value, str) and all(re.search(pattern, value) for pattern in patterns):
            yield Reference(refs[0].kind, value, path)
    else:
        alone = OneOrMany in marks and isinstance(value, str)
        yield from _found(inner, [value] if alone else value, path)


def _of_mapping(key: Any, item: Any, value: Any, path: Path) -> Iterator[Reference]:
    for name, inside in value.items() if isinstance(value, dict) else ():
        for found in _found(key, name, (*path, name)):
            yield Reference(found.kind, found.target, found.path, key=True)
        yield from _found(item, inside, (*path, name))
