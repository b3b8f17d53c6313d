"""Moving a pain: its definition stands under another step, and nobody else notices."""

import pytest

from mkdocs_journeys.refactor import move_pain
from mkdocs_journeys.sources.tree import Tree
from refactor.support_trees import TRY_IT, USE_IT, base, changed_lines, done, refused, sound, swapped, text


def felt(tree: Tree, pain: str) -> list[tuple[str, int]]:
    """The journey and number of each step where a pain is felt, that which defines it first."""
    return [(place.journey.id, place.number) for place in sound(tree).pains[pain].places]


def test_a_pain_stands_where_its_id_stood() -> None:
    tree = base()
    after = done(move_pain(tree, "no-trial", "try-it/start")).applied(tree)
    assert changed_lines(tree, after, TRY_IT) == [
        "- ",
        "-           - id: no-trial",
        "-             title: One cannot try it",
        "-             evidence: [interviews]",
        "-         pains: [no-trial, hidden-fees]",
        "+         pains:",
        "+           - id: no-trial",
        "+             title: One cannot try it",
        "+             evidence: [interviews]",
        "+           - hidden-fees",
    ]
    assert felt(after, "no-trial") == [("try-it", 3)]


def test_a_step_without_pains_gets_the_field() -> None:
    tree = base()
    after = done(move_pain(tree, "hidden-fees", "try-it/2")).applied(tree)
    assert (
        '          - {text: "Is that all?", evidence: interviews/fees-surprise}\n'
        "        pains:\n"
        "          # The worst of all.\n"
        "          - id: hidden-fees\n"
    ) in text(after, TRY_IT)
    assert felt(after, "hidden-fees") == [("try-it", 2), ("try-it", 3)]


def test_the_old_step_keeps_the_id_where_one_asks_for_it() -> None:
    tree = base()
    after = done(move_pain(tree, "hidden-fees", "use-it/1", keep=True)).applied(tree)
    assert "        pains:\n          - hidden-fees\n\n          - id: no-trial\n" in text(after, TRY_IT)
    assert (
        "    pains:\n      - slow-board\n      # The worst of all.\n      - id: hidden-fees\n        title: The full"
    ) in text(after, USE_IT)
    assert felt(after, "hidden-fees") == [("use-it", 1), ("try-it", 1), ("try-it", 3)]


def test_the_last_pain_of_a_step_takes_the_field_with_it() -> None:
    tree = base()
    after = done(move_pain(tree, "slow-board", "use-it/open")).applied(tree)
    assert text(after, USE_IT).endswith("    touchpoint: help-line\n    emotion: -2\n")
    assert "    - {id: slow-board, title: The board is slow, owner: support, evidence: [interviews]}\n" in text(
        after, USE_IT
    )


def test_in_a_list_of_lines_it_comes_last_or_where_its_id_is() -> None:
    lines = "pains:\n          # first\n          - hidden-fees\n          - slow-board"
    tree = swapped(base(), TRY_IT, ("pains: [no-trial, hidden-fees]", lines))
    after = text(done(move_pain(tree, "slow-board", "try-it/start")).applied(tree), TRY_IT)
    assert "          - hidden-fees\n          - {id: slow-board, title" in after
    after = text(done(move_pain(tree, "no-trial", "try-it/start")).applied(tree), TRY_IT)
    assert "          - slow-board\n          - id: no-trial\n            title: One" in after
    after = text(done(move_pain(tree, "hidden-fees", "try-it/start")).applied(tree), TRY_IT)
    assert "          # first\n          # The worst of all.\n          - id: hidden-fees\n" in after


@pytest.mark.parametrize(
    ("pain", "step", "said"),
    [
        ("no-trial", "try-it/compare", "'no-trial' stands there already."),
        ("no-trail", "try-it/pay", "There is no pain 'no-trail'. Did you mean 'no-trial'?"),
        ("no-trial", "try-it/pays", "try-it has no step 'pays'. Did you mean 'pay'?"),
        ("no-trial", "pay", "'pay' names no journey. Write JOURNEY/STEP."),
    ],
)
def test_what_cannot_be_moved_is_refused_in_a_sentence(pain: str, step: str, said: str) -> None:
    assert refused(move_pain(base(), pain, step)) == said


@pytest.mark.parametrize("written", ["pains: [no-trial,\n          hidden-fees]", "pains: &p [no-trial]"])
def test_a_list_that_cannot_be_written_in_lines_is_refused(written: str) -> None:
    tree = swapped(base(), TRY_IT, ("pains: [no-trial, hidden-fees]", written))
    assert f"{TRY_IT}:54:9 is written in a way" in refused(move_pain(tree, "slow-board", "try-it/start"))


def test_a_step_in_braces_is_refused() -> None:
    tree = swapped(
        base(), TRY_IT, ("      - name: Asks a friend\n", "      - {name: Sleeps}\n      - name: Asks a friend\n")
    )
    assert f"{TRY_IT}:45:9 is written in a way" in refused(move_pain(tree, "slow-board", "try-it/2"))


def test_an_atlas_that_cannot_be_read_is_left_alone() -> None:
    assert "cannot be read" in refused(move_pain(base(use_it="a: ["), "no-trial", "try-it/pay"))
