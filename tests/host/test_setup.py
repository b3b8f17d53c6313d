from pathlib import Path

import pytest

from host.support_build import configured
from mkdocs_journeys.host.setup import add_assets, journeys_folder, project_root, templates_folder, watch


def test_the_root_is_the_folder_of_the_configuration(tmp_path: Path) -> None:
    assert project_root(configured(tmp_path)) == tmp_path.resolve()


@pytest.mark.parametrize(
    ("written", "folder"),
    [("journeys", "journeys"), ("./a/../maps/", "maps"), ("/project/maps", "maps"), ("../maps", "../maps")],
)
def test_the_journeys_folder_is_relative_to_the_root(written: str, folder: str) -> None:
    assert journeys_folder(Path("/project"), written) == folder


def test_templates_are_found_from_the_root() -> None:
    assert templates_folder(Path("/project"), "mine") == "/project/mine"
    assert templates_folder(Path("/project"), None) is None


def test_only_folders_that_exist_are_watched_and_each_once(tmp_path: Path) -> None:
    config = configured(tmp_path)
    config.watch.clear()
    for _ in range(2):
        watch(config, str(tmp_path / "journeys"), str(tmp_path / "nowhere"), None)
    assert config.watch == [str(tmp_path / "journeys")]


def test_a_site_s_own_style_comes_after_ours(tmp_path: Path) -> None:
    config = configured(tmp_path, extra_css=["own.css"])
    for _ in range(2):
        add_assets(config)
    assert config.extra_css == ["assets/journeys/journeys.css", "own.css"]
    assert [str(script) for script in config.extra_javascript] == [
        "assets/journeys/journeys.js",
        "assets/journeys/mermaid-theme.js",
    ]
