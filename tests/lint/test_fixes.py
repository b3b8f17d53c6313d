"""Mending files: what is mended, what is left alone, and that nothing else changes."""

from collections.abc import Sequence

import pytest

from lint.support_fixes import HEAD, MAP, mend, said, text_after
from mkdocs_journeys.lint.fixes import differs_in_at_most, fix_files
from mkdocs_journeys.problem import Position, Problem, Severity
from mkdocs_journeys.yamlfile import read

STEP = "        "


@pytest.mark.parametrize(
    ("wrong", "right", "told"),
    [
        ("thinks: no", 'thinks: "no"', "put 'no' in quotes"),
        ("thinks: 12:30 # noon", 'thinks: "12:30" # noon', "put '12:30' in quotes"),
        ("feelings: [on, calm, off]", 'feelings: ["on", calm, "off"]', "put 'on' in quotes; put 'off' in quotes"),
        ("thinks: It is late: hurry", 'thinks: "It is late: hurry"', 'put "It is late: hurry" in quotes'),
        ("thinks: It's late: hurry # ok", 'thinks: "It\'s late: hurry" # ok', 'put "It\'s late: hurry" in quotes'),
        ('thinks: So "late": hurry', "thinks: 'So \"late\": hurry'", "put 'So \"late\": hurry' in quotes"),
        ("thinks: @all of them", 'thinks: "@all of them"', 'put "@all of them" in quotes'),
        ("emotion: negative", "emotion: -1", "wrote -1 for 'negative'"),
        ("emotion: Very  Positive # a lot", "emotion: 2 # a lot", "wrote 2 for 'Very  Positive'"),
        ('emotion: "-2"', "emotion: -2", "took -2 out of its quotes"),
        ("moment_of_truth: yes", "moment_of_truth: true", "wrote true for yes"),
        ('moment_of_truth: "No"', "moment_of_truth: false", 'wrote false for "No"'),
        ("thinks: a\u00adb", "thinks: ab", "removed U+00AD SOFT HYPHEN"),
        ("thinks: a\u200b\u2060b", "thinks: ab", "removed U+200B ZERO WIDTH SPACE; removed U+2060 WORD JOINER"),
        ("thinks:Nothing", "thinks: Nothing", "put a space after the colon"),
    ],
)
def test_what_can_only_be_meant_in_one_way_is_mended(wrong: str, right: str, told: str) -> None:
    assert (
        text_after(f"{HEAD}{STEP}{wrong}\n{STEP}owner: growth # x\n")
        == f"{HEAD}{STEP}{right}\n{STEP}owner: growth # x\n"
    )
    assert "; ".join(line.partition(" ")[2] for line in said(f"{HEAD}{STEP}{wrong}\n")) == told


@pytest.mark.parametrize(
    "text",
    [
        "thinks: &Co rocks",
        "thinks: a \u202e b",
        "thinks: \u0e01\u200b\u0e02",
        "thinks: Buy\n  and: sell",
        "says: [{text: a: b}]",
        "touchpoint: no",
        "emotion: sad",
        "emotion: 40%",
        "frequncy: often",
        'thinks: "a" b',
        "pains: [{id: x, title: Yes we, severity: majr}]",
        "thinks: [no",
        "- Buy: the: plan",
        "says:\n          - now: the: plan",
        "buy:Now",
        "emotion: -1 thinks: Hm",
        "thinks: Hm says: [No]",
        "thinks: |\n\ta\n\tb",
    ],
)
def test_what_may_be_meant_otherwise_is_left_alone(text: str) -> None:
    content = f"{HEAD}{STEP}{text}\n"
    assert text_after(content) == content


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("touchpont: pricing-page", "touchpoint: pricing-page"),
        ("touchpoint: pricing-pag", "touchpoint: pricing-page"),
        ("thinks: Ticket #42 is lost", 'thinks: "Ticket #42 is lost"'),
        ("thinks: Over\n          two lines #1", "thinks: Over\n          two lines #1"),
        ("owner: growth #since May", "owner: growth #since May"),
        ("thinks: #1 is lost  # why", 'thinks: "#1 is lost"  # why'),
        ('feelings:\n        - A "new" #1 # yes', "feelings:\n        - 'A \"new\" #1' # yes"),
        (
            "pains: [{id: x, title: Yes we, severity: majr, reach: 40%}]",
            "pains: [{id: x, title: Yes we, severity: major, reach: 40}]",
        ),
    ],
)
def test_what_is_likely_meant_is_mended_only_when_asked_for(wrong: str, right: str) -> None:
    assert text_after(f"{HEAD}{STEP}{wrong}\n") == f"{HEAD}{STEP}{wrong}\n"
    assert text_after(f"{HEAD}{STEP}{wrong}\n", unsafe=True) == f"{HEAD}{STEP}{right}\n"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("action", "name"), ("Step", "name"), ("title", "name"), ("touchpoints", None), ("weather", None)],
)
def test_a_field_of_another_tool_is_renamed_when_asked_for_and_never_guessed(wrong: str, right: str | None) -> None:
    before, _, _ = HEAD.rpartition("      - ")
    content = f"{before}      - {wrong}: Compares the plans\n"
    assert text_after(content) == content
    assert text_after(content, unsafe=True) == f"{before}      - {right or wrong}: Compares the plans\n"
    beside = f"{HEAD}{STEP}{wrong}: Compares the plans\n"
    assert text_after(beside, unsafe=True) == beside


