"""Release notes in Markdown, and as a page of a docs folder."""

import yaml
from markdown_it import MarkdownIt

from changelog.support_notes import HOSTILE, hostile_notes, many_changed, maps, notes
from changelog.test_notes import BUY, WORSE, measured
from mkdocs_journeys.changelog.markdown import format_notes, format_page

WHOLE = """\
# What changed for customers

Ours, from v1 to v2.

**1 change in 1 journey: 1 for the worse. 1 editorial change is not listed.**

## In figures

| | then | now | change |
|---|---|---|---|
| Journeys | 1 | 1 |  |
| Mean emotion, from −2 to +2 | +0.5 | −1.0 | 🔴 worse |
| Open pains | 1 | 1 |  |

## What was measured

| | then | now | change | target |
|---|---|---|---|---|
| Would recommend us | not known | 45 points |  | 40 points, by 2026-12-31, reached |

## By journey

### [Buy it](https://maps.example.com/journeys/buy/)

Mean emotion +0.5 → −1.0: worse.

- 🔴 worse: [“Compares” fell from positive to very negative](https://maps.example.com/journeys/buy/#step-1)

---

Contributors: Ann and Bo.
"""


def test_the_whole_of_it() -> None:
    new = measured(nps="2026-06-30,45") | {"journeys/maps/buy.yml": WORSE}
    text = format_notes(notes(maps(buy=BUY), new, contributors=["Ann", "Bo"], site_url="https://maps.example.com"))
    assert text.startswith(WHOLE)
    assert text.splitlines()[-1].startswith("*Told is what differs between the two states")


def test_a_page_has_a_title_and_a_description_of_our_own_words() -> None:
    for text in HOSTILE:
        _, front, body = format_page(hostile_notes(text)).split("---\n", 2)
        assert set(yaml.safe_load(front)) == {"title", "description"}
        assert yaml.safe_load(front)["title"] == "What changed"
        assert body.startswith("\n# What changed for customers\n")


def test_whatever_authors_wrote_makes_no_block_of_its_own() -> None:
    expected = blocks("a name")
    assert [text for text in HOSTILE if blocks(text) != expected] == []


def blocks(text: str) -> list[str]:
    markdown = MarkdownIt("commonmark", {"html": True}).enable("table")
    return [token.type for token in markdown.parse(format_notes(hostile_notes(text)))]


def test_of_three_hundred_journeys_forty_are_listed() -> None:
    text = format_notes(many_changed(300))
    assert text.count("\n### ") == 40
    assert "**260 more journeys changed: 2,340 worse.**" in text
