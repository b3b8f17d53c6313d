"""Every key of every kind of file as a page of Markdown, written from the models."""

from collections.abc import Iterator, Mapping

from pydantic.fields import FieldInfo

from mkdocs_journeys.model import MODELS, Model
from mkdocs_journeys.schema.described import Description, described
from mkdocs_journeys.schema.document import PLACES, fields_of, parts_of, sentence_of, title_of
from mkdocs_journeys.schema.phrases import anchor_of, phrase_of, words_of
from mkdocs_journeys.schema.shapes import shape_of

_INTRO = """\
# Every key

All that may stand in a file, kind by kind. [The journey format](format.md) shows the same by example, and says what
[an id, a date or an address](format.md#kinds-of-value) looks like; [Write a journey](write-a-journey.md) is the way in.
This page is made from the program itself: `journeys schema --markdown` prints it.

Where the second column says *needed*, the key has to be there. All others may be left out. A key that is not listed
here is an error.
"""


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
