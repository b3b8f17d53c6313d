"""Where keys and values are written."""

import pytest

from mkdocs_journeys.yamlfile.editing.layout import Layout

TEXT = """\
title: "A trial" # why
names: [one, 'two' , {three: 3}]
lone: here
note: >-
  Folded
  text

# next
again: &same value
other: *same
"""


def written(path: tuple[str | int, ...], *, key: bool = False, text: str = TEXT) -> str | None:
    layout = Layout.from_bytes(text.encode())
    assert layout
    span = layout.span(path, key=key)
    return layout.source.text[span.start : span.end] if span else None


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_a_value_is_found_with_its_quotes(end: str, bom: str) -> None:
    text = bom + TEXT.replace("\n", end)
    assert written(("title",), text=text) == '"A trial"'
    assert written(("names", 1), text=text) == "'two'"
    assert written(("names", 2, "three"), text=text) == "3"
    assert (written(("note",), text=text) or "").split() == [">-", "Folded", "text"]


def test_a_key_is_found() -> None:
    assert written(("names", 2, "three"), key=True) == "three"
    assert written(("names", 2), key=True) == "{three: 3}"


def test_a_text_that_stands_for_a_list_is_its_only_item() -> None:
    assert written(("lone", 0)) == "here"
    assert written(("lone", 1)) is None


def test_an_alias_leads_to_its_anchor() -> None:
    assert written(("other",)) == written(("again",)) == "&same value"


@pytest.mark.parametrize("path", [("absent",), ("names", 3), ("names", -1), ("names", "x"), ("title", "x"), (0,)])
def test_what_is_not_there_is_written_nowhere(path: tuple[str | int, ...]) -> None:
    assert written(path) is None


@pytest.mark.parametrize("content", [b"", b"- a", b"a: [", b"\xff", b"a: 1\n---\nb: 2\n", b"a: *gone\n", b"a: \x01\n"])
def test_what_cannot_be_read_has_no_layout(content: bytes) -> None:
    assert Layout.from_bytes(content) is None
