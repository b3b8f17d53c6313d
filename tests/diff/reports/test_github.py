"""Workflow commands beside the lines of a pull request."""

import re

from diff.reports.support_documents import document, figures, item
from diff.reports.support_hostile import atlas
from mkdocs_journeys.diff import Judgement
from mkdocs_journeys.diff.reports.document import Document, Spot
from mkdocs_journeys.diff.reports.github import MOST_SHOWN, place_of, report

HERE = Spot(file="journeys/maps/buy.yml", line=3, column=5)
COMMAND = re.compile(r"::(error|warning|notice) (?:[a-z]+=[^,:]*,)*title=[^,:]*::[^\r\n]*")


def commands(*changes: object, **options: object) -> list[str]:
    return list(report(Document(format=1, changes=changes), {}, **options))  # type: ignore[arg-type]


def test_a_change_stands_at_its_place_in_the_head() -> None:
    [command] = commands(item(1, head=HERE))
    assert command == (
        "::warning file=journeys/maps/buy.yml,line=3,col=5,title=Journey%3A worse for the customer"
        "::*Pays* fell from positive to negative"
    )


def test_the_level_says_how_much_it_matters() -> None:
    found = [item(number, judgement=one) for number, one in enumerate(Judgement)]
    assert [line.split()[0] for line in commands(*found)] == ["::warning", "::notice", "::notice", "::notice"]
    failing = [line.split()[0] for line in commands(*found, failing={Judgement.WORSE, Judgement.LOOK})]
    assert failing == ["::error", "::error", "::notice", "::notice"]


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
    gone = item(1, base=Spot(file="journeys/maps/pay.yml", line=3, column=5))
    assert place_of(gone, files) == gone.base
    assert place_of(item(1, base=HERE), files) == Spot(file="journeys/maps/service/buy.yml", line=2, column=1)
    assert place_of(item(1, base=HERE), {}) is None
    assert place_of(item(1, base=HERE, head=HERE), {}) == HERE
    assert commands(item(1, base=HERE))[0].startswith("::warning title=")


def test_no_author_can_write_a_command_of_their_own() -> None:
    text = "x\n::error file=a::b\r%0A::stop-commands::x, y: \x1b[2J\u202e"
    lines = list(report(document(atlas(text, later=False), atlas(text, later=True)), {}))
    assert lines
    for line in lines[:-1]:
        assert COMMAND.fullmatch(line), line
        assert not {"\x1b", "\u202e", "\n", "\r"} & set(line)
