"""The script for GitHub's own program, run by a shell with a `gh` that writes down what it was told."""

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.support_drawn import HOSTILE
from mkdocs_journeys.trackers.issue import TrackerIssue
from mkdocs_journeys.trackers.markup import markdown
from mkdocs_journeys.trackers.script import quoted, script
from support.atlases import atlas, journey, pain, step
from support.budgets import examples
from support.processes import run
from trackers.support_atlas import atlas_in, issues_in, tree_of

GH = r"""#!/bin/sh
if [ "$1 $2" = "issue list" ]; then cat "$THERE"; fi
for word; do printf '%s\037' "$word" >> "$SAID"; done
if [ "$1 $2" = "issue create" ]; then cat >> "$SAID"; fi
printf '\036' >> "$SAID"
"""


class GitHubProgram:
    """A `gh` that writes down its words; `there` are the texts of tickets that it tells of."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._bin = folder / "bin"
        self._bin.mkdir()
        program = self._bin / "gh"
        program.write_text(GH)
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        self.there = ""

    def run(self, issues: list[TrackerIssue], *words: str) -> list[list[str]]:
        """The words of each call that makes a ticket; the last is its text."""
        said, there, file = (self._folder / name for name in ("said", "there", "issues.sh"))
        said.write_text("")
        there.write_text(self.there)
        file.write_bytes(script(issues))
        environment = {"PATH": f"{self._bin}:{os.environ['PATH']}", "SAID": str(said), "THERE": str(there)}
        run(["sh", file, *words], only_env=environment, cwd=self._folder)
        calls = [call.split("\x1f") for call in said.read_bytes().decode().split("\x1e")]
        return [call for call in calls if call[:2] == ["issue", "create"]]


@pytest.fixture
def gh(tmp_path: Path) -> GitHubProgram:
    return GitHubProgram(tmp_path)


@pytest.mark.parametrize("case", ["plain", "hostile"])
def test_each_word_arrives_as_it_is(gh: GitHubProgram, case: str, tmp_path: Path) -> None:
    issues = [one for one in issues_in(atlas_in(tree_of(case))) if not one.address]
    calls = gh.run(issues, "acme/shop")
    assert [call[-1] for call in calls] == [markdown(one) for one in issues]
    assert [call[-3] for call in calls] == [f"--title={one.title}" for one in issues]
    assert not (tmp_path / "here").exists()


def test_hostile_titles_arrive_as_they_are(gh: GitHubProgram) -> None:
    pains = [pain(f"p{number}", title=text) for number, text in enumerate((*HOSTILE, "a\\'b", "$(x) `y` \\", "''"))]
    issues = issues_in(atlas(journey("buy", step("Pays", pains=pains))))
    assert [call[-3] for call in gh.run(issues, "acme/shop")] == [f"--title={one.title}" for one in issues]


def test_a_second_run_makes_nothing(gh: GitHubProgram) -> None:
    issues = issues_in(atlas_in(tree_of("hostile")))
    made = gh.run(issues, "acme/shop")
    gh.there = "\n".join(call[-1] for call in made[1:])
    assert gh.run(issues, "acme/shop") == made[:1]


def test_it_asks_for_the_repository(tmp_path: Path) -> None:
    file = tmp_path / "issues.sh"
    file.write_bytes(script([]))
    assert "Name the repository: sh " in run(["sh", file], code=None).stderr


@settings(max_examples=examples(20))
@given(st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",))))
def test_no_quote_stays_open(text: str) -> None:
    parts = quoted(text).split("'\\''")
    assert "'".join(parts) == f"'{text}'"
    assert all("'" not in part.strip("'") for part in parts)