def test_a_suggestion_that_breaks_something_else_is_taken_back() -> None:
    content = f"{HEAD}{STEP}owner: growth\n{STEP}ownr: growth\n"
    assert text_after(content, unsafe=True) == content


def test_tabs_become_spaces_where_their_width_makes_no_difference() -> None:
    tabbed = HEAD.replace("    steps", "\tsteps").replace("      - name", "\t\t- name")
    assert read(tabbed.encode(), MAP)[0] is None
    mended_text = text_after(tabbed)
    assert read(mended_text.encode(), MAP)[0] == read(HEAD.encode(), MAP)[0]
    assert "\t" not in mended_text and "title: Buy # the plan\n" in mended_text


def test_several_mistakes_of_layout_are_mended_one_after_the_other() -> None:
    content = HEAD.replace("owner: ", "owner:").replace("Pays", "Pays: now")
    assert text_after(content) == HEAD.replace("Pays", '"Pays: now"')
    assert [line.split(" ")[0] for line in said(content)] == ["3:6", "8:19"]


def test_a_file_that_still_cannot_be_read_stays_as_it_is() -> None:
    content = HEAD.replace("Pays", "Pays: now") + "  [\n"
    assert text_after(content) == content
    assert said(content) == []


def test_a_comment_that_ignores_nothing_goes_with_its_line_or_without_it() -> None:
    comment = "# journeys: ignore name-too-long it is not"
    content = f"{HEAD}{STEP}{comment}\n{STEP}emotion: -1  {comment}\n{STEP}thinks: 'a # journeys: ignore x y'\n"
    assert text_after(content) == f"{HEAD}{STEP}emotion: -1\n{STEP}thinks: 'a # journeys: ignore x y'\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_line_ends_and_the_byte_order_mark_stay(end: str, bom: str) -> None:
    lines = f"{bom}{HEAD}{STEP}thinks: no\n{STEP}emotion: negative\n".replace("\n", end)
    right = lines.replace("thinks: no", 'thinks: "no"').replace("emotion: negative", "emotion: -1")
    assert mend(lines).files[MAP].decode("utf-8") == right


def test_only_the_wanted_files_are_mended_and_never_figures() -> None:
    problems = [
        Problem("yaml-ambiguous-text", Position(path, 1, 4), "x", severity=Severity.INFO)
        for path in ("a.yml", "b.yml", "c.csv")
    ]
    files = dict.fromkeys(("a.yml", "b.yml", "c.csv"), b"x: no\n")

    def judge(now: object) -> Sequence[Problem]:
        assert isinstance(now, dict)
        return [problem for problem in problems if now[problem.position.file] == b"x: no\n"]

    done = fix_files(files, ["b.yml", "c.csv", "gone.yml"], judge)
    assert done.files == {"a.yml": b"x: no\n", "b.yml": b'x: "no"\n', "c.csv": b"x: no\n"}
    assert [problem.position.file for problem in done.problems] == ["a.yml", "c.csv"]


def test_what_is_left_is_told_as_it_is_afterwards() -> None:
    found = mend(f"{HEAD}{STEP}thinks: no\n{STEP}touchpoint: nowhere\n")
    assert [problem.rule for problem in found.problems] == ["reference-unknown"]


@pytest.mark.parametrize(
    ("before", "after", "count"),
    [
        (b"a: no\n", b'a: "no"  # x\n', 0),
        (b"a: 1\n", b"a: 1.0\n", 1),
        (b"a: 1\n", b"a: true\n", 1),
        (b"a: {b: 1}\n", b"a: {c: 1}\n", 1),
        (b"a: {b: 1}\n", b"a: {c: 2}\n", 2),
        (b"a: [1, 2]\n", b"a: [1, 3]\n", 1),
        (b"a: [1]\n", b"a: {b: 1}\n", 1),
        (b"a: 1\nb: 2\n", b"b: 2\na: 1\n", 4),
    ],
)
def test_differences_are_counted(before: bytes, after: bytes, count: int) -> None:
    assert [differs_in_at_most(most, before, after) for most in (0, 1)] == [count == 0, count <= 1]
    assert [differs_in_at_most(most, after, before) for most in (0, 1)] == [count == 0, count <= 1]


@pytest.mark.parametrize("after", [b"a: [\n", b"", b"a: 1\na: 1\n", b"\xff"])
def test_what_cannot_be_read_or_is_worse_proves_nothing(after: bytes) -> None:
    assert not differs_in_at_most(1, b"a: 1\n", after)
    assert not differs_in_at_most(0, b"a: [\n", b"a: 1\n")
