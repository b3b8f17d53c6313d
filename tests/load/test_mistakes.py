"""What people new to YAML write in each kind of file, and every word that is said about it.

In each file of mistakes/, `text` is a sound file of one kind, or the one of the good atlas. A mistake adds lines to it,
replaces `old` by `new` in it, or takes its place as a `whole`. `says` are the problems of the atlas, without the file
where it is the one with the mistake; some are no mistakes at all.
"""

import re
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mkdocs_journeys.load import load
from mkdocs_journeys.reports.text import format_line
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.yamlfile import fast_read, read

HERE = Path(__file__).parent
KINDS = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted((HERE / "mistakes").glob("*.toml"))}
MISTAKES = [(kind, mistake) for kind, of_kind in KINDS.items() for mistake in of_kind["mistake"]]
QUOTED_LINE = re.compile(r"`((?:- )?[a-z_]+: [^`…]+)`")


def content_of(kind: str, mistake: dict[str, Any], tree: Tree) -> str:
    base = KINDS[kind].get("text") or tree.files[f"journeys/{KINDS[kind]['file']}"].decode()
    if "old" in mistake:
        assert base.count(mistake["old"]) == 1
        return str(base.replace(mistake["old"], mistake["new"]))
    return str(mistake["whole"] if "whole" in mistake else base + mistake["add"])


def said_of(kind: str, content: str, tree: Tree) -> list[str]:
    path = f"journeys/{KINDS[kind]['file']}"
    _, problems = load(replace(tree, files=dict(sorted({**tree.files, path: content.encode()}.items()))))
    return [format_line(problem).removeprefix(f"{path}:") for problem in problems]


@pytest.mark.parametrize(("kind", "mistake"), MISTAKES, ids=lambda one: one if isinstance(one, str) else one["name"])
def test_each_mistake_is_told_in_these_words(kind: str, mistake: dict[str, Any], good_tree: Tree) -> None:
    assert said_of(kind, content_of(kind, mistake, good_tree), good_tree) == mistake["says"]


@pytest.mark.parametrize("kind", KINDS)
def test_without_a_mistake_nothing_is_said(kind: str, good_tree: Tree) -> None:
    if "text" in KINDS[kind]:
        assert [line for line in said_of(kind, KINDS[kind]["text"], good_tree) if "finding" not in line] == []


def test_there_are_thirty_of_each_kind_of_file_and_none_twice() -> None:
    for of_kind in KINDS.values():
        names = [mistake["name"] for mistake in of_kind["mistake"]]
        assert len(names) == len(set(names)) >= 30


def test_a_line_to_write_is_yaml_that_both_readers_read() -> None:
    lines = [line for _, mistake in MISTAKES for said in mistake["says"] for line in QUOTED_LINE.findall(said)]
    assert len(lines) > 50
    for line in lines:
        text = f"{line}\n" if not line.startswith("- ") else f"x:\n  {line}\n"
        root, problems = read(text.encode(), "x.yml")
        assert problems == []
        assert fast_read(text.encode()) == root
