"""A message that Slack takes: its limits, checked as its documentation gives them."""

import json
from typing import Any

import pytest

from changelog.support_notes import HOSTILE, hostile_notes, many_changed, maps, notes
from changelog.test_escape import IN_SLACK
from changelog.test_notes import BUY, WORSE
from mkdocs_journeys.changelog.notes import ReleaseNotes
from mkdocs_journeys.changelog.slack import format_notes

KEYS = {
    "header": {"type", "text"},
    "section": {"type", "text"},
    "divider": {"type"},
    "context": {"type", "elements"},
}
UTF16 = "utf-16-le"


def length(text: str) -> int:
    """Characters as a browser counts them."""
    return len(text.encode(UTF16)) // 2


def checked(found: ReleaseNotes) -> dict[str, Any]:
    """The message, after a look at everything that Slack refuses."""
    message: dict[str, Any] = json.loads(format_notes(found))
    assert set(message) == {"text", "blocks"}
    assert 0 < len(message["blocks"]) <= 50
    for block in message["blocks"]:
        assert set(block) == KEYS[block["type"]]
        for text in texts_of(block):
            most = 150 if block["type"] == "header" else 3_000
            assert 0 < length(text["text"]) <= most
            assert text["type"] == ("plain_text" if block["type"] == "header" else "mrkdwn")
            assert text.get("verbatim") is (None if block["type"] == "header" else True)
        assert len(block.get("elements", ())) <= 10
    assert sum(length(text["text"]) for block in message["blocks"] for text in texts_of(block)) <= 13_000
    return message


def texts_of(block: dict[str, Any]) -> list[dict[str, Any]]:
    return [block["text"]] if "text" in block else block.get("elements", [])


def test_a_journey_is_a_section_with_its_mean_and_its_changes() -> None:
    message = checked(notes(maps(buy=BUY), maps(buy=WORSE), contributors=["Ann"], site_url="https://example.com/a&b"))
    sections = [block["text"]["text"] for block in message["blocks"] if block["type"] == "section"]
    assert sections[-1].splitlines() == [
        "*<https://example.com/a&amp;b/journeys/buy/|Buy it>* · Mean emotion +0.5 → −1.0: worse",
        "• 🔴 worse: <https://example.com/a&amp;b/journeys/buy/#step-1|“Compares” fell from positive to very negative>",
    ]
    assert "Contributors: Ann." in message["blocks"][-1]["elements"][0]["text"]
    assert message["text"] == "What changed for customers. 1 change in 1 journey: 1 for the worse."


def test_of_three_hundred_journeys_the_rest_is_counted() -> None:
    message = checked(many_changed(300))
    sections = [block["text"]["text"] for block in message["blocks"] if block["type"] == "section"]
    listed = sum(text.startswith("*<") for text in sections)
    assert listed > 1
    assert sections[-1].startswith(f"{300 - listed} more journeys changed: ")


def test_a_section_that_would_be_too_long_counts_the_changes_without_room() -> None:
    message = checked(hostile_notes("&" * 190, site_url="https://maps.example.com/" + "x" * 400))
    text = next(
        block["text"]["text"]
        for block in message["blocks"]
        if block["type"] == "section" and "• " in block["text"]["text"]
    )
    listed = text.count("• 🔴")
    assert listed == 1
    assert "more changes" in text


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_of_authors_are_neither_links_nor_mentions_nor_formats(text: str) -> None:
    message = checked(hostile_notes(text, site_url=""))
    for block in message["blocks"][2:-1]:
        for one in texts_of(block):
            for line in one["text"].splitlines():
                ours = line.removeprefix("*").replace("* · Mean", " · Mean").replace("→ *", "→ ").rstrip("*")
                assert not IN_SLACK.search(ours.replace("* 🔴", "").replace("* 🟢", "")), line


def test_without_a_change_it_says_so() -> None:
    message = checked(notes(maps(buy=BUY), maps(buy=BUY)))
    assert "Nothing changed for customers in this time." in message["blocks"][1]["text"]["text"]
