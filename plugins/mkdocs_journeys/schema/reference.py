"""Every key of every kind of file as a page of Markdown, from the models: "text", "list of ids of metrics"."""

import types
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from mkdocs_journeys.model import MODELS
from mkdocs_journeys.model.base import (
    COLOUR_PATTERN,
    ENVIRONMENT_PATTERN,
    FINGERPRINT_PATTERN,
    ID_PATTERN,
    IMAGE_PATTERN,
    LANGUAGE_PATTERN,
    MONTH_PATTERN,
    URL_PATTERN,
    Model,
    OneOrMany,
    Ref,
)
from mkdocs_journeys.schema.descriptions import Description, described
from mkdocs_journeys.schema.document import (
    PLACES,
    Shape,
    fields_of,
    parts_of,
    portable,
    sentence_of,
    shape_of,
    title_of,
)
from mkdocs_journeys.schema.words import Word

_INTRO = """\
# Every key

All that may stand in a file, kind by kind. [The journey format](format.md) shows the same by example, and says what
[an id, a date or an address](format.md#kinds-of-value) looks like; [Write a journey](write-a-journey.md) is the way in.
This page is made from the program itself: `journeys schema --markdown` prints it.

Where the second column says *needed*, the key has to be there. All others may be left out. A key that is not listed
here is an error.
"""
REFERENCES: Mapping[str, tuple[str, str]] = {
    "stage": ("id of a [stage](#stage)", "ids of [stages](#stage)"),
    "channel": ("id of a [channel](#channel)", "ids of [channels](#channel)"),
    "touchpoint": ("id of a [touchpoint](#touchpoint)", "ids of [touchpoints](#touchpoint)"),
    "team": ("id of a [team](#team)", "ids of [teams](#team)"),
    "segment": ("id of a [segment](#segment)", "ids of [segments](#segment)"),
    "metric": ("id of a [metric](#metric)", "ids of [metrics](#metric)"),
    "volume": ("id of a [metric](#metric) of kind `count`", "ids of [metrics](#metric) of kind `count`"),
    "source": ("id of one of the `sources`", "ids of `sources`"),
    "lane": ("id of a [lane](#lane)", "ids of [lanes](#lane)"),
    "journey": ("id of a [journey](#journey)", "ids of [journeys](#journey)"),
    "persona": ("id of a [persona](#persona)", "ids of [personas](#persona)"),
    "pain": ("id of a [pain](#pain)", "ids of [pains](#pain)"),
    "opportunity": ("id of an [opportunity](#opportunity)", "ids of [opportunities](#opportunity)"),
    "evidence": ("id of a [study](#evidence), or `study/finding`", "ids of [studies](#evidence), or `study/finding`"),
    "path": ("id of one of the `paths`", "ids of `paths`"),
    "map-lane": ("id of a [lane](#lane), yours or ours", "ids of [lanes](#lane), yours or ours"),
    "next": ("id of a step of this journey, or `journey:ID`", "ids of steps of this journey, or `journey:ID`"),
    "asset": ("picture below `assets/`", "pictures below `assets/`"),
}
"""Kind of reference to how one and how many of them are called; the sections of the page are the targets."""
_PATTERNS = {
    portable(ID_PATTERN): ("id", "ids"),
    portable(URL_PATTERN): ("address", "addresses"),
    portable(IMAGE_PATTERN): ("file name", "file names"),
    portable(ENVIRONMENT_PATTERN): ("name of an environment variable", "names of environment variables"),
    portable(MONTH_PATTERN): ("month", "months"),
    portable(LANGUAGE_PATTERN): ("code of a language", "codes of languages"),
    portable(COLOUR_PATTERN): ("colour", "colours"),
    portable(FINGERPRINT_PATTERN): ("fingerprint", "fingerprints"),
}


def reference_page() -> str:
    """The whole page: the kinds of file, then a section for each of them and for each part that they are made of."""
    rows = "\n".join(f"| [{title_of(kind)}](#{anchor_of(MODELS[kind])}) | `{PLACES[kind]}` |" for kind in MODELS)
    told: set[type[Model]] = set()
    parts = [f"{_INTRO}\n| kind | file |\n|---|---|\n{rows}\n"]
    for kind, model in MODELS.items():
        parts.append(f"## {title_of(kind)} {{ #{anchor_of(model)} }}\n\nThe file `{PLACES[kind]}`. {_section(model)}")
        for part in dict.fromkeys(parts_of(model)):
            if part not in told:
                told.add(part)
                title = title_of(part.__name__)
                parts.append(f"### {title} {{ #{anchor_of(part)} }}\n\n{_section(part)}")
    return "\n".join(parts)


