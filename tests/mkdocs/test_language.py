"""In which language a built site says our words."""

import logging
import re
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files

from mkdocs_journeys.mkdocs.files import BuildTarget, add_to
from mkdocs_journeys.mkdocs.page import AtlasPage
from mkdocs_journeys.mkdocs.view import error_pages, problem_banner
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.translation import languages
from mkdocs_journeys.translation.languages import NAMES, PSEUDO, in_pseudo_letters, language_of
from mkdocs_journeys.translation.messages import speaking
from support.builds import MATERIAL, configured, problem
from support.serving import write_site


class Words(NullTranslations):
    """A catalogue with one message."""

    def gettext(self, message: str) -> str:
        return {"Journeys": "Reisen"}.get(message, message)


@pytest.fixture
def german(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """German, as far as this test is concerned."""
    monkeypatch.setattr(languages, "_catalog", lambda code: Words())
    language_of.cache_clear()
    yield
    language_of.cache_clear()


def title_in_navigation(folder: Path, theme: str, language: str | None = None) -> str:
    """What the navigation of a site calls the index of the journeys."""
    option = {"journeys": {"language": language}} if language else "journeys"
    build(configured(write_site(folder), theme=MATERIAL | {"language": theme}, plugins=["search", option]))
    html = (folder / "site" / "guide" / "index.html").read_text("utf-8")
    found = re.search(r'<a href="../journeys/" class="md-nav__link">(.*?)</a>', html, re.DOTALL)
    assert found
    return " ".join(re.sub("<[^>]+>", "", found[1]).split())


@pytest.mark.usefixtures("german")
def test_it_is_the_language_of_the_theme(tmp_path: Path) -> None:
    assert title_in_navigation(tmp_path, "de") == "Reisen"


@pytest.mark.usefixtures("german")
def test_the_option_is_stronger_than_the_theme(tmp_path: Path) -> None:
    assert title_in_navigation(tmp_path / "english", "de", "en") == "Journeys"
    assert title_in_navigation(tmp_path / "pseudo", "de", PSEUDO) == in_pseudo_letters("Journeys")


def test_a_language_without_a_catalogue_is_english(tmp_path: Path) -> None:
    assert title_in_navigation(tmp_path, "it") == "Journeys"


def test_an_unknown_language_is_a_mistake_that_names_those_there_are(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR, "mkdocs"), pytest.raises(Abort):
        configured(tmp_path, plugins=[{"journeys": {"language": "klingon"}}])
    assert "klingon" in caplog.text
    assert all(f"'{code}'" in caplog.text for code in NAMES)


def test_a_mistake_is_told_in_the_language_and_shown_in_english() -> None:
    with speaking(PSEUDO):
        banner = problem_banner([problem("This is wrong.")], {}, kept=True)
        (first, *_) = error_pages("index.md")
    assert '<p class="journeys-problems__message" lang="en" dir="ltr">This is wrong.' in banner
    assert in_pseudo_letters("Below is the last version that was right.") in banner
    assert first.title == first.sections[0].title == in_pseudo_letters("Customer journeys")


def failing() -> tuple[Section, ...]:
    raise ValueError("no figure")


def test_a_page_that_cannot_be_drawn_says_so_in_the_language_of_its_site(tmp_path: Path) -> None:
    config, files = configured(tmp_path), Files([])
    with speaking(PSEUDO):
        (file,) = add_to(files, [Page("a.md", "A", failing)], BuildTarget(tmp_path, config, serving=True))
    assert isinstance(file.page, AtlasPage)
    file.page.read_source(config)
    file.page.render(config, files)
    assert in_pseudo_letters("mkdocs-journeys itself has failed") in (file.page.content or "")


def test_the_guide_names_every_language(repository_root: Path) -> None:
    guide = (repository_root / "site_src" / "guide" / "site.md").read_text("utf-8")
    row = next(line for line in guide.splitlines() if line.startswith("| `language`"))
    assert re.findall(r"`(\w+)`", row) == ["language", *NAMES]
