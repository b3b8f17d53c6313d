"""A new entry in the catalog: the edit that adds it to its list, with all that it has to have."""

from collections.abc import Iterator, Mapping
from typing import Any

from mkdocs_journeys.lsp.text.expected import Sort, fields_in, forms_at, forms_of
from mkdocs_journeys.lsp.text.outline import tokens_of
from mkdocs_journeys.lsp.text.tokens import TokenKind
from mkdocs_journeys.vocabulary import BY_NAME
from mkdocs_journeys.yamlfile import read
from mkdocs_journeys.yamlfile.editing.edit import Edit, SourceText, scalar_of

_WORDS = ("count", "other")
"""Words that a new entry takes before all others: figures of unknown kind are counted."""


def catalog_with(kind: str, id: str, catalog: bytes, known: Mapping[str, str]) -> Edit | None:
    """The edit of the catalog that adds a thing of a kind at the end of its list; `known` has an id of each kind.

    None where the entry needs what is not there yet, or where the list is written in a way that cannot be added to.
    """
    source = SourceText.from_bytes(catalog)
    fields = _fields(kind, id, known)
    if source is None or fields is None:
        return None
    name = BY_NAME[kind].catalog_list
    edit = _at_end_of_list(source, name, fields)
    before, after = read(catalog, "")[0], read(source.applied(edit), "")[0] if edit else None
    if before is None or after is None:
        return None
    added = [*_list(before, name), dict(fields.items())]
    return edit if {**before, name: added} == dict(after) else None


def _list(root: Mapping[str, Any], name: str) -> list[Any]:
    value = root.get(name)
    return value if isinstance(value, list) else []


def _fields(kind: str, id: str, known: Mapping[str, str]) -> dict[str, str] | None:
    """What an entry has to have: its id, a name, and the first that fits for all else."""
    fields = {"id": id, "name": id.replace("-", " ").capitalize()}
    model = next((form.model for form in forms_at("catalog", (BY_NAME[kind].catalog_list, 0)) if form.model), None)
    for one in fields_in(model).values() if model else ():
        if one.required and one.name not in fields:
            value = next(_values(one.annotation, known), None)
            if value is None:
                return None
            fields[one.name] = value
    return fields


def _values(annotation: Any, known: Mapping[str, str]) -> Iterator[str]:
    for form in forms_of(annotation):
        if form.sort is Sort.REFERENCE and form.kind in known:
            yield known[form.kind]
        words = [str(word) for word, _ in form.words]
        yield from sorted(words, key=lambda word: (word not in _WORDS, words.index(word)))


def _at_end_of_list(source: SourceText, name: str, fields: Mapping[str, str]) -> Edit | None:
    text = source.text
    tokens = [token for token in tokens_of(text) if token.path[:1] == (name,)]
    dashes = [token for token in tokens if token.kind is TokenKind.ITEM and len(token.path) == 2]
    last = max((token.end for token in tokens), default=len(text))
    at = text.find("\n", last)
    at = len(text) if at < 0 else at + 1
    first = "" if not text[:at] or text[:at].endswith("\n") else "\n"
    column = 2
    if dashes:
        column = dashes[-1].start - text.rfind("\n", 0, dashes[-1].start) - 1
    elif tokens and text[tokens[0].end : at].strip() != ":":
        return None
    elif not tokens:
        first += f"{name}:\n"
    dash, below = " " * column + "- ", "\n" + " " * (column + 2)
    entry = dash + below.join(f"{key}: {scalar_of(value)}" for key, value in fields.items())
    return Edit(at, at, f"{first}{entry}\n", f"added '{fields['id']}' to {name}")
