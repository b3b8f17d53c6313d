"""Rich fields."""

import pytest

from mkdocs_journeys.site.rendering.richtext import plain, rich


def to(kind: str, id: str) -> str | None:
    return f"../{kind}s/{id}/" if id != "nobody" else None


def test_commonmark_is_rendered() -> None:
    assert rich("**Two** days\n\n- one\n- two", to) == (
        "<p><strong>Two</strong> days</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n"
    )


def test_links_to_things_lead_to_their_pages() -> None:
    assert 'href="../journeys/buy/"' in rich("[buy](journey:buy)", to)


def test_a_link_to_nothing_keeps_its_words() -> None:
    html = rich("[who](persona:nobody)", to)
    assert "who" in html
    assert "nobody" not in html


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html,<script>1</script>)",
        "[x](vbscript:msgbox)",
        "[x](//evil.example)",
        "![x](https://evil.example/pixel.png)",
        '<https://ok.example/?q="onclick=alert(1)>',
        "[x]: javascript:alert(1)\n\n[x]",
        "<style>*{display:none}</style>",
        "<svg/onload=alert(1)>",
    ],
)
def test_hostile_text_comes_out_harmless(hostile: str) -> None:
    html = rich(hostile, to)
    for bad in (
        "<script",
        "<img",
        "<svg",
        "<style",
        'href="javascript',
        'href="data',
        'href="vbscript',
        'href="//',
    ):
        assert bad not in html.lower()


def test_the_words_alone_are_what_search_finds() -> None:
    assert plain("Some **bold**, [a link](journey:buy)\nand `code`.\n\nMore.") == "Some bold, a link and code. More."
