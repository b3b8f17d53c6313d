"""Atlases whose authors write in Greek letters, so that whatever a page shows in plain ones is not theirs."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from pydantic import StringConstraints

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.model import Document
from mkdocs_journeys.model.base import Model

GREEK = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "αβψδεφγηιξκλμνοπϟρστθωςχυζΑΒΨΔΕΦΓΗΙΞΚΛΜΝΟΠϞΡΣΤΘΩΣΧΥΖ"
)
KEPT = {"path", "src", "url", "link", "issue", "codeowner", "contact", "format"}
"""Fields whose values are addresses, or parts of one."""
_ADDRESS = re.compile(r"\]\([^)]*\)")


def in_greek_letters(atlas: Atlas) -> Atlas:
    """The atlas with every text that a person wrote in Greek letters; ids and addresses stay."""
    return replace(
        atlas,
        catalog=_document(atlas.catalog),
        journeys=_documents(atlas.journeys),
        personas=_documents(atlas.personas),
        opportunities=_documents(atlas.opportunities),
        evidence=_documents(atlas.evidence),
        observations=_with_notes(atlas.observations),
        withheld=_with_notes(atlas.withheld),
    )


def _with_notes(rows: Mapping[str, Any]) -> dict[str, Any]:
    """Rows of figures with their notes, the only text of theirs that is not an id."""
    return {id: tuple(replace(row, note=row.note and _spelled(row.note)) for row in of) for id, of in rows.items()}


def _documents(items: Mapping[str, Document]) -> dict[str, Any]:
    return {id: _document(item) for id, item in items.items()}


def _document(item: Document) -> Any:
    written = _respelled(item, type(item))
    return type(item).model_validate(written.model_dump(mode="json", exclude_defaults=True))


def _respelled(value: Any, kind: Any) -> Any:
    if isinstance(value, Model):
        # The folder of a journey's file is read, too.
        kinds = get_type_hints(type(value), include_extras=True) | {"group": Annotated[str, "text"]}
        fields = {name: kinds[name] for name in type(value).model_fields if name not in KEPT}
        return value.model_copy(update={name: _respelled(getattr(value, name), of) for name, of in fields.items()})
    if isinstance(value, str):
        return _spelled(value) if _is_text(kind) and value not in _choices(kind) else value
    if isinstance(value, list | tuple):
        return type(value)(_respelled(one, kind) for one in value)
    if isinstance(value, dict):
        labels = _is_text(_keys(kind))
        return {_spelled(name) if labels else name: _respelled(one, kind) for name, one in value.items()}
    return value


def _spelled(text: str) -> str:
    parts, start = [], 0
    for address in _ADDRESS.finditer(text):
        parts += [text[start : address.start()].translate(GREEK), address.group()]
        start = address.end()
    return "".join([*parts, text[start:].translate(GREEK)])


def _is_text(kind: Any) -> bool:
    """Whether a string of this type is free text: a `str` without a pattern, in the values of a mapping for example."""
    if get_origin(kind) is Annotated and get_args(kind)[0] is str:
        return all(one.pattern is None for one in kind.__metadata__ if isinstance(one, StringConstraints))
    parts = get_args(kind)
    return any(_is_text(one) for one in (parts[-1:] if get_origin(kind) is dict else parts))


def _keys(kind: Any) -> Any:
    """The type of the keys of the mapping that a type is or may be; None for no mapping."""
    if get_origin(kind) is dict:
        return get_args(kind)[0]
    return next(filter(None, map(_keys, get_args(kind))), None)


def _choices(kind: Any) -> set[object]:
    if get_origin(kind) is Literal:
        return set(get_args(kind))
    return {one for part in get_args(kind) for one in _choices(part)}
