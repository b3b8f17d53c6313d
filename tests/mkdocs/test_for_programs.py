"""The files for programs in real builds and while a site is served."""

import json
import re
from pathlib import Path

import pytest
import yaml

from support.builds import build_here, files_of
from support.serving import FILES, serving, write_site

FOR_PROGRAMS = re.compile(r"(api/.*|llms.*\.txt|.*\.md)\Z")


def site_with(folder: Path, theme: str, **options: object) -> Path:
    settings = yaml.safe_load(FILES["mkdocs.yml"])
    theme_ = {"name": theme, "font": False} if theme == "material" else {"name": theme}
    changed = {"plugins": ["search", {"journeys": options}], "theme": theme_, "site_url": "https://example.com/cx/"}
    write_site(folder)
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings | changed), "utf-8")
    return folder


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_a_site_has_them_whatever_its_theme_and_pages_say_where_their_markdown_is(tmp_path: Path, theme: str) -> None:
    build_here(site_with(tmp_path, theme, llms=True))
    built = tmp_path / "site"
    for name, link in (("journeys/buy/index.html", "index.md"), ("personas/index.html", "index.md")):
        html = (built / name).read_text("utf-8")
        assert html.count(f'<link rel="alternate" type="text/markdown" href="{link}"></head>') == 1
        assert (built / name).with_name("index.md").read_text("utf-8").startswith("# ")
    assert "text/markdown" not in (built / "guide/index.html").read_text("utf-8")
    assert json.loads((built / "api/journeys/buy.json").read_text("utf-8"))["title"] == "Buy it"
    assert "https://example.com/cx/journeys/buy/index.md" in (built / "llms.txt").read_text("utf-8")


def test_pages_without_folders_have_their_markdown_beside_them(tmp_path: Path) -> None:
    folder = site_with(tmp_path, "mkdocs", llms=True)
    (folder / "mkdocs.yml").write_text((folder / "mkdocs.yml").read_text("utf-8") + "use_directory_urls: false\n")
    build_here(folder)
    assert 'href="buy.md"></head>' in (folder / "site/journeys/buy.html").read_text("utf-8")
    assert (folder / "site/journeys/buy.md").is_file()


def test_each_part_can_be_turned_off(tmp_path: Path) -> None:
    build_here(site_with(tmp_path / "none", "material", api=False))
    built = tmp_path / "none/site"
    assert not [name for name in files_of(built) if FOR_PROGRAMS.fullmatch(name)]
    assert "text/markdown" not in (built / "journeys/buy/index.html").read_text("utf-8")
    build_here(site_with(tmp_path / "api", "material"))
    assert (tmp_path / "api/site/api/atlas.json").is_file()
    assert not (tmp_path / "api/site/llms.txt").exists()


def test_a_handwritten_llms_txt_stays(tmp_path: Path) -> None:
    folder = site_with(tmp_path, "material", llms=True)
    (folder / "docs/llms.txt").write_text("mine\n")
    build_here(folder)
    assert (folder / "site/llms.txt").read_text() == "mine\n"


@pytest.mark.slow
def test_they_follow_what_is_saved_while_a_site_is_served(tmp_path: Path) -> None:
    folder = write_site(tmp_path / "site")
    settings = yaml.safe_load(FILES["mkdocs.yml"]) | {"plugins": [{"journeys": {"llms": True}}]}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), "utf-8")
    with serving(folder, tmp_path / "log") as server:
        assert "# Buy it" in server.page("journeys/buy/index.md")
        path = "journeys/maps/buy.yml"
        changed = server.write(path, FILES[path].replace("Buy it", "Buy it gladly"))
        server.wait("journeys/buy/index.md", lambda text: "# Buy it gladly" in text, changed)
        assert json.loads(server.page("api/journeys/buy.json"))["title"] == "Buy it gladly"
        assert "Buy it gladly" in server.page("llms.txt")
        assert 'rel="alternate" type="text/markdown"' in server.page("journeys/buy/")
