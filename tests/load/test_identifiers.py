"""Links in rich fields are found where they stand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_journeys.load import FileRole, parse_file
from mkdocs_journeys.load.identifiers import links_of, links_of_markdown
from support.budgets import examples


def spots(text: str) -> list[str]:
    parsed = parse_file(FileRole("journeys/personas/ann.yml", "persona", "ann"), text.encode())
    return [f"{s.position.line}:{s.position.column} {s.kind}:{s.target}" for s in parsed.locations.mentions]


def test_a_link_in_a_one_line_text() -> None:
    assert spots("name: Ann\nsummary: See [it](journey:buy) now\n") == ["2:19 journey:buy"]


def test_links_in_a_block_keep_their_lines() -> None:
    text = "name: Ann\nsummary: |\n  One [a](pain:a).\n\n  Two [b](evidence:study/finding)\n  and [c](pain:a).\n"
    assert spots(text) == ["3:11 pain:a", "5:11 evidence:study/finding", "6:11 pain:a"]


@pytest.mark.parametrize("mark", [">-", "|+", ""])
def test_links_in_folded_texts_keep_their_lines(mark: str) -> None:
    assert spots(f"summary: {mark}\n  Long\n  text [a](team:growth)\nname: Ann\n") == ["3:12 team:growth"]


def test_a_link_that_cannot_be_found_as_typed_is_reported_at_its_field() -> None:
    assert spots('summary: "[a](\\x70ain:one)"\nname: see pain:one\n') == ["1:10 pain:one"]


def test_code_and_web_links_are_no_links_to_the_atlas() -> None:
    assert spots("name: Ann\nsummary: '`pain:a` <https://example.com/pain:b> pain:c \\[x](pain:d)'\n") == []


def test_a_link_definition_counts() -> None:
    assert spots("name: Ann\nsummary: |\n  See [it].\n\n  [it]: stage:decision\n") == ["5:9 stage:decision"]


def test_other_fields_are_plain_text() -> None:
    assert spots("name: '[a](pain:a)'\nquote: '[a](pain:a)'\n") == []


@pytest.mark.parametrize("address", ["channel:web", "ftp://example.com", "Journey:buy"])
def test_other_schemes_are_refused(address: str) -> None:
    text = f"name: Ann\nsummary: See [it]({address})\n"
    parsed = parse_file(FileRole("journeys/personas/ann.yml", "persona", "ann"), text.encode())
    assert [(problem.rule, problem.position.column) for problem in parsed.problems] == [("rich-link", 19)]


PIECES = (
    *("a", " ", "\n", "\n\n", "[", "]", "(", ")", "](", "[a](", "pain:a", "journey:b/c", "`", "*", "_", "<", ">", "!"),
    *("\\", "&amp;", "&#91;", "- ", "1. ", "> ", "# ", "    ", "~~~", "\t", ":", "http://x", "[x](journey:y)"),
)


@settings(max_examples=examples(200))
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_a_simple_text_holds_the_links_that_markdown_finds_in_it(text: str) -> None:
    assert links_of(text) == list(links_of_markdown(text))


def test_all_links_of_a_text_are_looked_up_at_once() -> None:
    text = "name: Ann\nsummary: See [it](journey:buy), <https://x.org> and [c](pain:c)\n"
    assert spots(text) == ["2:19 journey:buy", "2:57 pain:c"]
