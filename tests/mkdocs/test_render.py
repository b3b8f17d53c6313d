"""However pages get into a build, by one process, by several or by MkDocs' own loop: the site is the same."""

import os
import signal
from collections.abc import Callable
from functools import partial
from multiprocessing import active_children
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from mkdocs.commands.build import build
from mkdocs.exceptions import Abort

from mkdocs_journeys import parallel
from mkdocs_journeys.mkdocs import render
from mkdocs_journeys.mkdocs.view import Reading
from mkdocs_journeys.site.page import Page, Section
from support.builds import ASSETS, built_site, configured, files_of, give, page, search_entries, section

SEVERAL = (
    page("index.md", "Home", in_nav=True, kind="home", wide=True),
    page("journeys.md", "Journeys & more", in_nav=True, kind="journeys", description='"quoted"'),
    *(
        page(
            f"journeys/j{n}.md", f"Journey <{n}>", section("two", "Zwei – 二 😀", 2, words=f"more {n}"), wide=n % 2 == 0
        )
        for n in range(6)
    ),
)
DOCS = {"guide.md": "# Guide"}
HERE = os.getpid()
HOOKS = {
    "content": "def on_page_content(html, page, config, files):\n    return html\n",
    "context": "def on_page_context(context, page, config, nav):\n    return context\n",
    "output": "def on_post_page(output, page, config):\n    return output\n",
    "files": "def on_files(files, config):\n    return files\n",
    "nav": "def on_nav(nav, config, files):\n    return nav\n",
}


@pytest.fixture(autouse=True)
def same_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a sitemap says of the time does not differ."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, bytes]:
    """The files of the site that one process makes."""
    return files_of(built_site(monkeypatch, tmp_path / "alone", SEVERAL, DOCS))


@pytest.fixture
def several_processes(monkeypatch: pytest.MonkeyPatch, alone: dict[str, bytes]) -> None:
    """From here on other processes help even with a few pages, as far as this machine has them."""
    monkeypatch.setattr(render, "FEWEST_PAGES", 2)
    monkeypatch.setattr(parallel, "_cores", lambda: 3)


def elsewhere(do: Callable[[], object]) -> Page:
    """A page that does something when it is drawn by another process than this."""

    def draw() -> tuple[Section, ...]:
        if os.getpid() != HERE:
            do()
        return SEVERAL[4].sections

    return Page(SEVERAL[4].uri, SEVERAL[4].title, draw, wide=SEVERAL[4].wide)


def hooked(folder: Path, text: str) -> dict[str, list[str]]:
    """The setting for a hook of the site's own."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "hook.py").write_text(text, encoding="utf-8")
    return {"hooks": ["hook.py"]}


@pytest.mark.usefixtures("several_processes")
def test_several_processes_make_the_same_site_as_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, alone: dict[str, bytes]
) -> None:
    assert files_of(built_site(monkeypatch, tmp_path, SEVERAL, DOCS)) == alone


@pytest.mark.usefixtures("several_processes")
@pytest.mark.parametrize(
    "end", [partial(os._exit, 1), lambda: os.kill(os.getpid(), signal.SIGKILL)], ids=["gives up", "is killed"]
)
def test_where_a_process_ends_early_the_first_renders_the_rest(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, alone: dict[str, bytes], end: Callable[[], object]
) -> None:
    pages = (*SEVERAL[:4], elsewhere(end), *SEVERAL[5:])
    assert files_of(built_site(monkeypatch, tmp_path, pages, DOCS)) == alone


@pytest.mark.parametrize("name", HOOKS)
def test_mkdocs_own_loop_makes_the_same_site(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, alone: dict[str, bytes], name: str
) -> None:
    settings = hooked(tmp_path, HOOKS[name])
    assert files_of(built_site(monkeypatch, tmp_path, SEVERAL, DOCS, **settings)) == alone


@pytest.mark.parametrize("processes", [1, 3])
def test_what_fails_ends_the_build_with_the_name_of_its_page(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture, processes: int
) -> None:
    def no_figure() -> tuple[Section, ...]:
        raise ValueError("no such figure")

    monkeypatch.setattr(render, "FEWEST_PAGES", 2)
    monkeypatch.setattr(parallel, "_cores", lambda: processes)
    give(monkeypatch, Reading((SEVERAL[0], Page("bad.md", "Bad", no_figure), *SEVERAL[1:], *ASSETS)))
    with pytest.raises(ValueError, match="no such figure"):
        build(configured(tmp_path))
    if processes == 1:
        assert "Error building page 'bad.md': no such figure" in caplog.text


@pytest.mark.usefixtures("several_processes")
def test_a_handwritten_page_that_fails_leaves_no_process(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    template = "{{ page.content if page.title != 'Guide' else fail() }}"
    (tmp_path / "theme").mkdir(parents=True)
    (tmp_path / "theme" / "main.html").write_text(template, encoding="utf-8")
    theme = {"name": "material", "custom_dir": str(tmp_path / "theme")}
    with pytest.raises(UndefinedError, match="fail"):
        built_site(monkeypatch, tmp_path, SEVERAL, DOCS, theme=theme)
    assert active_children() == []


def test_a_dirty_build_writes_every_page_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    alone = files_of(built_site(monkeypatch, tmp_path / "alone", SEVERAL))
    site = built_site(monkeypatch, tmp_path, SEVERAL[:-1])
    (site / "journeys" / "j2" / "index.html").write_text("stale", encoding="utf-8")
    give(monkeypatch, Reading((*SEVERAL, *ASSETS)))
    build(configured(tmp_path), dirty=True)
    assert files_of(site) == alone


SEEN = """
import json
seen = {}
def note(event, page, text):
    if page.file.src_uri == "journeys/j1.md":
        seen[event] = [str(page.title), page.file.abs_src_path, text]
