"""Texts of new files: a whole project, or one thing of an atlas; and what a site that is there still needs.

Nothing is written here. One thing has its required fields filled in, and every optional field as a commented hint.
"""

import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from posixpath import dirname, relpath
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from mkdocs_journeys.model import MODELS, Journey, JourneyStage, Model, Step
from mkdocs_journeys.model.references import kind_at
from mkdocs_journeys.schema import described, text_of
from mkdocs_journeys.schema.document import fields_of, plain
from mkdocs_journeys.yamlfile.writing import scalar

SCHEMA_FOLDER = ".journeys/schema"
"""The folder of a project's copy of the schemas, below its root."""
WIDTH = 100
NOTE = "# To use one of the lines below, take the # in front of it away."
SELDOM: Mapping[type[Model], frozenset[str]] = {
    Journey: frozenset(("kind", "paths")),
    JourneyStage: frozenset(("id", "figures", "jobs")),
    Step: frozenset(("group", "optional", "path", "parallel", "repeats")),
}
"""Fields that a new file names without explaining them, so that it stays short."""
KnownIds = Mapping[str, str]
"""Kind of thing, as in references, to the id of one that exists."""


def project_files(today: date, requirement: str, journeys_dir: str = "journeys") -> dict[str, str]:
    """Path below the project's root to text, for a new project. `requirement` is what pip installs in CI."""
    found = dict(
        _in_folder(journeys_dir, path, text.replace("TODAY", today.isoformat()).replace("REQUIREMENT", requirement))
        for path, text in _texts(files("mkdocs_journeys.scaffold").joinpath("files"), "")
    )
    return found | {f"{SCHEMA_FOLDER}/{kind}.json": text_of(kind) for kind in MODELS}


def _in_folder(journeys_dir: str, path: str, text: str) -> tuple[str, str]:
    """A file as it is where the journeys stand in another folder: it goes on naming its schema."""
    if not path.startswith("journeys/"):
        return path, text
    moved = f"{journeys_dir}{path.removeprefix('journeys')}"
    before, after = (relpath(SCHEMA_FOLDER, dirname(one)) for one in (path, moved))
    return moved, text.replace(f"$schema={before}/", f"$schema={after}/", 1)


def _texts(folder: Traversable, above: str) -> Iterator[tuple[str, str]]:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        path = above + item.name.replace("dot-", ".", 1)
        if item.is_dir():
            yield from _texts(item, f"{path}/")
        else:
            yield path, item.read_text("utf-8")


@dataclass(frozen=True, slots=True)
class Start:
    """Values for a new file.

    `schema` is the schema's path relative to the file; `known` gives the first id of each kind of thing in the atlas:
    a journey needs a persona and a stage.
    """

    title: str
    schema: str
    today: date
    known: KnownIds = field(default_factory=dict)


def blank(kind: str, start: Start) -> str:
    """The text of a new journey, persona, opportunity or evidence, by its kind."""
    name = "name" if kind == "persona" else "title"
    head = f"# yaml-language-server: $schema={start.schema}\n{name}: {scalar(start.title)}\n"
    if kind == "journey":
        head += f"personas: {start.known['persona']}\n"
    if kind == "evidence":
        head += f"date: {start.today.isoformat()}\n"
    return f"{head}{NOTE}\n{hints(MODELS[kind], start.known)}{_stages(start.known) if kind == 'journey' else ''}"


def hints(model: type[Model], known: KnownIds, indent: str = "") -> str:
    """Every optional field of a model: its description as `# text`, then the field as `#key: example`.

    Removing the `#` makes the line valid where it stands. Known ids replace those of the examples. Fields that are
    seldom needed are only named at the end.
    """
    texts, seldom = described(model), SELDOM.get(model, frozenset())
    optional = {name: field for name, field in fields_of(model).items() if not field.is_required() and name in texts}
    lines = [
        line
        for name, field in optional.items()
        if name not in seldom
        for line in (*_prose(_meaning(texts[name].sentence, field)), f"#{name}: {_example(model, name, known)}")
    ]
    if seldom:
        names = ", ".join(name for name in optional if name in seldom)
        lines += _prose(f"Seldom needed: {names}; see `journeys schema --markdown`.")
    return "".join(f"{indent}{line}\n" for line in lines)


def field_hint(model: type[Model], name: str) -> str:
    """The description of one field of a model as lines of comment."""
    return "".join(f"{line}\n" for line in _prose(_meaning(described(model)[name].sentence, model.model_fields[name])))


def _stages(known: KnownIds) -> str:
    return (
        f"stages:\n  - stage: {known['stage']}\n{hints(JourneyStage, known, '    ')}"
        f"    steps:\n      - name: Does the first thing\n{hints(Step, known, '        ')}"
    )


def _prose(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent="# ", subsequent_indent="# ")


def _meaning(sentence: str, field: FieldInfo) -> str:
    """What a field says, with the words that it takes."""
    words = next(_marks(field.rebuild_annotation(), _words), ())
    return sentence + (f" One of: {', '.join(map(str, words))}." if words else "")


def _example(model: type[Model], name: str, known: KnownIds) -> str:
    """The example of a field as YAML, with a known id in place of the example's."""
    example = described(model)[name].example
    value = plain(example)
    if isinstance(value, str):
        return known.get(kind_at(model, (name,)), example)
    id = known.get(kind_at(model, (name, 0))) if isinstance(value, list) else None
    return f"[{id}]" if id and all(isinstance(item, str) for item in value) else example


def _marks(annotation: Any, look: Callable[[Any], Any]) -> Iterator[Any]:
    """The truthy results of `look` for an annotation and its parts, nested models excluded."""
    if found := look(annotation):
        yield found
    inner = get_args(annotation)
    marks = inner[1:] if get_origin(annotation) is Annotated else ()
    yield from (found for mark in marks if (found := look(mark)))
    for part in inner if not marks else inner[:1]:
        yield from _marks(part, look)


def _words(annotation: Any) -> tuple[Any, ...]:
    return get_args(annotation) if get_origin(annotation) is Literal else ()
