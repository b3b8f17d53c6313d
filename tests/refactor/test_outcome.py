"""Refactorings as values."""

import pytest

from mkdocs_journeys.problem import Position, Problem
from mkdocs_journeys.refactor.outcome import Refactoring, edited, new_problems
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.yamlfile.editing.edit import Edit


def problem(message: str, file: str = "a.yml", rule: str = "r") -> Problem:
    return Problem(rule, Position(file, 1, 1), message)


def test_the_tree_afterwards_has_what_was_edited_renamed_created_and_not_what_was_removed() -> None:
    tree = Tree({"a": b"one", "b": b"two", "c": b"three", "d": b"four"}, frozenset({"p.png"}), folder="x")
    done = Refactoring({"a": (Edit(0, 1, "O"),), "b": (Edit(3, 3, "!"),)}, {"b": "z"}, {"e": b"five"}, frozenset("c"))
    assert done.applied(tree) == Tree(
        {"a": b"One", "d": b"four", "e": b"five", "z": b"two!"}, frozenset({"p.png"}), folder="x"
    )
    assert done.places == 2


def test_bytes_that_are_no_text_are_not_edited() -> None:
    with pytest.raises(ValueError, match="UTF-8"):
        edited(b"\xff", ())


def test_a_problem_that_was_there_is_not_new_wherever_it_stands_now() -> None:
    before = [problem("x"), problem("y")]
    assert new_problems(before, [problem("x", "b.yml")], Refactoring()) == []
    again = [problem("x"), problem("x", "b.yml"), problem("z")]
    assert new_problems(before, again, Refactoring()) == again[1:]
    assert new_problems(before, [problem("x", rule="s")], Refactoring()) == [problem("x", rule="s")]


def test_a_problem_that_names_the_thing_by_its_new_id_is_the_old_one() -> None:
    before, after = [problem("'a' and 'a-b' are silent.")], [problem("'new' and 'a-b' are silent.")]
    assert new_problems(before, after, Refactoring(ids={"new": "a"})) == []
    assert new_problems(before, after, Refactoring()) == after


def test_a_created_file_may_share_a_problem_with_the_one_it_comes_from() -> None:
    done = Refactoring(created={"b.yml": b""})
    assert new_problems([problem("x")], [problem("x"), problem("x", "b.yml")], done) == []
    assert new_problems([], [problem("x", "b.yml")], done) == [problem("x", "b.yml")]
