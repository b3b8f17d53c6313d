"""A message that Teams takes: an Adaptive Card of version 1.4 below the size of messages."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from changelog.support_notes import HOSTILE, hostile_notes, many_changed, maps, notes
from changelog.test_notes import BUY, WORSE
from mkdocs_journeys.changelog.escape import JOINER
from mkdocs_journeys.changelog.notes import ReleaseNotes
from mkdocs_journeys.changelog.teams import format_notes
from mkdocs_journeys.reports.escape import one_line

SPACING = {"Default", "None", "Small", "Medium", "Large", "ExtraLarge", "Padding"}
RUN = {
    "color": {"Default", "Dark", "Light", "Accent", "Good", "Warning", "Attention"},
    "size": {"Default", "Small", "Medium", "Large", "ExtraLarge"},
    "weight": {"Default", "Lighter", "Bolder"},
    "isSubtle": {True, False},
}
"""What a TextRun may have beside its text and what happens on a click."""


def checked(found: ReleaseNotes) -> dict[str, Any]:
    """The card, after a look at everything that Teams or the schema of version 1.4 refuse."""
    text = format_notes(found)
    assert len(text.encode()) <= 21_000
    message = json.loads(text)
    assert set(message) == {"type", "attachments"}
    [attachment] = message["attachments"]
    assert attachment["contentType"] == "application/vnd.microsoft.card.adaptive"
    card: dict[str, Any] = attachment["content"]
    assert (card["type"], card["version"]) == ("AdaptiveCard", "1.4")
    assert set(card) == {"$schema", "type", "version", "msteams", "body"}
    for element in card["body"]:
        check_element(element)
    return card


def check_element(element: dict[str, Any]) -> None:
    own = {"Container": "items", "RichTextBlock": "inlines"}[element["type"]]
    assert set(element) <= {"type", own, "separator", "spacing"}
    assert element.get("spacing", "Default") in SPACING
    assert element.get("separator", True) is True
    assert element[own]
    for inner in element[own]:
        if own == "items":
            check_element(inner)
        else:
            check_run(inner)


def check_run(run: dict[str, Any]) -> None:
    assert run["type"] == "TextRun"
    assert run["text"]
    assert {name: value for name, value in run.items() if name in RUN and value not in RUN[name]} == {}
    assert set(run) - set(RUN) <= {"type", "text", "selectAction"}
    action = run.get("selectAction", {"type": "Action.OpenUrl", "url": "https://"})
    assert set(action) == {"type", "url"}
    assert action["type"] == "Action.OpenUrl"
    assert action["url"].startswith("https://")


def lines_of(card: dict[str, Any]) -> Iterator[str]:
    """The text of each block."""
    waiting = list(reversed(card["body"]))
    while waiting:
        element = waiting.pop()
        waiting += reversed(element.get("items", ()))
        if "inlines" in element:
            yield "".join(run["text"] for run in element["inlines"])


def test_a_journey_is_a_container_with_its_mean_and_its_changes() -> None:
    card = checked(notes(maps(buy=BUY), maps(buy=WORSE), contributors=["Ann"], site_url="https://maps.example.com"))
    told = list(lines_of(card))
    at = told.index("Buy it")
    assert told[at : at + 3] == [
        "Buy it",
        "Mean emotion +0.5 → −1.0: worse",
        "🔴 worse: Compares fell from positive to very negative",
    ]
    assert "Contributors: Ann." in told
    assert "Open pains: 1 → 1" in told


def test_of_three_hundred_journeys_the_rest_is_counted() -> None:
    card = checked(many_changed(300))
    listed = sum(element["type"] == "Container" for element in card["body"])
    assert listed > 1
    assert any(line.startswith(f"{300 - listed} more journeys changed: ") for line in lines_of(card))


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_of_authors_stand_in_runs_as_they_are(text: str) -> None:
    card = checked(hostile_notes(text))
    assert one_line(f"{text} later", 120) in [line.replace(JOINER, "") for line in lines_of(card)]


def test_letters_of_four_bytes_do_not_make_it_too_large() -> None:
    checked(hostile_notes("\N{GRINNING FACE}" * 200))
