"""Fields that may be added later, as comments: what they say, and an example to uncomment."""

import textwrap
from collections.abc import Callable, Iterator, Mapping
from typing import Annotated, Any, Literal, get_args, get_origin

import yaml
from pydantic.fields import FieldInfo

from mkdocs_journeys.model import Model
from mkdocs_journeys.model.base import Ref
from mkdocs_journeys.schema import described
from mkdocs_journeys.schema.document import fields_of, plain

WIDTH = 100
Known = Mapping[str, str]
"""Kind of thing, as in references, to the id of one that exists."""


def hints(model: type[Model], known: Known, indent: str = "") -> str:
    """Every optional field of a model: its sentence as `# text`, then the field as `#key: example`.

    Without its `#`, such a line stands where it belongs. Ids of things that exist take the example's place.
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
    """A text as one line of YAML, in quotes where it needs them."""
    return yaml.safe_dump(text, allow_unicode=True, width=2**20).removesuffix("...\n").strip("\n")


def _prose(sentence: str, field: FieldInfo) -> Iterator[str]:
    words = next(_marks(field.rebuild_annotation(), _words), ())
    choice = f" One of: {', '.join(map(str, words))}." if words else ""
    yield from textwrap.wrap(sentence + choice, WIDTH, initial_indent="# ", subsequent_indent="# ")


def _example(example: str, field: FieldInfo, known: Known) -> str:
    """The example as YAML, with an id that exists in place of the example's."""
    value = plain(example)
    kind = next(_marks(field.rebuild_annotation(), lambda mark: isinstance(mark, Ref) and mark.kind), "")
    if kind in known and isinstance(value, str):
        return known[kind]
    if kind in known and isinstance(value, list) and all(isinstance(item, str) for item in value):
        return f"[{known[kind]}]"
    return example


def _marks(annotation: Any, look: Callable[[Any], Any]) -> Iterator[Any]:
    """What `look` finds in an annotation, models inside left aside; what is empty counts as nothing."""
    if found := look(annotation):
        yield found
    inner = get_args(annotation)
    marks = inner[1:] if get_origin(annotation) is Annotated else ()
    yield from (found for mark in marks if (found := look(mark)))
    for part in inner if not marks else inner[:1]:
        yield from _marks(part, look)


def _words(annotation: Any) -> tuple[Any, ...]:
    return get_args(annotation) if get_origin(annotation) is Literal else ()
