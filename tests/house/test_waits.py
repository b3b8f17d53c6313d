"""Tests wait for what they want to see, not for a time, and start processes in one way that ends them.

What takes a second here takes a minute elsewhere: `support.waiting.until` and Playwright's `expect` ask until it is
there. `support.processes` ends each process with all its children; and nothing asks what day it is.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

FORBIDDEN = {
    "sleep": "wait for a condition: support.waiting.until",
    "wait_for_timeout": "wait for a condition: Playwright's expect",
    "set_default_timeout": "the limit is support.waiting.LIMIT",
    "Popen": "start processes with support.processes.running",
    "check_call": "run commands with support.processes.run",
    "check_output": "run commands with support.processes.run",
    "today": "the day is support.environment.TODAY, or one that the test names",
    "now": "the day is support.environment.TODAY, or one that the test names",
}
"""Calls by the last part of their name, and what to do in their place."""
MODULES = {"time", "date", "datetime", "subprocess", "page", "asyncio"}
TIMEOUTS = {"timeout", "limit"}


def complaints(source: str) -> Iterator[str]:
    """One line for each call in a test that depends on time, or may leave a process behind."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name, owner = _name(node.func)
            if name in FORBIDDEN and not _is_global_limit(node) and (owner in MODULES or name not in ("today", "now")):
                yield f"line {node.lineno}: {name}(): {FORBIDDEN[name]}"
            if name == "run" and owner == "subprocess":
                yield f"line {node.lineno}: subprocess.run(): run commands with support.processes.run"
            for given in node.keywords:
                if given.arg in TIMEOUTS and isinstance(given.value, ast.Constant) and given.value.value:
                    yield f"line {node.lineno}: {given.arg}={given.value.value}: the limit is support.waiting.LIMIT"


def _name(called: ast.expr) -> tuple[str, str]:
    """The last part of what is called, and the part before it."""
    if isinstance(called, ast.Attribute):
        owner = called.value
        return called.attr, owner.id if isinstance(owner, ast.Name) else getattr(owner, "attr", "")
    return (called.id, "") if isinstance(called, ast.Name) else ("", "")


def _is_global_limit(call: ast.Call) -> bool:
    return any(isinstance(part, ast.Name) and part.id == "LIMIT" for given in call.args for part in ast.walk(given))


def test_no_test_depends_on_time_or_leaves_a_process_behind(repository_root: Path) -> None:
    tests = repository_root / "tests"
    found = [
        f"{path.relative_to(repository_root).as_posix()}: {line}"
        for path in sorted(tests.rglob("*.py"))
        if not path.is_relative_to(tests / "support") and "cases" not in path.parts and path != tests / "conftest.py"
        for line in complaints(path.read_text("utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    "source",
    [
        "time.sleep(1)",
        "from time import sleep\nsleep(0.1)",
        "page.wait_for_timeout(500)",
        "expect(x).to_be_visible(timeout=5000)",
        "page.set_default_timeout(5000)",
        "process.wait(timeout=20)",
        "subprocess.run(['git'])",
        "subprocess.Popen(['git'])",
        "date.today()",
        "datetime.now()",
    ],
)
def test_what_depends_on_time_is_found(source: str) -> None:
    assert len(list(complaints(source))) == 1


@pytest.mark.parametrize(
    "source",
    ["until(lambda: done())", "page.set_default_timeout(LIMIT * 1000)", "run(['git'])", "wait(timeout=LIMIT)", "now()"],
)
def test_what_does_not_is_fine(source: str) -> None:
    assert list(complaints(source)) == []
