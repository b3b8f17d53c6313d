"""Whatever stands in a file, a refactoring is done or refused, and what is done can be read."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_journeys.load import load
from mkdocs_journeys.refactor import Refactoring, Refusal, merge, move_pain, move_step, new_problems, rename, split
from mkdocs_journeys.sources.tree import Tree
from refactor.support_trees import TRY_IT, USE_IT, base, swapped, text
from support.budgets import examples
from support.yamls import PIECES

TRIES: tuple[Callable[[Tree], Refactoring | Refusal], ...] = (
    lambda tree: rename(tree, "pain", "hidden-fees", "late-price"),
    lambda tree: rename(tree, "persona", "tom", "thomas"),
    lambda tree: rename(tree, "touchpoint", "sign-up", "null"),
    lambda tree: rename(tree, "step", "try-it/start", "begin"),
    lambda tree: merge(tree, "pain", "hidden-fees", "no-trial", keep_missing=True),
    lambda tree: merge(tree, "persona", "maya", "tom", keep_missing=True),
    lambda tree: merge(tree, "touchpoint", "sign-up", "help-line"),
    lambda tree: move_step(tree, "try-it/1", to_stage="onboarding"),
    lambda tree: move_step(tree, "use-it/2", before="try-it/start"),
    lambda tree: move_pain(tree, "no-trial", "try-it/start"),
    lambda tree: move_pain(tree, "slow-board", "use-it/1", keep=True),
    lambda tree: split(tree, "try-it", "2"),
    lambda tree: split(tree, "use-it", "2"),
)


@st.composite
def odd_texts(draw: st.DrawFn) -> tuple[str, str]:
    """The path of a journey, and its text with up to four things put in or taken out."""
    path = draw(st.sampled_from((TRY_IT, USE_IT)))
    found = text(base(), path)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(found)))
        found = found[:at] + draw(st.just("") | st.sampled_from(PIECES)) + found[at + draw(st.integers(0, 4)) :]
    return path, found


@settings(max_examples=examples(150))
@given(odd_texts(), st.sampled_from(TRIES))
def test_no_text_breaks_a_refactoring(odd: tuple[str, str], one: Callable[[Tree], Refactoring | Refusal]) -> None:
    path, content = odd
    tree = Tree({**base().files, path: content.encode("utf-8", "replace")})
    done = one(tree)
    if isinstance(done, Refusal):
        assert done.message.endswith(".")
        return
    _, before = load(tree)
    _, after = load(done.applied(tree))
    new = new_problems(before, after, done)
    assert [problem for problem in new if problem.rule.startswith("yaml-") and problem.severity == "error"] == []


WRONG = [
    ("stages:\n- stage", "stages:\n- nothing\n- stage"),
    ("  steps:\n", "  goal: 1\n  steps:\n  - nothing\n"),
    ("    pains: [slow-board]\n", "    pains: slow-board\n    leads_to: open\n    evidence: 5\n"),
    ("evidence: [interviews]}", "evidence: 5}"),
    ("evidence: [interviews]}", "evidence: [5, {a: 1}]}"),
    ("personas: tom", "personas: {tom: 1}"),
    ("  steps:\n", "  steps:\n- stage: x\n  steps:\n"),
    ("title: Get the team to work in it", "title: [1]"),
    ("owner: support\n", "owner: [support]\nleads_to: 3\npaths: [1]\n"),
]


@pytest.mark.parametrize("one", TRIES)
@pytest.mark.parametrize(("old", "new"), WRONG)
def test_values_of_the_wrong_type_do_not_either(
    one: Callable[[Tree], Refactoring | Refusal], old: str, new: str
) -> None:
    done = one(swapped(base(), USE_IT, (old, new)))
    assert isinstance(done, Refactoring) or done.message.endswith(".")
