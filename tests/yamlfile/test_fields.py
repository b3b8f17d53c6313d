"""A field gets another value, comes or goes; every other value and every comment stays."""

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mkdocs_journeys.yamlfile.editing.fields import assignment, without
from mkdocs_journeys.yamlfile.editing.layout import Layout
from mkdocs_journeys.yamlfile.reader import read
from mkdocs_journeys.yamlfile.values import plain_copy
from mkdocs_journeys.yamlfile.writing import yaml_of

TEXT = """\
# at the top
title: A thing   # of two words
status: open
notes: |
  Some lines,
  as they are.
stages:
  # the first
  - id: one  # by hand
    pains: [slow, {id: dear, title: Too dear}]
    # at the end
  - {id: two, name: Two}
"""
WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Co", "Cn", "Zl", "Zp", "Cf"]), min_size=1, max_size=30)
VALUES = (
    WORDS | st.integers(-999, 999) | st.booleans() | st.lists(WORDS, min_size=1, max_size=3) | st.just("2026-09-30")
)
PLACES: list[tuple[str | int, ...]] = [(), ("stages", 0), ("stages", 1), ("stages", 0, "pains", 1)]


def edited(path: tuple[str | int, ...], name: str, value: Any, **options: Any) -> str:
    layout = Layout.from_bytes(TEXT.encode())
    assert layout
    edit = assignment(layout, path, name, value, **options) if value is not None else without(layout, path, name)
    assert edit
    return layout.source.applied(edit).decode()


def values_of(text: str) -> Any:
    return plain_copy(read(text.encode(), "a.yml")[0] or {})


@given(st.sampled_from(PLACES), st.sampled_from(["id", "title", "status", "notes", "owner"]), VALUES)
def test_nothing_but_the_field_changes(path: tuple[str | int, ...], name: str, value: Any) -> None:
    assume(values_of(yaml_of({name: value})) == {name: value})
    layout = Layout.from_bytes(TEXT.encode())
    assert layout
    edit = assignment(layout, path, name, value)
    if edit is None:
        assert isinstance(value, list | str)
        assert path in PLACES[2:]
        return
    wished = values_of(TEXT)
    here = wished
    for part in path:
        here = here[part]
    here[name] = value
    after = layout.source.applied(edit).decode()
    assert values_of(after) == wished
    assert [comment in after for comment in ("# at the top", "# the first", "# at the end")] == [True] * 3


def test_a_comment_behind_a_value_stays() -> None:
    assert "title: Another  # of two words" not in edited((), "title", "Another")
    assert "title: Another   # of two words\n" in edited((), "title", "Another")


@pytest.mark.parametrize(("behind", "before"), [((), "pains"), (("id",), "- id"), (("none",), "pains")])
def test_a_new_field_stands_behind_those_that_are_named(behind: tuple[str, ...], before: str) -> None:
    lines = edited(("stages", 0), "owner", "sales", behind=behind).splitlines()
    assert lines[lines.index("    owner: sales") - 1].strip().startswith(before)


def test_a_day_has_no_quotes() -> None:
    assert "\nresolved: 2026-09-30\n" in edited((), "resolved", "2026-09-30")
    assert "\nresolved: '2026-02-30'\n" in edited((), "resolved", "2026-02-30")


def test_a_text_of_several_lines_gives_way_to_a_word() -> None:
    assert "\nnotes: short\nstages:" in edited((), "notes", "short")


def test_a_field_goes_with_its_line() -> None:
    assert "status" not in edited((), "status", None)
    assert "- {id: two}" in edited(("stages", 1), "name", None)
