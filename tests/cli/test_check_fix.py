"""`journeys check --fix`, `--unsafe-fixes` and `--diff`."""

import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_journeys.cli import main
from mkdocs_journeys.unified_diff import safe_diff_line

GOOD = Path(__file__).parents[1] / "load" / "good"
MAP = "journeys/maps/pay.yml"
WRONG = """\
title: Buy  # by card
personas: maya
stages:
  - stage: decision
    steps:
      - name: Pays: by card
        emotion: negative   # they say
        thinks: no
"""
RIGHT = WRONG.replace("Pays: by card", '"Pays: by card"').replace("negative", "-1").replace("no\n", '"no"\n')
OTHER = "journeys/personas/ann.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(GOOD, tmp_path, dirs_exist_ok=True)
    write(tmp_path, MAP, WRONG)
    return tmp_path


def write(root: Path, path: str, text: str) -> None:
    (root / path).write_text(text, encoding="utf-8")


def read(root: Path, path: str = MAP) -> str:
    return (root / path).read_text("utf-8")


def check(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["check", "--root", str(root), *words])


def test_what_can_be_mended_is_mended_and_told(root: Path) -> None:
    result = check(root, "--fix")
    assert read(root) == RIGHT
    assert result.stderr.splitlines() == [
        f'mended  {MAP}:6:19: put "Pays: by card" in quotes',
        f"mended  {MAP}:7:18: wrote -1 for 'negative'",
        f"mended  {MAP}:8:17: put 'no' in quotes",
        "3 mistakes mended in 1 file",
    ]
    assert (result.exit_code, "error" in result.stdout) == (0, False)
    again = check(root, "--fix")
    assert (again.stderr, read(root)) == ("", RIGHT)


def test_what_is_left_is_told_and_fails(root: Path) -> None:
    write(root, MAP, WRONG + "owner: grwth\n")
    result = check(root, "--fix", "--quiet")
    assert read(root) == RIGHT + "owner: grwth\n"
    assert result.stdout.startswith(f"{MAP}:9:8: error[reference-unknown] There is no team 'grwth'.")
    assert result.exit_code == 1
    assert check(root, "--unsafe-fixes").exit_code == 0
    assert read(root) == RIGHT + "owner: growth\n"


def test_a_diff_shows_it_and_writes_nothing(root: Path) -> None:
    result = check(root, "--diff")
    assert read(root) == WRONG
    assert result.stdout.splitlines() == [
        f"--- {MAP}",
        f"+++ {MAP}",
        "@@ -3,6 +3,6 @@",
        " stages:",
        "   - stage: decision",
        "     steps:",
        "-      - name: Pays: by card",
        "-        emotion: negative   # they say",
        "-        thinks: no",
        '+      - name: "Pays: by card"',
        "+        emotion: -1   # they say",
        '+        thinks: "no"',
    ]
    assert (result.stderr, result.exit_code) == ("", 1)
    check(root, "--fix")
    assert (check(root, "--fix", "--diff").stdout, check(root, "--diff").exit_code) == ("", 0)


def test_a_diff_says_where_a_file_has_no_last_line_end(root: Path) -> None:
    write(root, MAP, WRONG.rstrip("\n"))
    assert check(root, "--diff").stdout.endswith(
        "-        thinks: no\n\\ No newline at end of file\n"
        '+      - name: "Pays: by card"\n+        emotion: -1   # they say\n'
        '+        thinks: "no"\n\\ No newline at end of file\n'
    )


def test_only_what_is_asked_about_is_mended(root: Path) -> None:
    write(root, OTHER, "name: Ann\nquote: no\n")
    check(root, "--fix", OTHER)
    assert (read(root), read(root, OTHER)) == (WRONG, 'name: Ann\nquote: "no"\n')


def test_a_file_keeps_its_permissions_and_nothing_is_left_beside_it(root: Path) -> None:
    (root / MAP).chmod(0o640)
    before = sorted(path.name for path in (root / MAP).parent.iterdir())
    check(root, "--fix")
    assert (root / MAP).stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in (root / MAP).parent.iterdir()) == before


def test_a_link_is_never_followed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "pay.yml"
    (root / MAP).rename(outside)
    (root / MAP).symlink_to(outside)
    result = check(root, "--fix", "--quiet")
    assert "file-link" in result.stdout
    assert outside.read_text("utf-8") == WRONG


def test_a_file_that_changes_meanwhile_is_not_mended(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from mkdocs_journeys.cli import check as command

    real = command.fix_files

    def slow(*words: object, **named: object) -> object:
        found = real(*words, **named)  # type: ignore[arg-type]
        write(root, MAP, "title: Somebody else was here\n")
        return found

    monkeypatch.setattr(command, "fix_files", slow)
    result = check(root, "--fix")
    assert (result.exit_code, read(root)) == (1, "title: Somebody else was here\n")
    assert f"{MAP} was changed meanwhile, and was left as it is." in result.stderr


def test_a_link_that_appears_meanwhile_is_not_written_through(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from mkdocs_journeys.cli import check as command

    real = command.fix_files

    def slow(*words: object, **named: object) -> object:
        found = real(*words, **named)  # type: ignore[arg-type]
        (root / "journeys").rename(root / "elsewhere")
        (root / "journeys").symlink_to(root / "elsewhere")
        return found

    monkeypatch.setattr(command, "fix_files", slow)
    result = check(root, "--fix")
    assert "is a link" in result.stderr
    assert (root / "elsewhere/maps/pay.yml").read_text("utf-8") == WRONG


@pytest.mark.parametrize("content", [b"\xff\xfe\0", b"\0" * 64, b"[" * 40_000, b"a: *a", b"\xef\xbb\xbf", b"- " * 999])
def test_no_bytes_give_a_traceback_and_none_are_changed(root: Path, content: bytes) -> None:
    (root / MAP).write_bytes(content)
    result = check(root, "--fix", "--unsafe-fixes")
    assert isinstance(result.exception, SystemExit)
    assert (root / MAP).read_bytes() == content


def test_mending_comes_before_a_report(root: Path) -> None:
    result = check(root, "--fix", "--format", "json")
    assert '"problems": [' in result.stdout
    assert "field-value" not in result.stdout and os.linesep in result.stderr


def test_the_summary_says_how_many_may_be_mended(root: Path) -> None:
    assert check(root).stdout.endswith("1 problem may be mended for you: journeys check --fix\n")
    write(root, MAP, WRONG.replace("Pays: by card", "Pays"))
    assert check(root).stdout.endswith("2 problems may be mended for you: journeys check --fix\n")
    assert "mended" not in check(root, "--quiet").output + check(root, "--format", "json").output
    check(root, "--fix")
    assert "mended" not in check(root).output


def test_a_line_of_a_diff_cannot_steer_a_terminal() -> None:
    assert safe_diff_line("+\ta \x1b[2J\u202e b\r\n") == "+       a \\x1b[2J\\u202e b\n"


def test_a_diff_for_a_pipe_is_a_patch(root: Path) -> None:
    (root / MAP).write_bytes(WRONG.replace("\n", "\r\n").replace("they say", "they\tsay").encode())
    assert "-        emotion: negative   # they\tsay\r\n" in check(root, "--diff").stdout_bytes.decode()
