"""A Chromium is found, told what to do, and ended, whatever it does; programs that stand in for it misbehave."""

import os
import signal
import stat
import sys
from pathlib import Path

import click
import pytest

from mkdocs_journeys.cli.printing import chromium
from mkdocs_journeys.cli.printing.chromium import Chromium, NoBrowserError, find_chromium
from support.processes import BIN, descendants, running
from support.waiting import until

GOOD = Path(__file__).parents[2] / "load" / "good"


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of this test's own for all temporary ones."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr("tempfile.tempdir", None)
    return folder


def stand_in(folder: Path, script: str) -> str:
    """A program that does what a script of a shell says, named like a Chromium."""
    program = folder / "chromium"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return str(program)


def printed_by(program: str, folder: Path) -> str:
    """What the message says where printing fails."""
    document = folder / "document.html"
    document.write_text("<p>", encoding="utf-8")
    with pytest.raises(click.ClickException) as caught:
        Chromium(program, quiet=True).print_pdf(document, folder / "out.pdf", 1)
    return caught.value.message


def test_the_first_that_is_installed_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = stand_in(tmp_path, "exit 0")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_chromium().path == program
    assert find_chromium("chromium").path == program


def test_where_there_is_none_it_is_said_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(chromium, "usual_places", lambda *_: ())
    for named in ("", "firefox"):
        with pytest.raises(NoBrowserError, match=r"Install Chromium.*--browser.*CHROME") as caught:
            find_chromium(named)
        assert caught.value.exit_code == 2


def test_other_systems_have_places_of_their_own() -> None:
    folders = {"PROGRAMFILES": r"C:\Program Files", "LOCALAPPDATA": r"C:\Users\maya\AppData\Local"}
    on_windows = list(chromium.usual_places("win32", folders))
    assert r"C:\Program Files\Google\Chrome\Application\chrome.exe" in on_windows
    assert r"C:\Users\maya\AppData\Local\Microsoft\Edge\Application\msedge.exe" in on_windows
    assert "/Applications/Chromium.app/Contents/MacOS/Chromium" in chromium.usual_places("darwin", {})
    assert list(chromium.usual_places("linux", folders)) == []


def test_one_that_fails_is_quoted(tmp_path: Path, temporary: Path) -> None:
    said = printed_by(stand_in(tmp_path, "echo 'cannot open \033[31mdisplay' >&2; exit 21"), tmp_path)
    assert "failed with exit code 21" in said and "Nothing was written." in said
    assert "cannot open" in said and "\033" not in said
    assert list(temporary.iterdir()) == []


def test_one_that_ends_without_a_result_is_told(tmp_path: Path) -> None:
    assert "ended without a result" in printed_by(stand_in(tmp_path, "exit 0"), tmp_path)


def test_one_that_cannot_be_started_is_told(tmp_path: Path) -> None:
    program = Path(stand_in(tmp_path, ""))
    program.write_text("#!/nowhere/at/all\n", encoding="utf-8")
    assert "cannot be started" in printed_by(str(program), tmp_path)


def test_one_that_hangs_is_stopped_with_all_that_it_has_started(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chromium, "WAIT", 0.5)
    monkeypatch.setattr(chromium, "WAIT_FOR_PAGE", 0.0)
    monkeypatch.setenv("OF_THIS_TEST", str(tmp_path))
    said = printed_by(stand_in(tmp_path, "sleep 1000 & sleep 1000 & wait"), tmp_path)
    assert "did not end within" in said and "was stopped" in said
    assert list(temporary.iterdir()) == []
    until(lambda: not [one for one in descendants(f"OF_THIS_TEST={tmp_path}") if one[0] != os.getpid()])


def test_without_a_sandbox_it_is_tried_once_more_and_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(chromium, "is_root", lambda: False)
    script = 'case "$*" in *--no-sandbox*) echo "<html>";; *) echo "No usable sandbox!" >&2; exit 133;; esac'
    started = Chromium(stand_in(tmp_path, script))
    assert started.dom_of(tmp_path / "document.html", (800, 600)) == "<html>\n"
    assert started.dom_of(tmp_path / "document.html", (800, 600)) == "<html>\n"
    assert capsys.readouterr().err.count("without") == 1


def test_a_sandbox_is_used_where_it_can_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program, document = stand_in(tmp_path, 'echo "$@"'), tmp_path / "document.html"
    monkeypatch.setattr(chromium, "is_root", lambda: False)
    said = Chromium(program).dom_of(document, (800, 600))
    assert "--no-sandbox" not in said
    assert "MAP * ~NOTFOUND" in said
    monkeypatch.setattr(chromium, "is_root", lambda: True)
    assert "--no-sandbox" in Chromium(program, quiet=True).dom_of(document, (800, 600))


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_leaves_no_process_and_no_profile(tmp_path: Path, temporary: Path, by: signal.Signals) -> None:
    program = stand_in(tmp_path, "echo begun > begun.txt; sleep 1000 & wait")
    command = [BIN / "journeys", "export", "pdf", "--root", GOOD, "-o", tmp_path / "x.pdf", "--browser", program]
    mark = f"OF_THIS_TEST={tmp_path}"
    name, _, value = mark.partition("=")
    with running(command, tmp_path / "log.txt", cwd=tmp_path, env={name: value}) as process:
        until((tmp_path / "begun.txt").is_file, process.said)
        assert len(descendants(mark)) > 1
        assert process.end(by) != 0
        assert "Traceback" not in process.said()
        until(lambda: not descendants(mark))
    assert list(temporary.iterdir()) == []
    assert not (tmp_path / "x.pdf").exists()
