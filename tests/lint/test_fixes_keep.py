"""Every fix there is, on a mistake in the middle of a larger file: all other lines and values stay as they were.

Each case names the entry of a table that mends it. It is tried with all tables and, so that nothing else can be what
mends it, with a table of that entry alone.
"""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest

from lint.support_fixes import MAP, mend
from mkdocs_journeys.lint import edits, fixes
from mkdocs_journeys.yamlfile import read

BEFORE = """\
# yaml-language-server: $schema=../../schema/journey.json
title:   "Buy: the # plan"    # the two spaces stay
personas: maya
owner: growth # since May

reviewed: 2026-10-01
notes: |
  Two lines, and a # that is none.

    One is indented.
stages:
  # The first stage
  - stage: consideration
    goal: 'It''s clear'
    steps:
    - {name: Looks, emotion: -1, feelings: [ calm,sceptical ]}   # in braces
    - name: >-
        Compares
        the plans
      touchpoint:  pricing-page
      # What stands below is about the steps, too.
      duration: 5 min   \n"""
AFTER = """\
      says:
        - Where is the price?   # journeys: nothing is ignored here
        - {text: "No, \\"really\\"", evidence: interviews}
      evidence: [interviews]


      lanes: { }
    - name: Buys it – at once 🙂
      emotion: 1
      image:  # to come
      moment_of_truth: true
# The end
"""


class Case(NamedTuple):
    """What is wrong, and right, in the lines of a step; of which entry of which table that is the work."""

    table: str
    rule: str
    edit: Callable[..., Any]
    wrong: str
    right: str

    @property
    def is_unsafe(self) -> bool:
        return self.table == "_UNSAFE"

    @property
    def field(self) -> str:
        """The field that the right lines hold; "" where they hold none."""
        return self.right.strip().partition(":")[0] if ":" in self.right else ""


AMBIGUOUS, INVISIBLE, VALUE = "yaml-ambiguous-text", "yaml-invisible-character", "field-value"
CASES = (
    Case("_LAYOUT", "", edits.indent_with_spaces, "\t\t\tthinks: Hm # no\n", "      thinks: Hm # no\n"),
    Case("_LAYOUT", "", edits.separate_glued, "      thinks:Hm   # no\n", "      thinks: Hm   # no\n"),
    Case("_LAYOUT", "", edits.quote_text, "      thinks: Late: hurry  # no\n", '      thinks: "Late: hurry"  # no\n'),
    Case("_LAYOUT", "", edits.quote_text, "      thinks: @all of you\n", '      thinks: "@all of you"\n'),
    Case("_PRESERVING", AMBIGUOUS, edits.quote_ambiguous, "      thinks: no # no\n", '      thinks: "no" # no\n'),
    Case("_PRESERVING", AMBIGUOUS, edits.quote_ambiguous, "      gains: [on, a]\n", '      gains: ["on", a]\n'),
    Case("_PRESERVING", "ignore-unused", edits.remove_unused_ignore, "      # journeys: ignore flat-emotion x\n", ""),
    Case("_SAFE", INVISIBLE, edits.remove_invisible, "      thinks: H\u00adm # n\u200bo\n", "      thinks: Hm # no\n"),
    Case("_SAFE", VALUE, edits.write_boolean, "      moment_of_truth: yes # ?\n", "      moment_of_truth: true # ?\n"),
    Case("_SAFE", VALUE, edits.number_emotion, "      emotion:  negative # ?\n", "      emotion:  -1 # ?\n"),
    Case("_SAFE", VALUE, edits.unquote_number, "      emotion: '-2' # ?\n", "      emotion: -2 # ?\n"),
    Case(
        *("_UNSAFE", VALUE, edits.remove_unit),
        "      pains: [{id: dear, title: Too dear, reach: 40%}] # ?\n",
        "      pains: [{id: dear, title: Too dear, reach: 40}] # ?\n",
    ),
    Case("_UNSAFE", VALUE, edits.take_suggestion, "      confidence: asumed\n", "      confidence: assumed\n"),
    Case("_UNSAFE", "field-unknown", edits.take_suggestion, "      thnks: Hm # ?\n", "      thinks: Hm # ?\n"),
    Case("_UNSAFE", "reference-unknown", edits.take_suggestion, "      team: grwth # ?\n", "      team: growth # ?\n"),
    Case("_UNSAFE", "yaml-cut-text", edits.quote_cut, "      thinks: A #1  # ?\n", '      thinks: "A #1"  # ?\n'),
)


def entries() -> Iterator[tuple[str, str, Callable[..., Any]]]:
    """Every entry of every table of fixes."""
    for edit in fixes._LAYOUT:
        yield "_LAYOUT", "", edit
    for table in ("_PRESERVING", "_SAFE", "_UNSAFE"):
        for rule, made in getattr(fixes, table).items():
            for edit in made:
                yield table, rule, edit


def with_ends(text: str, end: str) -> bytes:
    return text.replace("\n", end).encode()


def test_every_entry_of_a_table_has_a_case() -> None:
    assert {(case.table, case.rule, case.edit) for case in CASES} == set(entries())


def test_the_file_around_the_mistake_is_sound_and_stays_as_it_is() -> None:
    for end in ("\n", "\r\n"):
        content = with_ends(BEFORE + AFTER, end)
        for unsafe in (False, True):
            done = mend(content, unsafe)
            assert done.files[MAP] == content
            assert not [problem for problem in done.problems if problem.severity == "error"]


@pytest.mark.parametrize("bom", ["", "\ufeff"], ids=["", "bom"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule or 'layout'}-{case.edit.__name__}")
def test_all_other_lines_and_values_stay(case: Case, unsafe: bool, end: str, bom: str) -> None:
    after = mend(with_ends(bom + BEFORE + case.wrong + AFTER, end), unsafe).files[MAP]
    lines = case.wrong if case.is_unsafe and not unsafe else case.right
    assert after == with_ends(bom + BEFORE + lines + AFTER, end)
    values, sound = (read(content, MAP)[0] for content in (after, with_ends(BEFORE + AFTER, end)))
    assert values is not None and sound is not None
    step: Any = values["stages"][0]["steps"][1]  # type: ignore[call-overload, index]
    if case.field and lines == case.right:
        del step[case.field]
    if lines == case.right:
        assert values == sound


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule or 'layout'}-{case.edit.__name__}")
def test_it_is_that_entry_which_mends_it(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fixes, "_LAYOUT", (case.edit,) if case.table == "_LAYOUT" else ())
    for table in ("_PRESERVING", "_SAFE", "_UNSAFE"):
        monkeypatch.setattr(fixes, table, {case.rule: (case.edit,)} if table == case.table else {})
    content = (BEFORE + case.wrong + AFTER).encode()
    assert mend(content, unsafe=True).files[MAP] == (BEFORE + case.right + AFTER).encode()
    monkeypatch.setattr(fixes, case.table, () if case.table == "_LAYOUT" else {})
    assert mend(content, unsafe=True).files[MAP] == content
