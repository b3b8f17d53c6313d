"""Quick fixes of a problem: the edits of `journeys check --fix`, a comment that ignores it, a file or entry for an
id that nothing has.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from posixpath import dirname, relpath

from mkdocs_journeys.lint import BY_ID
from mkdocs_journeys.lint.fixes import differs_in_at_most, fixes_for
from mkdocs_journeys.load import FileRole
from mkdocs_journeys.load.files import is_id
from mkdocs_journeys.lsp.answers.creation import catalog_with
from mkdocs_journeys.lsp.state.things import Snapshot
from mkdocs_journeys.lsp.text.names import name_at
from mkdocs_journeys.problem import Problem, Severity
from mkdocs_journeys.scaffold import Start, blank
from mkdocs_journeys.vocabulary import BY_NAME, CATALOG_LISTS, DOCUMENTS
from mkdocs_journeys.wording import with_article
from mkdocs_journeys.yamlfile.editing.edit import Edit, SourceText

_NEEDED = {"journey": ("persona", "stage")}
"""What has to be there before a file of a kind can be made."""

_IMPERATIVES = {"indented": "Indent", "put": "Put", "removed": "Remove", "took": "Take", "wrote": "Write"}
"""What a fix says of itself afterwards begins with one of these words."""


@dataclass(frozen=True, slots=True)
class Action:
    """What an editor offers for a problem: edits by file, and new files. A `preferred` one is surely what is meant."""

    title: str
    problem: Problem
    edits: Mapping[str, tuple[Edit, ...]] = field(default_factory=dict)
    created: Mapping[str, str] = field(default_factory=dict)
    preferred: bool = False


@dataclass(frozen=True, slots=True)
class FixRequest:
    """Where quick fixes are wanted: a file, its text, its atlas, the folder of the schemas ("" for none), the day."""

    role: FileRole
    text: str
    snapshot: Snapshot
    schemas: str
    today: date


def worth_fixing(problems: Iterable[Problem]) -> list[Problem]:
    """The problems without those that say less than an error about the same place: mending the error mends them."""
    found = list(problems)
    wrong = {one.position for one in found if one.severity is Severity.ERROR}
    return [one for one in found if one.severity is Severity.ERROR or one.position not in wrong]


def actions_for(problem: Problem, asked: FixRequest) -> Iterator[Action]:
    """The quick fixes of one problem, the best first."""
    path, content = asked.role.path, asked.text.encode("utf-8", "replace")
    for edit, is_safe in fixes_for(problem, path, content):
        word, _, rest = edit.description.partition(" ")
        yield Action(f"{_IMPERATIVES[word]} {rest}", problem, {path: (edit,)}, preferred=is_safe)
    if problem.rule == "reference-unknown":
        yield from _creations(problem, asked)
    ignore = _ignore(problem, content) if problem.rule in BY_ID else None
    if ignore:
        yield Action(f"Ignore {problem.rule} here, and say why", problem, {path: (ignore,)})


def _creations(problem: Problem, asked: FixRequest) -> Iterator[Action]:
    """A file for a document, or an entry of the catalog, with the id that nothing has."""
    source = SourceText.from_bytes(asked.text.encode("utf-8", "replace"))
    name = name_at(asked.text, asked.role, source.offset(problem.position)) if source else None
    if name is None or not is_id(name.id) or name.id in asked.snapshot.things(name.kind):
        return
    known = _known(asked.snapshot)
    noun = BY_NAME[name.kind].noun if name.kind in BY_NAME else ""
    if name.kind in DOCUMENTS and all(kind in known for kind in _NEEDED.get(name.kind, ())):
        path = f"{asked.snapshot.folder}/{BY_NAME[name.kind].folder}/{name.id}.yml"
        if path not in asked.snapshot.files:
            yield Action(f"Create {path}", problem, created={path: _new_file(name.kind, name.id, path, known, asked)})
    elif name.kind in CATALOG_LISTS.values():
        catalog = f"{asked.snapshot.folder}/catalog.yml"
        edit = catalog_with(name.kind, name.id, asked.snapshot.files.get(catalog, b""), known)
        if edit:
            yield Action(f"Add {with_article(noun)} '{name.id}' to the catalog", problem, {catalog: (edit,)})


def _known(snapshot: Snapshot) -> dict[str, str]:
    kinds = (*DOCUMENTS, *CATALOG_LISTS.values())
    return {kind: next(iter(things)) for kind in kinds if (things := snapshot.things(kind))}


def _new_file(kind: str, id: str, path: str, known: Mapping[str, str], asked: FixRequest) -> str:
    title = id.replace("-", " ").capitalize()
    schema = relpath(f"{asked.schemas}/{kind}.json", dirname(path)) if asked.schemas else ""
    text = blank(kind, Start(title, schema, asked.today, known))
    return text if asked.schemas else text.partition("\n")[2]


def _ignore(problem: Problem, content: bytes) -> Edit | None:
    """A comment above the line that ignores the rule, to be finished with a reason."""
    source = SourceText.from_bytes(content)
    if source is None:
        return None
    line = source.line(problem.position.line)
    start = source.starts[min(max(problem.position.line, 1), len(source.starts)) - 1]
    indent = line[: len(line) - len(line.lstrip(" "))]
    edit = Edit(start, start, f"{indent}# journeys: ignore {problem.rule} because …\n", "")
    return edit if differs_in_at_most(0, content, source.applied(edit)) else None
