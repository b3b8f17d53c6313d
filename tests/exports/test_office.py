"""Exports in LibreOffice: what it makes of them holds the texts, each slide is a page, and no text is a formula."""

import io
from pathlib import Path

import pdfplumber
import pytest
import python_calamine
from pptx import Presentation

from exports.support_drawn import HOSTILE
from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.exports.selection import selected
from mkdocs_journeys.exports.slides.deck import slides
from mkdocs_journeys.exports.tables import tables
from mkdocs_journeys.exports.workbook.book import workbook
from mkdocs_journeys.load import load
from mkdocs_journeys.sources.worktree import worktree
from support import processes
from support.atlases import atlas, journey, pain, step

AS_UTF_8 = "--infilter=CSV:44,34,76,1"
"""Commas, quotes, UTF-8, from the first line: without a window LibreOffice asks nobody."""
pytestmark = pytest.mark.office


@pytest.fixture(scope="module")
def example() -> Atlas:
    of, _ = load(worktree(Path(__file__).parents[2]))
    assert of
    return of


@pytest.fixture(scope="module")
def hostile() -> Atlas:
    return atlas(*(journey(f"j{at}", step(text, thinks=text, pains=[pain(f"p{at}", title=text)]), title=text)
                   for at, text in enumerate(HOSTILE)))  # fmt: skip


def converted(folder: Path, name: str, data: bytes, ending: str, *more: str) -> Path:
    """A file as LibreOffice writes it in another format; what it says of errors fails the test."""
    (folder / name).write_bytes(data)
    words = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", *more, "--convert-to", ending]
    done = processes.run([*words, "--outdir", "out", name], cwd=folder)
    assert "Error" not in done.stdout + done.stderr
    return (folder / "out" / name).with_suffix(f".{ending}")


def pages_of(path: Path) -> list[str]:
    with pdfplumber.open(path) as document:
        return [" ".join(page.extract_text().split()) for page in document.pages]


def sheets_of(path: Path) -> dict[str, list[list[object]]]:
    book = python_calamine.CalamineWorkbook.from_path(path)
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_a_map_prints_on_one_page_with_its_texts(tmp_path: Path, example: Atlas) -> None:
    chosen = selected(example, ["journey=first-week"])
    printed = pages_of(converted(tmp_path, "atlas.xlsx", workbook(example, chosen), "pdf"))
    (map_,) = (page for page in printed if page.startswith("Get my team to work in it Personas"))
    for text in (
        "Monday and Tuesday",
        "First-run tour",
        "▲ very positive",
        "Pains, with scores",
        "▼ −1",
    ):
        assert text in map_


@pytest.mark.parametrize("ending", ["ods", "xlsx"])
def test_a_workbook_that_libreoffice_saves_has_the_same_cells(tmp_path: Path, hostile: Atlas, ending: str) -> None:
    data = workbook(hostile, selected(hostile))
    before = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name("Steps").to_python()
    after = sheets_of(converted(tmp_path, "atlas.xlsx", data, ending))["Steps"]
    assert [row[: len(before[0])] for row in after[: len(before)]] == before


def test_the_cells_of_a_table_are_texts(tmp_path: Path, hostile: Atlas) -> None:
    data = tables(hostile, selected(hostile))["pains.csv"]
    titles = [row[1] for row in sheets_of(converted(tmp_path, "pains.csv", data, "ods", AS_UTF_8))["pains"]]
    for text in HOSTILE:
        assert text in titles or f"'{text}" in titles or text in ("3.50", "true", "2026-01-01")


def test_each_slide_is_a_page_with_its_texts(tmp_path: Path, example: Atlas) -> None:
    data = slides(example, selected(example, ["journey=first-week"]))
    printed = pages_of(converted(tmp_path, "deck.pptx", data, "pdf"))
    shown = Presentation(io.BytesIO(data)).slides
    assert len(printed) == len(shown)
    for page, slide in zip(printed, shown, strict=True):
        assert slide.shapes.title.text_frame.text in page
