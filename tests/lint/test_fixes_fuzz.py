"""Whatever is in a file, mending changes single values at most, and mending again changes nothing."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from lint.support_cases import tree_of
from lint.support_fixes import MAP, judge, mend
from mkdocs_journeys.problem import Problem
from mkdocs_journeys.yamlfile import read
from mkdocs_journeys.yamlfile.values import differences
from support.budgets import examples

BASE = tree_of()
WORDS = ("no", "yes", "on", "12:30", "negative", "Very positive", '"-1"', "a\u200bb", "a\u00adb", "pricing-pag", "40%")
SNIPPETS = (
    *WORDS,
    "  # journeys: ignore flat-emotion x",
    "\t",
    ": ",
    "@",
    "- ",
    "\r\n",
    "'",
    '"',
    "#",
    "\ufeff",
    "&a ",
    "*a",
)
SAME = ("put ", "removed a comment")
"""How it is told that no value was changed."""
_KEY = re.compile(r"( *(?:- )?[a-z_]+:) .*")


@st.composite
def broken(draw: st.DrawFn) -> str:
    """The first journey of the base with words put in place of values, or in the middle of lines."""
    lines = ["# A comment", *BASE.files["journeys/maps/buy.yml"].decode().splitlines(), "# Another", ""]
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(lines) - 1))
        found = _KEY.fullmatch(lines[at])
        if found and draw(st.booleans()):
            lines[at] = f"{found[1]} {draw(st.sampled_from(WORDS))}"
        else:
            column = draw(st.integers(0, len(lines[at])))
            lines[at] = lines[at][:column] + draw(st.sampled_from(SNIPPETS)) + lines[at][column:]
    return draw(st.sampled_from(["", "\ufeff"])) + draw(st.sampled_from(["\n", "\r\n"])).join(lines) + "\n"


@settings(max_examples=examples(40))
@given(broken(), st.booleans())
def test_mending_twice_is_mending_once(text: str, unsafe: bool) -> None:
    once = mend(text, unsafe).files[MAP]
    again = mend(once, unsafe)
    assert again.files[MAP] == once
    assert again.applied == []


@settings(max_examples=examples(40))
@given(broken())
def test_no_value_changes_but_those_that_were_told(text: str) -> None:
    found = mend(text)
    before, after = read(text.encode(), MAP)[0], read(found.files[MAP], MAP)[0]
    if not found.applied:
        assert found.files[MAP] == text.encode()
    if before is not None:
        assert sum(1 for _ in differences(before, after)) <= sum(
            not one.description.startswith(SAME) for one in found.applied
        )
    assert comments(found.files[MAP].decode()) == comments(text)


@settings(max_examples=examples(40))
@given(broken())
def test_mending_brings_no_problem_to_a_file_that_could_be_read(text: str) -> None:
    if read(text.encode(), MAP)[0] is None:
        return
    files = {**BASE.files, MAP: text.encode()}
    assert errors(mend(text).problems) - errors(judge(replace(BASE, files=files))) == Counter()


def errors(problems: Iterable[Problem]) -> Counter[str]:
    return Counter(one.message for one in problems if one.severity == "error")


def comments(text: str) -> list[str]:
    """The comments that stand alone, but for those that ignore rules, and without what nobody can see."""
    visible = re.sub("[\u200b\u2060\ufeff\u00ad]", "", text)
    lines = (line.strip() for line in re.split(r"\r\n|\r|\n", visible))
    return [line for line in lines if line.startswith("# ") and "journeys: ignore" not in line]
