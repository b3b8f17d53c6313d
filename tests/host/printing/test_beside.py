"""Whoever of two processes prints a page, and whatever becomes of the second one: the site is the same."""

import os
import signal
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from mkdocs.commands.build import build

from host.support_build import ASSETS, built_site, configured, files_of, give, page, section
from mkdocs_journeys.host.page import AtlasPage
from mkdocs_journeys.host.printing import beside
from mkdocs_journeys.host.printing.beside import Beside
from mkdocs_journeys.host.printing.press import Press
from mkdocs_journeys.host.printing.printer import Printed
from mkdocs_journeys.host.reading import Reading
from mkdocs_journeys.site.page import Page, Section

SEVERAL = (
    page("index.md", "Home", in_nav=True),
    *(page(f"journeys/j{n}.md", f"Journey <{n}>", section("two", "Zwei – 二", 2, words=f"more {n}")) for n in range(6)),
)
HERE = os.getpid()


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, bytes]:
    """The files of the site that one process makes."""
    return files_of(built_site(monkeypatch, tmp_path / "alone", SEVERAL))


@pytest.fixture
def in_two(monkeypatch: pytest.MonkeyPatch, alone: dict[str, bytes]) -> None:
    """From here on a second process helps even with a few pages."""
    monkeypatch.setattr(beside, "FEWEST_PAGES", 2)
    monkeypatch.setattr(beside, "may_copy", lambda: True)


@pytest.fixture
def late(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first process waits with its first page until the second has come to its end."""
    printed = Beside.printed

    def when_the_other_is_through(self: Beside, one: AtlasPage) -> Printed:
        if self.process:
            os.waitid(os.P_PID, self.process, os.WEXITED | os.WNOWAIT)
        return printed(self, one)

    monkeypatch.setattr(Beside, "printed", when_the_other_is_through)


def once_elsewhere(do: Callable[[], object]) -> Page:
    """A page that does something when it is drawn by another process than this."""

    def draw() -> tuple[Section, ...]:
        if os.getpid() != HERE:
            do()
        return SEVERAL[3].sections

    return Page(SEVERAL[3].uri, SEVERAL[3].title, draw)


def with_page_in_the_middle(one: Page) -> tuple[Page, ...]:
    return (*SEVERAL[:3], one, *SEVERAL[4:])


@pytest.mark.usefixtures("in_two")
def test_two_processes_make_the_same_site_as_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, alone: dict[str, bytes]
) -> None:
    assert files_of(built_site(monkeypatch, tmp_path, SEVERAL)) == alone


@pytest.mark.usefixtures("in_two", "late")
def test_pages_that_are_written_take_no_turn(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, alone: dict[str, bytes]
) -> None:
    turns: list[str] = []
    put = Press.put

    def counted(self: Press, one: AtlasPage, pages: list[object]) -> None:
        put(self, one, pages)  # type: ignore[arg-type]
        turns.append(one.file.src_uri)
        assert pages == [one.file]

    monkeypatch.setattr(Press, "put", counted)
    assert files_of(built_site(monkeypatch, tmp_path, SEVERAL)) == alone
    assert turns == ["index.md"]


@pytest.mark.usefixtures("in_two", "late")
@pytest.mark.parametrize(
    "end", [partial(os._exit, 1), lambda: os.kill(os.getpid(), signal.SIGKILL)], ids=["gives up", "is killed"]
)
def test_where_the_second_process_ends_early_the_first_prints_the_rest(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, alone: dict[str, bytes], end: Callable[[], object]
) -> None:
    pages = with_page_in_the_middle(once_elsewhere(end))
    assert files_of(built_site(monkeypatch, tmp_path, pages)) == alone


@pytest.mark.usefixtures("in_two", "late")
def test_a_page_after_ours_still_has_its_turn(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    hook = tmp_path / "hook.py"
    hook.write_text(
        "from mkdocs.structure.files import File\n\n"
        "def on_files(files, config):\n    files.append(File.generated(config, 'late.md', content='# Late'))\n",
        encoding="utf-8",
    )
    site = built_site(monkeypatch, tmp_path, SEVERAL, hooks=["hook.py"])
    assert "Late" in (site / "late" / "index.html").read_text("utf-8")
    assert "body of journeys/j5.md" in (site / "journeys" / "j5" / "index.html").read_text("utf-8")


@pytest.mark.usefixtures("in_two")
def test_a_dirty_build_writes_every_page_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, alone: dict[str, bytes]
) -> None:
    site = built_site(monkeypatch, tmp_path, SEVERAL[:-1])
    (site / "journeys" / "j2" / "index.html").write_text("stale", encoding="utf-8")
    give(monkeypatch, Reading((*SEVERAL, *ASSETS)))
    build(configured(tmp_path), dirty=True)
    assert files_of(site) == alone


def no_figure() -> tuple[Section, ...]:
    raise ValueError("no such figure")


@pytest.mark.usefixtures("in_two", "late")
def test_what_fails_beside_fails_in_the_build_with_its_reason(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    give(monkeypatch, Reading((*with_page_in_the_middle(Page("bad.md", "Bad", no_figure)), *ASSETS)))
    with pytest.raises(ValueError, match="no such figure"):
        build(configured(tmp_path))


@pytest.mark.usefixtures("in_two")
def test_what_fails_here_fails_in_the_turn_of_its_page(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    give(monkeypatch, Reading((SEVERAL[0], Page("bad.md", "Bad", no_figure), *SEVERAL[1:], *ASSETS)))
    with pytest.raises(ValueError, match="no such figure"):
        build(configured(tmp_path))
    assert "Error building page 'bad.md': no such figure" in caplog.text
