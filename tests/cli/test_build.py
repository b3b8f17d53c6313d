"""`journeys build` writes Markdown for other generators."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_journeys.cli import main
from support.processes import BIN, Running, running
from support.serving import write_site
from support.waiting import until

pytestmark = pytest.mark.slow

ARGUMENTS = ["--today", "2026-11-22"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_site(tmp_path / "project")


def run(project: Path, *arguments: str) -> Result:
    out = ["--output", str(project / "out"), "--root", str(project)]
    return CliRunner().invoke(main, ["build", *out, *ARGUMENTS, *arguments])


def test_every_page_and_asset_is_written(project: Path) -> None:
    result = run(project)
    assert result.exit_code == 0, result.output
    out = project / "out"
    assert (out / "index.md").is_file()
    assert "<h1" in (out / "journeys" / "buy.md").read_text("utf-8")
    assert (out / "assets" / "journeys" / "journeys.css").is_file()
    assert "0 changed, 0 removed" in result.stderr


def test_a_second_run_writes_only_what_changed(project: Path) -> None:
    run(project)
    path = project / "journeys" / "maps" / "buy.yml"
    path.write_text(path.read_text("utf-8").replace("Buy it", "Buy it now"), encoding="utf-8")
    untouched = project / "out" / "assets" / "journeys" / "journeys.js"
    before = untouched.stat().st_mtime_ns
    assert "0 made" in run(project).stderr
    assert "Buy it now" in (project / "out" / "journeys" / "buy.md").read_text("utf-8")
    assert untouched.stat().st_mtime_ns == before


def test_a_mistake_is_told_and_nothing_is_written(project: Path) -> None:
    run(project)
    before = (project / "out" / "index.md").read_text("utf-8")
    (project / "journeys" / "maps" / "buy.yml").write_text("title: Buy it\npersonas: nobody\nstages: []\n")
    result = run(project)
    assert result.exit_code == 1
    assert "journeys/maps/buy.yml:2:11: error[reference-unknown]" in result.stderr
    assert "Nothing was written" in result.stderr
    assert (project / "out" / "index.md").read_text("utf-8") == before


def test_a_page_of_your_own_wins(project: Path) -> None:
    (project / "out").mkdir()
    (project / "out" / "index.md").write_text("# Mine\n")
    result = run(project)
    assert result.exit_code == 0
    assert "index.md is not ours" in result.stderr
    assert (project / "out" / "index.md").read_text() == "# Mine\n"


def test_links_fit_a_generator_without_directory_addresses(project: Path) -> None:
    run(project, "--no-directory-urls")
    assert 'journeys/buy.html"' in (project / "out" / "index.md").read_text("utf-8")


def test_a_template_of_your_own_that_fails_is_one_line(project: Path) -> None:
    (project / "own").mkdir()
    (project / "own" / "home.html.j2").write_text("{{ nobody.knows }}")
    result = run(project, "--templates-dir", str(project / "own"))
    assert result.exit_code == 1
    assert "A template of yours fails" in result.stderr
    assert "Traceback" not in result.output


def test_quietly_only_what_is_wrong_is_told_on_one_line(project: Path) -> None:
    assert run(project, "-q").output == ""
    (project / "out" / "pains.md").write_text("mine")
    assert len(run(project, "--quiet").output.splitlines()) == 1
    (project / "journeys" / "maps" / "buy.yml").write_text("title: Buy it\npersonas: nobody\nstages: []\n")
    result = run(project, "--quiet")
    assert result.exit_code == 1
    assert all(line.startswith("journeys/maps/buy.yml:") for line in result.output.splitlines())


def test_outside_of_a_project_it_says_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["build", "--output", "out"])
    assert result.exit_code == 2
    assert "There is no folder journeys/ here or above" in result.stderr


@pytest.mark.parametrize("out", [".", "journeys", "journeys/out", "journeys/../journeys/maps", ".."])
def test_pages_never_go_among_the_journeys(project: Path, out: str) -> None:
    before = sorted(project.rglob("*"))
    result = CliRunner().invoke(main, ["build", "--root", str(project), "--output", str(project / out)])
    assert result.exit_code == 2
    assert "must not hold the journeys' folder or stand in it" in result.stderr
    assert sorted(project.rglob("*")) == before


def test_windows_line_ends_make_the_same_pages(project: Path) -> None:
    run(project)
    for path in (project / "journeys").rglob("*.yml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert "0 made, 0 changed, 0 removed" in run(project).stderr


def test_a_folder_that_cannot_be_written_is_one_line(project: Path) -> None:
    (project / "out").mkdir()
    (project / "out" / "journeys").write_text("mine")
    result = run(project)
    assert result.exit_code == 1
    assert "File exists" in result.stderr
    assert "Traceback" not in result.output


def test_watching_writes_again_what_an_edit_changed(project: Path) -> None:
    page, path = project / "out" / "journeys" / "buy.md", project / "journeys" / "maps" / "buy.yml"
    with watching(project) as watcher:
        save(path, path.read_text("utf-8").replace("Buy it", "Buy it today"))
        until(lambda: "Buy it today" in page.read_text("utf-8"), watcher.said)
    assert "Traceback" not in watcher.said()


def test_watching_outlasts_half_saved_files_and_folders_in_their_place(project: Path) -> None:
    page, path = project / "out" / "journeys" / "buy.md", project / "journeys" / "maps" / "buy.yml"
    text = path.read_text("utf-8")
    with watching(project) as watcher:
        save(path, text[:40])
        until(lambda: watcher.said().count("Nothing was written") == 1, watcher.said)
        path.unlink()
        path.mkdir()
        until(lambda: watcher.said().count("Nothing was written") == 2, watcher.said)
        path.rmdir()
        save(path, text.replace("Buy it", "Buy it at last"))
        until(lambda: "Buy it at last" in page.read_text("utf-8"), watcher.said)
    assert "Traceback" not in watcher.said()


def test_watching_goes_on_after_a_folder_that_could_not_be_written(project: Path) -> None:
    path = project / "journeys" / "maps" / "buy.yml"
    (project / "out").mkdir()
    (project / "out" / "journeys").write_text("in the way")
    with watching(project) as watcher:
        assert "File exists" in watcher.said()
        (project / "out" / "journeys").unlink()
        save(path, path.read_text("utf-8") + "# saved again\n")
        until((project / "out" / "journeys" / "buy.md").exists, watcher.said)


def save(path: Path, text: str) -> None:
    """Write a file of an atlas in one step: a watcher never sees a part of it."""
    beside = path.parents[2] / "saved"
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def test_watching_sees_a_folder_that_goes_and_comes_back(project: Path) -> None:
    page = project / "out" / "journeys" / "buy.md"
    with watching(project) as watcher:
        (project / "journeys").rename(project / "elsewhere")
        until(lambda: "There is no folder journeys/ here" in watcher.said(), watcher.said)
        path = project / "elsewhere" / "maps" / "buy.yml"
        path.write_text(path.read_text("utf-8").replace("Buy it", "Buy it again"), encoding="utf-8")
        (project / "elsewhere").rename(project / "journeys")
        until(lambda: "Buy it again" in page.read_text("utf-8"), watcher.said)


def test_watching_ends_by_sigterm_as_by_ctrl_c(project: Path) -> None:
    with watching(project, signal.SIGTERM) as watcher:
        pass
    assert watcher.said().endswith("Ctrl+C ends.\n\n")


@contextmanager
def watching(project: Path, end: signal.Signals = signal.SIGINT) -> Iterator[Running]:
    """`journeys build --watch` into `out`, ended by a signal."""
    command = [BIN / "journeys", "build", "--watch", "--output", "out", *ARGUMENTS]
    with running(command, project / "said.txt", cwd=project) as watcher:
        until(lambda: "Watching for changes" in watcher.said(), watcher.said)
        yield watcher
        assert watcher.end(end) == 0, watcher.said()


def test_own_pages_are_written_with_what_they_show_and_listed_by_it(project: Path) -> None:
    page = project / "handbook" / "team" / "notes.md"
    page.parent.mkdir(parents=True)
    page.write_text("# Our notes\n\n[it](journey:buy)\n\n```journey\nid: buy\n```\n")
    assert run(project, "--pages", str(project / "handbook")).exit_code == 0
    written = (project / "out" / "team" / "notes.md").read_text("utf-8")
    assert "[it](../journeys/buy.md)" in written
    assert "journeys-map" in written
    assert '<a href="../../team/notes/">Our notes</a>' in (project / "out" / "journeys" / "buy.md").read_text("utf-8")
    page.unlink()
    run(project, "--pages", str(project / "handbook"))
    assert not (project / "out" / "team").exists()


def test_a_mistake_in_an_own_page_is_told_and_makes_it_fail(project: Path) -> None:
    page = project / "handbook" / "notes.md"
    page.parent.mkdir()
    page.write_text("# Our notes\n\n[it](journey:bye)\n")
    result = run(project, "--pages", str(project / "handbook"))
    assert result.exit_code == 1
    assert "handbook/notes.md:3:6: warning[link] There is no journey 'bye'." in result.stderr
    assert (project / "out" / "notes.md").is_file()


def test_own_pages_stand_apart_from_what_is_written(project: Path) -> None:
    (project / "out" / "mine").mkdir(parents=True)
    result = run(project, "--pages", str(project / "out" / "mine"))
    assert result.exit_code == 2
    assert "must not hold the folder of your pages or stand in it" in result.stderr
