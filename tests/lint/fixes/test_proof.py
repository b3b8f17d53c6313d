"""Whether an edit changed what it was meant to change."""

import pytest

from mkdocs_journeys.lint.fixes.proof import differences, is_one_apart, is_same


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
    assert (is_same(before, after), is_one_apart(before, after)) == (count == 0, count <= 1)
    assert (is_same(after, before), is_one_apart(after, before)) == (count == 0, count <= 1)


@pytest.mark.parametrize("after", [b"a: [\n", b"", b"a: 1\na: 1\n", b"\xff"])
def test_what_cannot_be_read_or_is_worse_proves_nothing(after: bytes) -> None:
    assert not is_one_apart(b"a: 1\n", after)
    assert not is_same(b"a: [\n", b"a: 1\n")


def test_a_list_that_grew_differs_whatever_else_is_equal() -> None:
    assert len(list(differences([1], [1, 2]))) == 1
    assert len(list(differences({"a": 1}, {"a": 1, "b": 2}))) == 1
