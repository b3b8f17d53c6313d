"""Whether an edit changed what it was meant to change, and nothing else."""

from collections.abc import Iterator
from typing import Any

from mkdocs_journeys.problem import Severity
from mkdocs_journeys.yamlfile import Map, read


def values_of(content: bytes) -> tuple[Map | None, int]:
    """What a file holds, None where it cannot be read, and how many errors its YAML has."""
    root, problems = read(content, "")
    return root, sum(problem.severity == Severity.ERROR for problem in problems)


def differences(before: Any, after: Any) -> Iterator[tuple[Any, Any]]:
    """The values, or keys, that differ between two trees of plain values; 1, 1.0 and true are not the same."""
    if type(before) is not type(after):
        yield before, after
    elif isinstance(before, dict):
        yield from _of_fields(before, after)
    elif isinstance(before, list):
        if len(before) != len(after):
            yield before, after
        for one, other in zip(before, after, strict=False):
            yield from differences(one, other)
    elif before != after:
        yield before, after


def is_same(before: bytes, after: bytes) -> bool:
    """Whether two files can be read and hold the same values."""
    return _count(before, after) == 0


def is_one_apart(before: bytes, after: bytes) -> bool:
    """Whether two files can be read and differ in one value or one key at most."""
    count = _count(before, after)
    return count is not None and count <= 1


def _of_fields(before: dict[str, Any], after: dict[str, Any]) -> Iterator[tuple[Any, Any]]:
    if len(before) != len(after):
        yield before, after
        return
    for (old, one), (new, other) in zip(before.items(), after.items(), strict=True):
        if old != new:
            yield old, new
        yield from differences(one, other)


def _count(before: bytes, after: bytes) -> int | None:
    (old, wrong), (new, still) = values_of(before), values_of(after)
    if old is None or new is None or still > wrong:
        return None
    return sum(1 for _ in differences(old, new))
