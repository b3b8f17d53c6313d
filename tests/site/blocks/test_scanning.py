"""Which fences and links of a Markdown text are ours."""

import pytest

from mkdocs_journeys.site.blocks.scanning import BlockText, LinkText, blocks_and_links, with_replaced

BLOCK = "```journey\nid: buy\n```"


def found(text: str) -> list[BlockText | LinkText]:
    return list(blocks_and_links(text.split("\n")))


def blocks(text: str) -> list[BlockText]:
    return [part for part in found(text) if isinstance(part, BlockText)]


def links(text: str) -> list[tuple[str, str, str, int, int]]:
    return [tuple(part) for part in found(text) if isinstance(part, LinkText)]


def set_in(text: str, prefix: str) -> str:
    return "\n".join(f"{prefix}{line}" for line in text.split("\n"))


def test_a_block_has_the_line_of_its_fence_and_the_lines_between() -> None:
    assert blocks(f"# Title\n\n{BLOCK}\n") == [BlockText("journey", 3, "", ("id: buy",), True)]


@pytest.mark.parametrize(
    "text",
    [
        "```yaml\nid: buy\n```",
        "```journeys\nid: buy\n```",
        '```journey title="x"\nid: buy\n```',
        f"````markdown\n{BLOCK}\n````",
        f"~~~\n{BLOCK}\n~~~",
        f"<!--\n{BLOCK}\n-->",
        set_in(BLOCK, "    "),
        f"Text\n\n{set_in(BLOCK, '    ')}",
        "`` ```journey ``",
        "```journey ```",
    ],
)
def test_fences_of_others_examples_comments_and_code_are_no_blocks(text: str) -> None:
    assert blocks(text) == []


@pytest.mark.parametrize("above", ["- item", "1. item", "!!! note", '??? tip "x"', '=== "Tab"', "[^1]: note"])
def test_a_block_may_stand_in_what_sets_text_in(above: str) -> None:
    assert blocks(f"{above}\n\n{set_in(BLOCK, '    ')}") == [BlockText("journey", 3, "    ", ("id: buy",), True)]
    assert blocks(f"- list\n\n    {above}\n\n{set_in(BLOCK, '        ')}")[0].body == ("id: buy",)


def test_a_block_may_stand_in_a_quotation() -> None:
    assert blocks(set_in(BLOCK, "> "))[0].body == ("id: buy",)


def test_a_block_without_an_end_takes_the_rest() -> None:
    assert blocks("```metric\nid: a\n\ntext") == [BlockText("metric", 1, "", ("id: a", "", "text"), False)]


def test_a_link_has_its_place_and_what_it_names() -> None:
    assert links("x\nSee [it](journey:buy) and [that](<pain:slow>).") == [
        ("journey", "buy", "", 2, 10),
        ("pain", "slow", "", 2, 35),
    ]
    assert links('[it](journey:buy#step-3 "Title")') == [("journey", "buy", "#step-3", 1, 6)]
    assert links("[a]: evidence:talks/price") == [("evidence", "talks/price", "", 1, 6)]


@pytest.mark.parametrize("text", ["`[x](journey:buy)`", "journey:buy", "[x](journey.md)", "[x](https://journey:80)"])
def test_code_and_other_addresses_are_no_links(text: str) -> None:
    assert links(text) == []
    assert links(f"```\n{text}\n```\n<!-- {text} -->") == []


def test_only_blocks_and_addresses_are_replaced() -> None:
    text = f'[x](journey:buy), `[y](pain:z)` [z](pain:slow "t")\n{BLOCK}\n```python\n[x](journey:buy)\n```'
    replaced = with_replaced(text.split("\n"), lambda block: ["", block.name, ""], lambda link: f"{link.id}.md")
    assert "\n".join(replaced) == (
        '[x](buy.md), `[y](pain:z)` [z](slow.md "t")\n\njourney\n\n```python\n[x](journey:buy)\n```'
    )
