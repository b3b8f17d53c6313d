from pathlib import Path

from mkdocs.structure.files import File
from mkdocs.structure.pages import Page as HostPage

from host.support_build import configured, page
from mkdocs_journeys.host.additions import complete, with_banner
from mkdocs_journeys.host.page import AtlasPage

BANNER = '<div><p id="journeys-problems-title">wrong</p></div>'


def handwritten(folder: Path, content: str) -> HostPage:
    config = configured(folder)
    made = HostPage(None, File.generated(config, "guide/a.md", content=""), config)
    made.content = content
    return made


def test_a_page_of_ours_is_whole_below_the_banner(tmp_path: Path) -> None:
    config = configured(tmp_path)
    file = File.generated(config, "journeys/buy.md", content="")
    made = AtlasPage(page("journeys/buy.md"), file, config, None)
    made.read_source(config)
    complete(made, BANNER)
    assert made.content is not None
    assert made.content.startswith(f'{BANNER}<h1 id="top">')


def test_a_handwritten_page_keeps_its_content(tmp_path: Path) -> None:
    made = HostPage(None, File.generated(configured(tmp_path), "guide/a.md", content=""), configured(tmp_path))
    made.content = "<p>x</p>"
    complete(made, "")
    assert made.content == "<p>x</p>"


def test_a_template_that_leaves_the_content_out_still_shows_the_banner() -> None:
    assert with_banner("<html><body class='x'>y", BANNER) == f"<html><body class='x'>{BANNER}y"
    assert with_banner(f"<body>{BANNER}y", BANNER) == f"<body>{BANNER}y"
    assert with_banner("<body>y", "") == "<body>y"
    assert with_banner("y", BANNER) == f"{BANNER}y"
