"""Where a text names things of the atlas: ids that it refers to, ids that it gives, links in its rich texts."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from mkdocs_journeys.load import FileRole
from mkdocs_journeys.load.identifiers import ADDRESS, RICH_FIELDS
from mkdocs_journeys.lsp.text.expected import key_reference_at, reference_at
from mkdocs_journeys.lsp.text.outline import tokens_of
from mkdocs_journeys.lsp.text.tokens import Token, TokenKind
from mkdocs_journeys.model import MODELS
from mkdocs_journeys.model.references import Path
from mkdocs_journeys.refactor.mentions import LOCAL
from mkdocs_journeys.vocabulary import CATALOG_LISTS, DOCUMENTS, MAP_LANES

_DEFINED: Mapping[str, Mapping[tuple[str, ...], str]] = {
    "catalog": {(name, "id"): kind for name, kind in CATALOG_LISTS.items()},
    "journey": {("stages", "steps", "id"): "step", ("stages", "steps", "pains", "id"): "pain"},
    "evidence": {("findings", "id"): "finding"},
    "opportunity": {("solutions", "id"): "solution"},
}
"""By the kind of a file, the names on the way to an id that it gives, to the kind of thing that has the id."""
_JOURNEY = "journey:"
_ASSETS = "assets/"


class IdInText(NamedTuple):
    """An id in a text, at offsets `start` to `end`: of something that stands there, or that is named there.

    Ids that mean something in one file alone, such as those of steps and findings, are `file/id`. Pictures are named
    from assets/ on. The title or name at the top of a
    file stands for the id that is the file's name.
    """

    kind: str
    id: str
    start: int
    end: int
    is_definition: bool = False


def name_at(text: str, role: FileRole, offset: int) -> IdInText | None:
    """The id at an offset of a file's text, its end included."""
    found = None
    for token in tokens_of(text):
        if token.start <= offset <= token.end:
            found = next((name for name in _names_in(token, text, role) if name.start <= offset <= name.end), found)
        if token.start > offset:
            break
    return found


def names_in(text: str, role: FileRole) -> Iterator[IdInText]:
    """All ids in a file's text, in its order."""
    for token in tokens_of(text):
        yield from _names_in(token, text, role)


def _names_in(token: Token, text: str, role: FileRole) -> Iterator[IdInText]:
    if role.kind not in MODELS or token.kind is TokenKind.ITEM:
        return
    path = token.path
    if token.kind is TokenKind.TEXT:
        if _is_rich(role.kind, path):
            yield from _links_in(token, text)
        return
    quoted = text[token.start : token.start + 1] in ("'", '"')
    start, end = token.start + quoted, token.start + quoted + len(token.text)
    if token.is_key:
        if path[:-1] == ("paths",) and role.kind == "journey":
            yield IdInText("path", f"{role.id}/{token.text}", start, end, True)
        elif kind := key_reference_at(role.kind, path[:-1]):
            yield IdInText(kind, token.text, start, end)
        return
    yield from _of_value(token, role, start, end)
    if _is_rich(role.kind, path):
        yield from _links_in(token, text)


def _of_value(token: Token, role: FileRole, start: int, end: int) -> Iterator[IdInText]:
    id, kind = token.text, reference_at(role.kind, token.path)
    if kind == "next":
        is_journey = id.startswith(_JOURNEY)
        skipped = len(_JOURNEY) if is_journey else 0
        own = id[skipped:]
        yield IdInText(*(("journey", own) if is_journey else ("step", f"{role.id}/{own}")), start + skipped, end)
    elif kind == "evidence":
        study, slash, finding = id.partition("/")
        yield IdInText("evidence", study, start, start + len(study))
        if slash:
            yield IdInText("finding", f"{study}/{finding}", start + len(study) + 1, end)
    elif kind == "path":
        yield IdInText(kind, f"{role.id}/{id}", start, end)
    elif kind == "map-lane":
        yield from () if id in MAP_LANES else (IdInText("lane", id, start, end),)
    elif kind:
        own = id.removeprefix(_ASSETS) if kind == "asset" else id
        yield IdInText("metric" if kind == "volume" else kind, own, start + len(id) - len(own), end)
    else:
        names = tuple(part for part in token.path if isinstance(part, str))
        defined = _DEFINED.get(role.kind, {}).get(names, "")
        if defined:
            above = f"{role.id}/" if defined in LOCAL else ""
            yield IdInText(defined, above + id, start, end, True)
        elif names == ("comments", "evidence") and role.kind == "measure":
            yield IdInText("evidence", id, start, end, True)
        elif names in (("title",), ("name",)) and role.kind in DOCUMENTS:
            yield IdInText(role.kind, role.id, start, end, True)


def _links_in(token: Token, text: str) -> Iterator[IdInText]:
    for link in ADDRESS.finditer(text, token.start, token.end):
        kind, id = link["kind"], link["id"]
        study, slash, _ = id.partition("/")
        if kind == "evidence" and slash:
            yield IdInText("evidence", study, link.start("id"), link.start("id") + len(study))
            yield IdInText("finding", id, link.start("id") + len(study) + 1, link.end("id"))
        else:
            yield IdInText(kind, id, link.start("id"), link.end("id"))


def _is_rich(kind: str, path: Path) -> bool:
    names = tuple(part for part in path if isinstance(part, str))
    return names == (RICH_FIELDS.get(kind),) or names == ("stages", "steps", "pains", "description")
