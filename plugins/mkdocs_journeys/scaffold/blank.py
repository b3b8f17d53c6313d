"""One new file: required fields filled in, every optional field as a commented hint."""

import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, Literal, get_args, get_origin

import yaml
from pydantic.fields import FieldInfo

from mkdocs_journeys.model import Evidence, Journey, JourneyStage, Model, Opportunity, Persona, Step
from mkdocs_journeys.model.base import Ref
from mkdocs_journeys.schema import described
from mkdocs_journeys.schema.document import fields_of, plain

WIDTH = 100
NOTE = "# To use one of the lines below, take the # in front of it away."
KnownIds = Mapping[str, str]
"""Kind of thing, as in references, to the id of one that exists."""


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
    """The text of a new journey, persona, opportunity or evidence. Raises KeyError for another kind."""
    body = {"journey": _journey, "persona": _persona, "opportunity": _opportunity, "evidence": _evidence}[kind]
    return f"# yaml-language-server: $schema={start.schema}\n{body(start)}"


def hints(model: type[Model], known: KnownIds, indent: str = "") -> str:
    """Every optional field of a model: its description as `# text`, then the field as `#key: example`.

    Removing the `#` makes the line valid where it stands. Known ids replace those of the examples.
    """
    texts = described(model)
    wanted = {name: field for name, field in fields_of(model).items() if not field.is_required()}
    lines = [
        line
        for name, field in wanted.items()
        if name in texts
        for line in (*_prose(texts[name].sentence, field), f"#{name}: {_example(texts[name].example, field, known)}")
    ]
    return "".join(f"{indent}{line}\n" for line in lines)


def scalar(text: str) -> str:
    """A text as one line of YAML, quoted where needed."""
    return yaml.safe_dump(text, allow_unicode=True, width=2**20).removesuffix("...\n").strip("\n")


def _journey(start: Start) -> str:
    return (
        f"title: {scalar(start.title)}\npersonas: {start.known['persona']}\n{NOTE}\n"
        f"{hints(Journey, start.known)}"
        f"stages:\n  - stage: {start.known['stage']}\n{hints(JourneyStage, start.known, '    ')}"
        f"    steps:\n      - name: Does the first thing\n{hints(Step, start.known, '        ')}"
    )


def _persona(start: Start) -> str:
    return f"name: {scalar(start.title)}\n{NOTE}\n{hints(Persona, start.known)}"


def _opportunity(start: Start) -> str:
    return f"title: {scalar(start.title)}\n{NOTE}\n{hints(Opportunity, start.known)}"


def _evidence(start: Start) -> str:
    return f"title: {scalar(start.title)}\ndate: {start.today.isoformat()}\n{NOTE}\n{hints(Evidence, start.known)}"


def _prose(sentence: str, field: FieldInfo) -> Iterator[str]:
    words = next(_marks(field.rebuild_annotation(), _words), ())
    choice = f" One of: {', '.join(map(str, words))}." if words else ""
    yield from textwrap.wrap(sentence + choice, WIDTH, initial_indent="# ", subsequent_indent="# ")


def _example(example: str, field: FieldInfo, known: KnownIds) -> str:
    """The example as YAML, with a known id in place of the example's."""
    value = plain(example)
    kind = next(_marks(field.rebuild_annotation(), lambda mark: isinstance(mark, Ref) and mark.kind), "")
    if kind in known and isinstance(value, str):
        return known[kind]
    if kind in known and isinstance(value, list) and all(isinstance(item, str) for item in value):
        return f"[{known[kind]}]"
    return example


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