def on_page_read_source(page, config):
    note("source", page, "")
def on_page_markdown(markdown, page, config, files):
    note("markdown", page, markdown)
    return markdown + "\\n\\n*from markdown*"
def on_page_content(html, page, config, files):
    note("content", page, html)
    return html + "<p>from content</p>"
def on_page_context(context, page, config, nav):
    note("context", page, page.content)
    page.content += "<p>from context</p>"
def on_post_page(output, page, config):
    note("output", page, output)
    return output + "<!-- from output -->"
def on_post_build(config):
    with open(config.config_file_path + ".json", "w") as file:
        json.dump(seen, file)
"""


def test_a_hook_sees_a_real_page_at_every_event_and_what_it_returns_is_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import json

    site = built_site(monkeypatch, tmp_path, SEVERAL, DOCS, **hooked(tmp_path, SEEN))
    seen = json.loads((tmp_path / "mkdocs.yml.json").read_text("utf-8"))
    assert list(seen) == ["source", "markdown", "content", "context", "output"]
    assert {title for title, *_ in seen.values()} == {"Journey &lt;1&gt;"}
    assert all(path for _, path, _ in seen.values())
    for event in ("content", "context", "output"):
        assert "body of journeys/j1.md" in seen[event][2], event
    assert "body of" not in seen["markdown"][2]
    html = (site / "journeys" / "j1" / "index.html").read_text("utf-8")
    for words in ("<em>from markdown</em>", "<p>from content</p>", "<p>from context</p>", "<!-- from output -->"):
        assert words in html
    assert "from content" in search_entries(site)["journeys/j1/"]["text"] + str(search_entries(site))


def test_markdown_that_a_hook_gives_as_the_source_stands_above_the_page(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    hook = (
        "def on_page_read_source(page, config):\n"
        "    return '# Instead' if page.file.src_uri == 'journeys/j1.md' else None\n"
    )
    site = built_site(monkeypatch, tmp_path, SEVERAL, DOCS, **hooked(tmp_path, hook))
    html = (site / "journeys" / "j1" / "index.html").read_text("utf-8")
    assert html.index("Instead") < html.index("body of journeys/j1.md")


def test_a_title_in_the_navigation_is_shown_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    nav = ["index.md", {"All of them": "journeys.md"}, {"Inner": [{"One of them": "journeys/j1.md"}]}]
    site = built_site(monkeypatch, tmp_path, SEVERAL, DOCS, nav=nav)
    html = (site / "guide" / "index.html").read_text("utf-8")
    assert "All of them" in html
    assert "One of them" in html
    assert "Journeys &amp; more" not in html


def test_a_hook_may_title_our_pages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    hook = "def on_nav(nav, config, files):\n    nav.pages[1].title = 'From a hook'\n    return nav\n"
    site = built_site(monkeypatch, tmp_path, SEVERAL, DOCS, **hooked(tmp_path, hook))
    assert "From a hook" in (site / "guide" / "index.html").read_text("utf-8")


def test_a_refused_process_or_folder_ends_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, alone: dict[str, bytes], several_processes: None
) -> None:
    def refused() -> int:
        raise OSError("no more processes")

    monkeypatch.setattr(os, "fork", refused)
    try:
        assert files_of(built_site(monkeypatch, tmp_path, SEVERAL, DOCS)) == alone
    except Abort:
        pytest.fail("the build was aborted")
