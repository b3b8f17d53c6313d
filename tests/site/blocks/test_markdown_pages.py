"""Handwritten pages for generators without our plugin."""

from mkdocs_journeys.site.blocks.markdown_pages import handwritten_files, mentions_among
from mkdocs_journeys.site.context import SiteSettings
from support.atlases import atlas, journey, step
from support.contexts import TODAY, templates

ATLAS = atlas(journey("buy", step("Looks around")))


def written(text: str, path: str = "team/notes.md") -> tuple[str, list[str]]:
    files, problems = handwritten_files(ATLAS, SiteSettings(TODAY), templates(), {path: text.encode()}, "handbook")
    return files[path].decode(), [f"{one.position} {one.message}" for one in problems]


def test_blocks_become_html_and_links_become_paths() -> None:
    text, problems = written("# Notes\n\n[x](journey:buy#step-1)\n\n```journey\nid: buy\n```\nEnd\n")
    assert problems == []
    assert "[x](../journeys/buy.md#step-1)" in text
    assert "\n\n<section" in text
    assert "</section>\n\nEnd\n" in text
    assert "\n\n" not in text[text.index("<section") : text.index("</section>")]
    assert "Looks around" in text


def test_what_is_no_markdown_and_fences_of_others_stay_as_they_are() -> None:
    assert written("```journey\nid: buy\n```", "a.txt") == ("```journey\nid: buy\n```", [])
    text = "# A\n\n```python\n[x](journey:bye)\n```\n"
    assert written(text) == (text, [])


def test_mistakes_are_told_at_their_line_and_leave_a_note() -> None:
    text, problems = written("[x](journey:bye)\n\n- item\n\n    ```journey\n    id: buy\n    ```\n")
    assert problems == [
        "handbook/team/notes.md:1:5 There is no journey 'bye'.",
        "handbook/team/notes.md:5:5 Here a block has to begin at the start of its line.",
    ]
    assert "[x](#)" in text
    assert "Here a block has to begin" in text


def test_mentions_have_the_title_and_the_address_of_the_page() -> None:
    pages = {"team/notes.md": b"---\na: 1\n# no title\n---\n# Our notes\n[x](journey:buy)", "logo.png": b"\x89"}
    assert mentions_among(pages, True)(ATLAS) == {("journey", "buy"): [("Our notes", "team/notes/")]}
    assert mentions_among(pages, False)(ATLAS)["journey", "buy"][0].url == "team/notes.html"
