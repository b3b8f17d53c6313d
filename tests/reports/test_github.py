"""Workflow commands beside the lines of a pull request, and the summary of a step."""

import re

import pytest

from mkdocs_journeys.diff import Judgement
from mkdocs_journeys.reports.document import DiffDocument, FilePosition
from mkdocs_journeys.reports.github import (
    LARGEST_SUMMARY,
    MOST_SHOWN,
    check_summary,
    counts,
    format_check,
    format_diff,
    place_of,
    split,
)
from reports.support_documents import ACCEPTED, document, figures, item, mistake
from reports.support_hostile import atlas
from reports.support_outcomes import CLEAN, PLAIN, many

HERE = FilePosition(file="journeys/maps/buy.yml", line=3, column=5)
COMMAND = re.compile(r"::(error|warning|notice) (?:[a-z]+=[^,:]*,)*title=[^,:]*::[^\r\n]*")
PROBLEM_COMMAND = re.compile(r"::(error|warning|notice) file=([^,:]*),line=(\d+),col=(\d+),title=([^,:]*)::(.*)")


def commands(*changes: object, **options: object) -> list[str]:
    return list(format_diff(DiffDocument(format=1, changes=changes), {}, **options))  # type: ignore[arg-type]


def test_a_change_stands_at_its_place_in_the_head() -> None:
    [command] = commands(item(1, head=HERE))
    assert command == (
        "::warning file=journeys/maps/buy.yml,line=3,col=5,title=Journey%3A worse for the customer"
        "::*Pays* fell from positive to negative"
    )


def test_the_level_says_how_much_it_matters() -> None:
    found = [item(number, judgement=one) for number, one in enumerate(Judgement)]
    assert [line.split()[0] for line in commands(*found)] == ["::warning", "::notice", "::notice", "::notice"]
    failing = [line.split()[0] for line in commands(*found, failing={Judgement.WORSE, Judgement.REVIEW})]
    assert failing == ["::error", "::error", "::notice", "::notice"]


def test_mistakes_of_the_head_are_errors_and_what_was_accepted_is_none() -> None:
    found = DiffDocument(
        format=1, changes=(item(1, acknowledged=ACCEPTED),), problems=(mistake(), mistake("base"), mistake(hint=""))
    )
    assert list(format_diff(found, {}, {Judgement.WORSE}, "docs")) == [
        (
            "::error file=docs/journeys/maps/buy.yml,line=4,col=9,title=Journey%3A cannot be read"
            "::There is no team 'nobody'.%0ADid you mean 'sales'?"
        ),
        (
            "::error file=docs/journeys/maps/buy.yml,line=4,col=9,title=Journey%3A cannot be read"
            "::There is no team 'nobody'."
        ),
        (
            "::notice title=Journey%3A accepted until 2027-03-31::*Pays* fell from positive to negative "
            "(accepted by Noémie until 2027-03-31: The new supplier is slower)"
        ),
    ]
    many = DiffDocument(format=1, changes=(), problems=tuple(mistake() for _ in range(MOST_SHOWN + 2)))
    assert len(list(format_diff(many, {}))) == MOST_SHOWN


def test_no_more_of_a_level_than_github_shows_and_the_weightiest_first() -> None:
    found = [item(number, judgement="editorial") for number in range(12)] + [item(90 + at) for at in range(11)]
    lines = commands(*found)
    assert [line.split()[0] for line in lines[:-1]] == ["::warning"] * MOST_SHOWN + ["::notice"] * MOST_SHOWN
    assert lines[-1] == "3 more have no room beside the lines; the summary of this run shows them all."


def test_many_figures_take_one_place() -> None:
    assert len(commands(*figures(40))) == 1


def test_a_project_below_the_top_of_its_repository_is_named_from_there() -> None:
    assert "file=docs/cx/journeys/maps/buy.yml," in commands(item(1, head=HERE), folder="docs/cx")[0]


def test_what_is_gone_is_shown_as_near_as_can_be() -> None:
    files = {"journeys/maps/service/buy.yml": b"a\nb\n", "journeys/maps/pay.yml": b"a\nb\nc\nd\n"}
    gone = item(1, base=FilePosition(file="journeys/maps/pay.yml", line=3, column=5))
    assert place_of(gone, files) == gone.base
    assert place_of(item(1, base=HERE), files) == FilePosition(file="journeys/maps/service/buy.yml", line=2, column=1)
    assert place_of(item(1, base=HERE), {}) is None
    assert place_of(item(1, base=HERE, head=HERE), {}) == HERE
    assert commands(item(1, base=HERE))[0].startswith("::warning title=")


def test_no_author_can_write_a_command_of_their_own() -> None:
    text = "x\n::error file=a::b\r%0A::stop-commands::x, y: \x1b[2J\u202e"
    taken = item(1, acknowledged={"by": text, "until": "2027-01-01", "reason": text})
    found = document(atlas(text, later=False), atlas(text, later=True))
    update = {"changes": (taken, *found.changes), "problems": (mistake(file=text, message=text, hint=text),)}
    lines = list(format_diff(found.model_copy(update=update), {}))
    assert lines
    for line in lines[:-1]:
        assert COMMAND.fullmatch(line), line
        assert not {"\x1b", "\u202e", "\n", "\r"} & set(line)


def test_the_command_of_a_problem_says_where_what_and_what_to_do() -> None:
    place = "journeys/maps/buy, or: not 100%25.yml:2:8"
    said = "There is no team 'nobody'.%0ADid you mean 'somebody'?"
    file = "journeys/maps/buy%2C or%3A not 100%25.yml"
    expected = f"::error file={file},line=2,col=8,title=reference-unknown::{place}: {said}"
    assert format_check(PLAIN).split("\n")[0] == expected


def test_nothing_that_an_author_types_starts_a_command_or_ends_one() -> None:
    lines = format_check(PLAIN).removesuffix("\n").split("\n")
    assert len(lines) == len(PLAIN.problems)
    assert all(PROBLEM_COMMAND.fullmatch(line) for line in lines)
    assert not {"\r", "\x00", "\x1b", "\u202e"} & set("".join(lines))
    assert "100%25" in lines[1]


def test_errors_come_first_and_ten_of_each_kind() -> None:
    kinds = [line.split(" ")[0] for line in format_check(many(12, 11)).splitlines()]
    assert kinds == ["::error"] * 10 + ["::warning"] * 10


def test_the_rest_is_what_is_not_shown() -> None:
    outcome = many(12, 11)
    shown, rest = split(outcome.problems)
    assert sorted([*shown, *rest]) == sorted(outcome.problems)
    assert [one.severity for one in rest] == ["error", "error", "warning"]
    assert counts(rest) == "2 errors, 1 warning"
    assert split(CLEAN.problems) == ([], [])


def test_the_summary_is_a_table_with_all_texts_in_code_spans() -> None:
    text = check_summary(split(many(11).problems)[1])
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
    text = check_summary(rest, room)
    assert len(text.encode()) <= room
    rows = sum(line.startswith("| error") for line in text.splitlines())
    left = len(rest) - rows
    assert text == "" or left == 0 or f"…and {left:,} more: `journeys check` lists them all." in text
