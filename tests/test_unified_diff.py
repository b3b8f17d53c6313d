"""Diffs of what would be written."""

from pathlib import Path

import pytest

from mkdocs_journeys.unified_diff import git_diff, unified_diff
from support.processes import run


def test_a_diff_shows_what_changes() -> None:
    assert "".join(unified_diff({"a": b"1\r\n2", "b": b""}, {"a": b"1\r\n3", "b": b""})) == (
        "--- a\n+++ a\n@@ -1,2 +1,2 @@\n 1\r\n-2\n\\ No newline at end of file\n+3\n\\ No newline at end of file\n"
    )
    assert list(unified_diff({"a": b"1"}, {"a": b"1"})) == []


@pytest.mark.parametrize(
    ("after", "renamed"),
    [
        ({"a": b"1\n", "b": b"2\r\n2\r\n"}, {}),
        ({"a": b"1\n3", "b": b"2\n"}, {}),
        ({"b": b"2\n"}, {}),
        ({"a": b"1\n", "b": b"2\n", "c": b"3"}, {}),
        ({"a": b"1\n", "c": b"2\n"}, {"b": "c"}),
        ({"a": b"1\n", "c": b"2\n\n2\n"}, {"b": "c"}),
        ({"b": b"1\n", "c": b"5\n"}, {"a": "c"}),
    ],
)
def test_git_applies_it(after: dict[str, bytes], renamed: dict[str, str], tmp_path: Path) -> None:
    before = {"a": b"1\n", "b": b"2\n"}
    for name, content in before.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "patch").write_bytes("".join(git_diff(before, after, renamed)).encode())
    run(["git", "init", "-q"], cwd=tmp_path)
    run(["git", "apply", "patch"], cwd=tmp_path)
    found = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file() and path.name != "patch"}
    assert found == after
