"""Keys with values that stand in the middle of a sentence are right, too."""

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from pydantic import TypeAdapter, ValidationError

from docs.support_documents import DOCUMENTS
from mkdocs_journeys.mkdocs.options import Options
from mkdocs_journeys.model import MODELS
from mkdocs_journeys.schema.document import fields_of, parts_of, plain

PAIR = re.compile(r"([a-z_]+): (\S.*)")
NOT_OURS = frozenset({"authors", "builder", "font", "plugins"} | {name for name, _ in Options._schema})
"""Keys of mkdocs.yml and of Backstage; test_fences.py and test_guide.py know those of our plugin."""
WRONG_ON_PURPOSE = frozenset({"check.md", "rules.md"})
"""Pages that show what the check mends or finds; test_formats.py and tests/lint try them."""
FIELDS = [
    (name, field)
    for model in {part for kind in MODELS.values() for part in (kind, *parts_of(kind))}
    for name, field in fields_of(model).items()
]


def pairs_in(document: Path) -> list[tuple[str, str]]:
    """Every `key: value` in running text and tables."""
    tokens = MarkdownIt("commonmark").enable("table").parse(document.read_text("utf-8"))
    codes = [child.content for token in tokens for child in token.children or () if child.type == "code_inline"]
    return [(found[1], found[2]) for code in codes if (found := PAIR.fullmatch(code)) and found[1] not in NOT_OURS]


def fits(name: str, value: str) -> bool:
    """Whether a key of this name, in some kind of file, may have this value."""
    for known, field in FIELDS:
        if known == name:
            try:
                TypeAdapter(field.rebuild_annotation()).validate_python(plain(value))
            except ValidationError:
                continue
            return True
    return False


@pytest.mark.parametrize(
    "document", [path for path in DOCUMENTS if path.name not in WRONG_ON_PURPOSE], ids=lambda path: path.name
)
def test_a_key_with_a_value_in_a_sentence_may_stand_in_a_file(document: Path) -> None:
    assert [f"{name}: {value}" for name, value in pairs_in(document) if not fits(name, value)] == []


def test_some_are_found_and_wrong_ones_are_refused() -> None:
    assert sum(len(pairs_in(path)) for path in DOCUMENTS) > 8
    assert fits("emotion", "{maya: -1, tom: 1}")
    assert not fits("emotion", "negative")
    assert not fits("severety", "major")
