from pathlib import Path

from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import get_navigation

from host.support_build import configured
from mkdocs_journeys.host.navigation import ours_first


def order(folder: Path, uris: list[str]) -> list[str]:
    config = configured(folder)
    files = Files([File.generated(config, uri, content="# X") for uri in uris])
    nav = ours_first(get_navigation(files, config), ["personas.md", "journeys.md"])
    for before, after in zip(nav.pages, nav.pages[1:], strict=False):
        assert before.next_page is after
        assert after.previous_page is before
    return [page.file.src_uri for page in nav.pages]


def test_our_index_pages_come_first_in_their_own_order(tmp_path: Path) -> None:
    uris = ["about.md", "journeys.md", "personas.md", "team/contact.md"]
    assert order(tmp_path, uris) == ["personas.md", "journeys.md", "about.md", "team/contact.md"]


def test_a_handwritten_home_page_stays_in_front(tmp_path: Path) -> None:
    assert order(tmp_path, ["about.md", "index.md", "journeys.md"]) == ["index.md", "journeys.md", "about.md"]
