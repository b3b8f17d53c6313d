"""GitHub's workflow commands and the summary of a step."""

import re

import pytest

from lint.reports.support_outcomes import CLEAN, PLAIN, many
from mkdocs_journeys.lint.reports.github import LARGEST_SUMMARY, counts, report, split, summary

COMMAND = re.compile(r"::(error|warning|notice) file=([^,:]*),line=(\d+),col=(\d+),title=([^,:]*)::(.*)")


def test_a_command_says_where_what_and_what_to_do() -> None:
    place = "journeys/maps/buy, or: not 100%25.yml:2:8"
    said = "There is no team 'nobody'.%0ADid you mean 'somebody'?"
    file = "journeys/maps/buy%2C or%3A not 100%25.yml"
    expected = f"::error file={file},line=2,col=8,title=reference-unknown::{place}: {said}"
    assert report(PLAIN).split("\n")[0] == expected


def test_nothing_that_an_author_types_starts_a_command_or_ends_one() -> None:
    lines = report(PLAIN).removesuffix("\n").split("\n")
    assert len(lines) == len(PLAIN.problems)
    assert all(COMMAND.fullmatch(line) for line in lines)
    assert not {"\r", "\x00", "\x1b", "\u202e"} & set("".join(lines))
    assert "100%25" in lines[1]


def test_errors_come_first_and_ten_of_each_kind() -> None:
    kinds = [line.split(" ")[0] for line in report(many(12, 11)).splitlines()]
    assert kinds == ["::error"] * 10 + ["::warning"] * 10


def test_the_rest_is_what_is_not_shown() -> None:
    outcome = many(12, 11)
    shown, rest = split(outcome.problems)
    assert sorted([*shown, *rest]) == sorted(outcome.problems)
    assert [one.severity for one in rest] == ["error", "error", "warning"]
    assert counts(rest) == "2 errors, 1 warning"
    assert split(CLEAN.problems) == ([], [])


def test_the_summary_is_a_table_with_all_texts_in_code_spans() -> None:
    text = summary(split(many(11).problems)[1])
    assert text.startswith(
        "### journeys check: 1 more\n\n| | Where | Rule | What, and what to do |\n|---|---|---|---|\n"
    )
    row = text.splitlines()[-1]
    assert row.count("|") == 5
    bare = re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", row)
    assert bare == "| error |  |  | <br> |"


@pytest.mark.parametrize("room", [0, 10, *range(500, 1_500, 50), 50_000, LARGEST_SUMMARY])
def test_the_summary_never_needs_more_room_than_there_is(room: int) -> None:
    rest = many(900).problems
    text = summary(rest, room)
    assert len(text.encode()) <= room
    rows = sum(line.startswith("| error") for line in text.splitlines())
    left = len(rest) - rows
    assert text == "" or left == 0 or f"…and {left:,} more: `journeys check` lists them all." in text
