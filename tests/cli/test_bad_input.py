"""Whatever lies where a journey should: a message with its place, an exit code that is not 0, and no traceback."""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_journeys.cli import main

GOOD = Path(__file__).parents[1] / "load" / "good"
PATH = "journeys/maps/pay.yml"
JOURNEY = "title: Buy\npersonas: maya\nstages:\n  - stage: decision\n    steps:\n      - name: Pays\n"
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
LINE = re.compile(r"(?P<place>[^:]+:[1-9]\d*:[1-9]\d*): (?P<level>error|warning|info)\[(?P<rule>[a-z-]+)\] .+\.")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(GOOD, tmp_path / "project")
    return tmp_path / "project"


def check(root: Path, *words: str) -> Result:
    result = CliRunner().invoke(main, ["check", "--quiet", "--root", str(root), *words])
    assert isinstance(result.exception, SystemExit | None)
    assert "Traceback" not in result.output
    return result


def told(result: Result) -> list[tuple[str, str, str]]:
    """Place, level and rule of every line."""
    found = [LINE.match(line) for line in result.output.splitlines()]
    assert found and all(found), result.output
    return [(one["place"], one["level"], one["rule"]) for one in found if one]


@pytest.mark.parametrize(
    ("content", "place", "rule"),
    [
        (JOURNEY[: JOURNEY.index("stages") + 4].encode(), "3:1", "yaml-syntax"),
        (f'{JOURNEY}        thinks: "half a te'.encode(), "7:17", "yaml-syntax"),
        (f"{JOURNEY}\temotion: 1\n".encode(), "7:1", "yaml-syntax"),
        (JOURNEY.encode("utf-16"), "1:1", "yaml-encoding"),
        (JOURNEY.encode("utf-16-le"), "1:1", "yaml-encoding"),
        (JOURNEY.replace("Buy", "Käufe").encode("latin-1"), "1:9", "yaml-encoding"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "1:1", "yaml-encoding"),
        (b"title: a\0b\n", "1:9", "yaml-control-character"),
        (f"{JOURNEY}title: Again\n".encode(), "7:1", "yaml-duplicate-key"),
        (BOMB.encode(), "5:28", "yaml-size"),
        (b"title: " + b"[" * 40_000, "1:31", "yaml-depth"),
        (b"title: " + b"{a: " * 40_000, "1:100", "yaml-depth"),
        (b"- " * 40_000, "1:49", "yaml-depth"),
        (f"{JOURNEY}        id: 1.10\n".encode(), "7:13", "field-value"),
        (f"{JOURNEY}        emotion: no\n".encode(), "7:18", "field-value"),
        (f"{JOURNEY}        emotion: 12:30\n".encode(), "7:18", "field-value"),
        (b"\xff" * 64, "1:1", "yaml-encoding"),
        (b"title: x\n" * 600_000, "1:1", "file-size"),
    ],
    ids=lambda value: value if isinstance(value, str) else "file",
)
def test_a_broken_file_is_told_at_its_place(root: Path, content: bytes, place: str, rule: str) -> None:
    (root / PATH).write_bytes(content)
    result = check(root)
    assert result.exit_code == 1
    assert (f"{PATH}:{place}", "error", rule) in told(result)


def test_a_number_that_looks_like_a_version_is_shown_as_it_was_typed(root: Path) -> None:
    (root / PATH).write_text(f"{JOURNEY}        id: 1.10\n", encoding="utf-8")
    assert "`id` is '1.10', which is no id." in check(root).output


@pytest.mark.parametrize("text", ["no", "12:30", "on", "1_000"])
def test_a_text_that_others_read_as_something_else_stays_text_and_is_told(root: Path, text: str) -> None:
    (root / PATH).write_text(f"{JOURNEY}        thinks: {text}\n", encoding="utf-8")
    assert told(check(root)) == [(f"{PATH}:7:17", "info", "yaml-ambiguous-text")]
    assert [check(root).exit_code, check(root, "--fail-on", "info").exit_code] == [0, 1]


def a_folder(path: Path, root: Path) -> None:
    path.mkdir()


def a_pipe(path: Path, root: Path) -> None:
    os.mkfifo(path)


def a_link_to_nothing(path: Path, root: Path) -> None:
    path.symlink_to("nowhere.yml")


def a_link_that_leaves_the_project(path: Path, root: Path) -> None:
    (root.parent / "secret.yml").write_text("title: secret\n", encoding="utf-8")
    path.symlink_to(root.parent / "secret.yml")


def a_link_to_itself(path: Path, root: Path) -> None:
    path.symlink_to(path.name)


@pytest.mark.parametrize(
    ("put", "rule"),
    [
        (a_folder, "file-kind"),
        (a_pipe, "file-kind"),
        (a_link_to_nothing, "file-link"),
        (a_link_that_leaves_the_project, "file-link"),
        (a_link_to_itself, "file-link"),
    ],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_what_is_no_ordinary_file_is_told_and_not_opened(
    root: Path, put: Callable[[Path, Path], None], rule: str
) -> None:
    put(root / PATH, root)
    result = check(root)
    assert result.exit_code == 1
    assert told(result) == [(f"{PATH}:1:1", "error", rule)]
    assert "secret" not in check(root, "--format", "text").output


def test_a_file_that_the_system_refuses_to_read_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / PATH).write_text(JOURNEY, encoding="utf-8")
    real = os.open

    def refusing(path: str, flags: int, *more: int) -> int:
        if str(path).endswith("pay.yml"):
            raise PermissionError(13, "Permission denied")
        return real(path, flags, *more)

    monkeypatch.setattr(os, "open", refusing)
    result = check(root)
    assert result.exit_code == 1
    assert told(result) == [(f"{PATH}:1:1", "error", "file-unreadable")]


def test_the_folder_of_the_journeys_may_be_a_file_a_link_or_not_there(root: Path) -> None:
    (root / "journeys").rename(root / "elsewhere")
    assert told(check(root)) == [("journeys:1:1", "error", "file-missing")]
    (root / "journeys").symlink_to("elsewhere")
    assert told(check(root)) == [("journeys:1:1", "error", "file-link")]
    (root / "journeys").unlink()
    (root / "journeys").write_text("title: Buy\n", encoding="utf-8")
    assert told(check(root)) == [("journeys:1:1", "error", "file-kind")]


def test_a_folder_of_journeys_that_is_a_link_is_told_from_inside_the_project_too(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "journeys").rename(root / "elsewhere")
    (root / "journeys").symlink_to("elsewhere")
    monkeypatch.chdir(root)
    result = CliRunner().invoke(main, ["check", "--quiet"])
    assert told(result) == [("journeys:1:1", "error", "file-link")]
    assert result.exit_code == 1
