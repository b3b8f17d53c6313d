"""What is being typed at a place, in files that are half typed."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lsp.support_marked import cursor_in
from mkdocs_journeys.lsp.text.cursor import Role, cursor_at
from mkdocs_journeys.lsp.text.outline import tokens_of
from support.budgets import LONG, examples

STEP = "stages:\n  - stage: a\n    steps:\n      - name: A\n"
ROOT = Path(__file__).parents[3]
FILES = sorted((ROOT / "journeys").rglob("*.yml"))
EVERY = 1 if LONG else 97
"""Characters from one place that is tried to the next."""


@pytest.mark.parametrize(
    ("marked", "role", "path", "prefix"),
    [
        ("|", Role.KEY, (), ""),
        ("ti|", Role.KEY, (), "ti"),
        ("title: x\n|", Role.KEY, (), ""),
        ("title: x\nper|\nstatus: live\n", Role.KEY, (), "per"),
        ("personas: |", Role.VALUE, ("personas",), ""),
        ("personas: an|", Role.VALUE, ("personas",), "an"),
        ("personas: [a, b|, c]", Role.VALUE, ("personas", 1), "b"),
        ("personas: [|]", Role.VALUE, ("personas", 0), ""),
        ("personas: [a, |\nstatus: live\n", Role.VALUE, ("personas", 1), ""),
        ("metrics: [a,\n  b, |]\nstatus: x", Role.VALUE, ("metrics", 2), ""),
        ("personas:\n  - |", Role.START, ("personas", 0), ""),
        ("personas:\n  - a\n  - b|", Role.START, ("personas", 1), "b"),
        ("personas:\n  |", Role.START, ("personas",), ""),
        ("personas:\n- a\n- |", Role.START, ("personas", 1), ""),
        ("stages:\n  - st|\n    steps:\n", Role.START, ("stages", 0), "st"),
        ("stages:\n  - stage: aw|\n    steps:\n", Role.VALUE, ("stages", 0, "stage"), "aw"),
        (f"{STEP}        |", Role.KEY, ("stages", 0, "steps", 0), ""),
        (f"{STEP}        |\n        emotion: 1\n", Role.KEY, ("stages", 0, "steps", 0), ""),
        (f"{STEP}      |", Role.START, ("stages", 0, "steps", 1), ""),
        (f"{STEP}    |", Role.KEY, ("stages", 0), ""),
        (f"{STEP}|", Role.KEY, (), ""),
        (f"{STEP}        emotion: {{ana: 1, |}}", Role.KEY, ("stages", 0, "steps", 0, "emotion"), ""),
        (f"{STEP}        emotion: {{ana: |}}", Role.VALUE, ("stages", 0, "steps", 0, "emotion", "ana"), ""),
        (f"{STEP}        feelings: {{ana: [proud, |", Role.VALUE, ("stages", 0, "steps", 0, "feelings", "ana", 1), ""),
        (f"{STEP}        lanes:\n          |", Role.START, ("stages", 0, "steps", 0, "lanes"), ""),
        ("image: {|}", Role.KEY, ("image",), ""),
        ("image: {src: |}", Role.VALUE, ("image", "src"), ""),
        ("image: {src: a.png, al|}", Role.KEY, ("image",), "al"),
        ('says: ["a|", b]', Role.VALUE, ("says", 0), "a"),
        ('name: "Foo|', Role.VALUE, ("name",), "Foo"),
        ("thinks: a b|", Role.VALUE, ("thinks",), "a b"),
        ("thinks: a\n  b|", Role.TEXT, ("thinks",), "b"),
        ("notes: >-\n  see [x](pain:|", Role.TEXT, ("notes",), "see [x](pain:"),
        ("notes: >-\n  one\n\n  |", Role.TEXT, ("notes",), "  "),
    ],
)
def test_the_place_is_told(marked: str, role: Role, path: tuple[str | int, ...], prefix: str) -> None:
    found = cursor_in(marked)
    assert (found.role, found.path, found.prefix) == (role, path, prefix)


@pytest.mark.parametrize(
    "marked",
    ["# a comm|", "title: x # a |", 'name: "Foo"|', "scope: {}|", "notes: >|", "metrics: [a |]", "scope: {starts |}"],
)
def test_nothing_is_typed_in_comments_and_behind_values(marked: str) -> None:
    assert cursor_in(marked).role is Role.NOTHING


@pytest.mark.parametrize(
    ("marked", "given"),
    [
        ("title: x\n|\nstatus: live\n", {"title", "status"}),
        (f"{STEP}        |\n        emotion: 1\n      - name: B\n        wait: 2 d\n", {"name", "emotion"}),
        ("image: {src: a, |, alt: b}", {"src", "alt"}),
        ("personas: [a, |, c]", {"a", "c"}),
        ("personas:\n  - a\n  - |\n  - c\n", {"a", "c"}),
        ("stages:\n  - |\n    steps: []\n", {"steps"}),
    ],
)
def test_what_stands_beside_it_is_known(marked: str, given: set[str]) -> None:
    assert cursor_in(marked).given == given


def test_a_proposal_replaces_the_whole_word() -> None:
    assert cursor_in("personas: an|a-lead # x").end == len("personas: ana-lead")
    assert cursor_in("personas: [an|a, b]").end == len("personas: [ana")
    assert cursor_in('personas: "an|a"').end == len('personas: "ana')


def test_a_key_that_has_a_colon_needs_none() -> None:
    assert cursor_in("tit|: x").colon
    assert cursor_in("ti|tle: x").colon
    assert not cursor_in("tit|\nstatus: live\n").colon


def test_a_colon_or_dash_without_a_space_asks_for_one() -> None:
    assert cursor_in("status:|").space
    assert cursor_in("stages:\n  -|").space
    assert not cursor_in("status: |").space


def test_a_new_item_asks_for_its_dash() -> None:
    assert cursor_in(f"{STEP}      |").dash
    assert not cursor_in(f"{STEP}      - |").dash


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_truncation_of_every_file_has_an_answer(path: Path) -> None:
    text = path.read_text("utf-8")
    for offset in range(0, len(text) + 1, EVERY):
        found = cursor_at(text[:offset], offset)
        assert found.start <= offset <= found.end
        assert found.role is Role.TEXT or found.prefix == text[found.start : offset]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_word_has_the_same_path_when_all_below_it_is_missing(path: Path) -> None:
    text = path.read_text("utf-8")
    keys = [token for token in tokens_of(text) if token.is_key]
    for token in keys[:: 1 if LONG else 13]:
        found = cursor_at(text[: token.end], token.end)
        assert (found.role, found.path) in ((Role.KEY, token.path[:-1]), (Role.START, token.path[:-1]))


@settings(max_examples=examples(200))
@given(st.text(alphabet=" \t\r\n-:[]{}'\"#|>ab,&*%\u2028🙂é\\?", max_size=60), st.integers(0, 60))
@example('"\\"', 3)
def test_no_text_is_too_broken(text: str, offset: int) -> None:
    at = min(offset, len(text))
    found = cursor_at(text, at)
    assert 0 <= found.start <= at <= found.end <= len(text)
