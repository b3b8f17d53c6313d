"""A small sound atlas, and mending of one of its files."""

from dataclasses import replace
from datetime import date

from lint.support_cases import tree_of
from mkdocs_journeys.lint.engine import run_rules
from mkdocs_journeys.lint.fixes import FixResult, fix_files
from mkdocs_journeys.lint.suppressions import apply_ignores
from mkdocs_journeys.load import load
from mkdocs_journeys.problem import Problem
from mkdocs_journeys.sources.tree import Tree

TODAY = date(2026, 11, 22)
MAP = "journeys/maps/new.yml"
HEAD = """\
title: Buy # the plan
personas: maya
owner: growth
reviewed: 2026-10-01
stages:
  - stage: consideration
    steps:
      - name: Pays
"""


def judge(tree: Tree) -> list[Problem]:
    atlas, problems = load(tree)
    if atlas is None:
        return problems
    return sorted([*problems, *apply_ignores(run_rules(atlas, TODAY), tree.files)])


def mend(content: str | bytes, unsafe: bool = False, path: str = MAP) -> FixResult:
    """Mend one file beside those of the base."""
    base = tree_of()
    files = {**base.files, path: content if isinstance(content, bytes) else content.encode()}
    return fix_files(files, [path], lambda now: judge(replace(base, files=now)), unsafe=unsafe)


def text_after(content: str, unsafe: bool = False) -> str:
    return mend(content, unsafe).files[MAP].decode()


def said(content: str, unsafe: bool = False) -> list[str]:
    return [f"{one.position.line}:{one.position.column} {one.description}" for one in mend(content, unsafe).applied]
