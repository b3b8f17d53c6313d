"""`journeys export` through the browser of the tests: what is printed is read back, what is drawn is looked at."""

import re
import shutil
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from math import ceil
from pathlib import Path
from threading import Thread

import pdfplumber
import pytest
from click.testing import CliRunner
from pdfplumber.page import Page
from PIL import Image
from playwright.sync_api import Browser

from mkdocs_journeys.cli import main
from mkdocs_journeys.cli.printing.chromium import Chromium
from mkdocs_journeys.exports.printed.picture import size_of
from support.processes import run

GOOD = Path(__file__).parents[1] / "load" / "good"
DAY = ("--today", "2026-11-22")
TITLES = (
    "Find out whether the trial is worth paying for",
    "Buy without a call",
    "Maya",
    "Tom",
    "How might we show one price?",
)
HEADINGS = {"Pains": "Pain-point backlog"}
"""What the pages are called that the contents name otherwise."""

Export = Callable[..., str]


@pytest.fixture(scope="module")
def program(repository_root: Path) -> str:
    """The browser of the tests."""
    return run([repository_root / "tools" / "ensure_browser.sh", "--no-install"]).stdout.strip()


@pytest.fixture(scope="module")
def export(program: str) -> Export:
    """Runs `journeys export` on the good atlas, or on that at `root`; gives what it says."""

    def call(*words: str | Path, root: Path = GOOD) -> str:
        options = ["--root", root, *([] if words[0] == "svg" else ["--browser", program])]
        result = CliRunner().invoke(main, ["export", *map(str, [*words, *options])])
        assert result.exit_code == 0, result.output
        return result.output

    return call


@pytest.fixture(scope="module")
def book(export: Export, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole good atlas as a book."""
    file = tmp_path_factory.mktemp("book") / "atlas.pdf"
    export("pdf", "-o", file, *DAY)
    return file


@pytest.fixture(scope="module")
def pages(book: Path) -> list[str]:
    """The text of each page of the book, and below it what stands in the margin."""
    with pdfplumber.open(book) as pdf:
        return [text_of(page) for page in pdf.pages]


def text_of(page: Page) -> str:
    edge = page.height - 36
    above, below = page.crop((0, 0, page.width, edge)), page.crop((0, edge, page.width, page.height))
    return f"{above.extract_text()}\n---\n{below.extract_text()}"


def test_the_contents_lead_to_the_pages_on_which_things_stand(pages: list[str]) -> None:
    listed = re.findall(r"(?:^| )([A-Z][^0-9\n]+?) (\d+)(?= |$)", pages[1].partition("\n---\n")[0], re.MULTILINE)
    assert [title for title, _ in listed if title in TITLES] and len(listed) > len(TITLES)
    for title, number in listed:
        shown = HEADINGS.get(title, title)
        assert shown in pages[int(number) - 1].splitlines()[0], title


def test_each_page_after_the_title_has_its_number(pages: list[str]) -> None:
    feet = [text.rpartition("---\n")[2] for text in pages]
    assert feet == ["", *(f"A small atlas {number}" for number in range(2, len(pages) + 1))]


def test_all_pages_lie_on_their_side(book: Path) -> None:
    with pdfplumber.open(book) as pdf:
        assert all(page.width > page.height for page in pdf.pages)


def test_no_link_leads_to_a_file_of_this_machine(book: Path) -> None:
    assert b"file:" not in book.read_bytes()


def test_a_persona_is_printed_alone_and_always_in_the_same_bytes(export: Export, tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("maya.pdf", "again.pdf")]
    for file in files:
        export("pdf", "persona:maya", "-o", file, *DAY)
    with pdfplumber.open(files[0]) as pdf:
        texts = [text_of(page) for page in pdf.pages]
    assert "Maya" in texts[0] and "Contents" not in "".join(texts)
    assert files[0].read_bytes() == files[1].read_bytes()


def test_a_picture_shows_the_whole_map(export: Export, browser: Browser, tmp_path: Path) -> None:
    export("png", "journey:buy", "-o", tmp_path / "buy.png", "--scale", "1")
    export("png", "journey:buy", "-o", tmp_path / "large.png")
    size = size_of((tmp_path / "buy.png").read_bytes())
    assert size_of((tmp_path / "large.png").read_bytes()) == (2 * size[0], 2 * size[1])
    with Image.open(tmp_path / "buy.png") as picture:
        shown = picture.convert("L")
    columns = [shown.crop((x, 0, x + 20, size[1])).getextrema() for x in (40, size[0] // 2, size[0] - 60)]
    assert all(darkest < 130 < lightest for darkest, lightest in columns)
    edge = [shown.crop(box).getextrema() for box in ((size[0] - 4, 0, *size), (0, size[1] - 4, *size))]
    assert edge == [(255, 255), (255, 255)]


def test_maps_before_and_after_a_change_are_drawn_whole_as_a_picture(export: Export, tmp_path: Path) -> None:
    old, new = (shutil.copytree(GOOD, tmp_path / name) for name in ("old", "new"))
    file = new / "journeys" / "maps" / "buy.yml"
    file.write_text(file.read_text("utf-8").replace("emotion: 2", "emotion: -2"), encoding="utf-8")
    export("changes", old, new, "-o", tmp_path / "drawn", "--png", "--scale", "1", root=new)
    drawing = (tmp_path / "drawn" / "buy.svg").read_text("utf-8")
    wide, high = (float(found) for found in re.findall(r' (?:width|height)="([0-9.]+)"', drawing)[:2])
    assert size_of((tmp_path / "drawn" / "buy.png").read_bytes()) == (ceil(wide), ceil(high))


def test_a_card_is_as_large_as_networks_ask_and_drawn_only_where_something_changed(
    export: Export, tmp_path: Path
) -> None:
    root = tmp_path / "cx"
    shutil.copytree(GOOD, root)
    card = root / "journeys" / "assets" / "cards" / "buy.png"
    words = ("png", "journey:buy", "--cards", "-o", card.parent)
    assert "buy.png" in export(*words, root=root)
    assert size_of(card.read_bytes()) == (1200, 630)
    assert "1 card as before" in export(*words, root=root)
    journey = root / "journeys" / "maps" / "buy.yml"
    journey.write_text(journey.read_text("utf-8").replace("title: Find", "title: Do not find"), encoding="utf-8")
    assert "wrote" in export(*words, root=root)


def test_a_drawing_opens_in_a_browser(export: Export, browser: Browser, tmp_path: Path) -> None:
    export("svg", "journey:buy", "-o", tmp_path / "buy.svg")
    page = browser.new_page()
    page.goto((tmp_path / "buy.svg").as_uri())
    assert page.locator("text").count() > 10
    wide = page.locator("svg").first.evaluate(
        "svg => [...svg.querySelectorAll('text')].filter(each => each.getBoundingClientRect().right"
        " > svg.width.baseVal.value).map(each => each.textContent)"
    )
    assert wide == []
    page.close()


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """The address of a server, and what it was asked for."""
    paths: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", paths
        server.shutdown()


def test_a_document_reaches_no_other_host(program: str, asked: tuple[str, list[str]], tmp_path: Path) -> None:
    address, paths = asked
    document = tmp_path / "document.html"
    document.write_text(
        f'<img src="{address}/seen.png"><script src="{address}/seen.js"></script><p>here', encoding="utf-8"
    )
    assert "here" in Chromium(program, quiet=True).dom_of(document, (800, 600))
    assert paths == []
