"""What an assistant is told about changes in git."""

from pathlib import Path

import pytest

from support.assistant import Assistant
from support.repositories import Repository, repository

MAP = "journeys/maps/buy.yml"


@pytest.fixture
def changed(root: Path) -> Repository:
    """The good atlas in git, with a pain that got worse since."""
    made = repository(root)
    made.commit("2026-01-31")
    made.git("tag", "before")
    made.edit(MAP, "severity: major", "severity: critical")
    return made


def test_changes_are_said_in_the_words_of_journeys_diff(assistant: Assistant, changed: Repository) -> None:
    found = assistant.ask("compare", base="HEAD")
    assert found["summary"] == "1 change: 1 worse for the customer"
    (change,) = found["changes"]
    assert (change["judgement"], change["where"]) == ("worse", f"{MAP}:48")
    assert "severity rose from *major* to *critical*" in change["text"]


def test_two_revisions_are_compared(assistant: Assistant, changed: Repository) -> None:
    changed.commit("2026-02-28")
    assert assistant.ask("compare", base="before", head="HEAD")["summary"].startswith("1 change")
    assert assistant.ask("compare", base="HEAD", head="HEAD")["summary"] == "No change"


def test_changes_of_other_journeys_can_be_left_out(assistant: Assistant, changed: Repository) -> None:
    assert assistant.ask("compare", base="HEAD", journey="claim")["summary"] == "No change"
    assert assistant.ask("compare", base="HEAD", journey="buy")["changes"]


def test_a_revision_that_is_not_there_is_said(assistant: Assistant, changed: Repository) -> None:
    assert "nowhere" in assistant.ask("compare", base="nowhere").refusal
    assert "cannot be the name of a commit" in assistant.ask("compare", base="--output=x").refusal


def test_a_folder_outside_git_is_said(assistant: Assistant) -> None:
    assert "no git repository" in assistant.ask("compare", base="HEAD").refusal


def test_a_side_with_mistakes_is_said(assistant: Assistant, changed: Repository) -> None:
    changed.edit("journeys/personas/maya.yml", "name: Maya", "nam: Maya")
    changed.commit("2026-03-31")
    changed.edit("journeys/personas/maya.yml", "nam: Maya", "name: Maya")
    refusal = assistant.ask("compare", base="HEAD").refusal
    assert refusal.startswith("HEAD cannot be compared")
    assert "maya.yml" in refusal