def _section(model: type[Model]) -> str:
    texts = described(model)
    rows = "\n".join(_row(name, field, texts) for name, field in fields_of(model).items())
    return f"{sentence_of(model)}\n\n| key | value | what it says |\n|---|---|---|\n{rows}\n"


def _row(name: str, field: FieldInfo, texts: Mapping[str, Description]) -> str:
    annotation = field.rebuild_annotation()
    cells = (f"`{name}`", f"{phrase_of(annotation)}{_default(field)}", "".join(_said(texts[name], annotation)))
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return "<br>*needed*"
    if isinstance(field.default, bool):
        return f"<br>default `{str(field.default).lower()}`"
    return f"<br>default `{field.default}`" if isinstance(field.default, str | int | float) else ""


def _said(text: Description, annotation: object) -> Iterator[str]:
    yield text.sentence
    words = dict.fromkeys(words_of(shape_of(annotation)))
    if len(words) > 1:
        yield f"<ul>{''.join(f'<li>`{word}`: {meaning}</li>' for word, meaning in words)}</ul>"
    elif text.example:
        yield f"<br>Example: `{text.example}`"


def phrase_of(annotation: Any, marks: Sequence[Any] = (), *, many: bool = False) -> str:
    """What to write where a field has this type, in Markdown; as a plural after "list of"."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return phrase_of(args[0], (*args[1:], *marks), many=many)
    if origin in (Union, types.UnionType):
        choices = [phrase_of(choice, many=many) for choice in args if choice is not type(None)]
        # A block comes last: a comma stands in it.
        return ", or ".join(dict.fromkeys(sorted(choices, key=lambda phrase: phrase.startswith("block"))))
    if origin in (tuple, list) and OneOrMany in marks:
        return f"{phrase_of(args[0])}, or a list of them"
    if origin in (tuple, list):
        return f"list of {phrase_of(args[0], many=True)}"
    if origin is dict:
        return f"block: {phrase_of(args[0])}, then {phrase_of(args[1])}"
    return _single(annotation, marks)[many]


def words_of(shape: Shape) -> Iterator[tuple[Word, str]]:
    """Each word that a value of this shape may have, at any depth, with its meaning; some come again."""
    yield from zip(shape.get("enum", ()), shape.get("enumDescriptions", ()), strict=True)
    inner = [*shape.get("oneOf", ()), *shape.get("patternProperties", {}).values()]
    for form in (*inner, shape.get("items"), shape.get("additionalProperties")):
        if isinstance(form, dict):
            yield from words_of(form)


def anchor_of(model: type[Model]) -> str:
    """The anchor of a part's section: `journey-stage`."""
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in model.__name__).strip("-")


def _single(annotation: Any, marks: Sequence[Any]) -> tuple[str, str]:
    """One and many."""
    if reference := next((mark for mark in marks if isinstance(mark, Ref)), None):
        return REFERENCES[reference.kind]
    if isinstance(annotation, type) and issubclass(annotation, Model):
        noun = anchor_of(annotation).replace("-", " ")
        plural = f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2] not in "aeiou" else f"{noun}s"
        return f"[{noun}](#{anchor_of(annotation)})", f"[{plural}](#{anchor_of(annotation)})"
    if get_origin(annotation) is Literal or "enum" in (shape := shape_of(annotation, marks)):
        words = shape_of(annotation, marks)["enum"]
        if len(words) == 1:
            return f"`{words[0]}`", f"`{words[0]}`"
        return ("number", "numbers") if isinstance(words[0], int) else ("word", "words")
    if annotation is date:
        return "date", "dates"
    if annotation is bool:
        return "`true` or `false`", "`true` or `false`"
    if annotation is str and shape["type"] != "string":
        return "text", "texts"
    if annotation is str:
        return _PATTERNS[shape["pattern"]]
    if "oneOf" in shape:
        shape = shape["oneOf"][1]
    noun = "whole number" if shape["type"] == "integer" else "number"
    least, most = shape.get("minimum"), shape.get("maximum")
    limits = f" from {least} to {most}" if most is not None else f" from {least}" if least else ""
    return f"{noun}{limits}", f"{noun}s{limits}"
