"""Files that a command replaces."""

import os
from pathlib import Path

import click
import pytest

from mkdocs_journeys.cli.common import mend_file, replace_file


def test_a_file_is_replaced_whole_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_bytes(b"old and long")
    path.chmod(0o640)
    replace_file(path, b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o640)
    assert [one.name for one in tmp_path.iterdir()] == ["report.json"]


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    replace_file(tmp_path / "report.json", b"new")
    (tmp_path / "other").touch()
    assert (tmp_path / "report.json").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_link_that_the_user_names_leads_to_the_file_that_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_bytes(b"old")
    (tmp_path / "report.json").symlink_to("real.json")
    replace_file(tmp_path / "report.json", b"new")
    assert (tmp_path / "report.json").is_symlink()
    assert (tmp_path / "real.json").read_bytes() == b"new"


def test_what_is_no_ordinary_file_is_written_to(tmp_path: Path) -> None:
    replace_file(Path(os.devnull), b"new")
    assert not Path(os.devnull).is_file()


def test_a_refusal_is_told_and_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(click.ClickException, match="No such file or directory"):
        replace_file(tmp_path / "no" / "report.json", b"new")
    (tmp_path / "folder").mkdir()
    with pytest.raises(click.ClickException, match="Is a directory"):
        replace_file(tmp_path / "folder", b"new")
    assert [one.name for one in tmp_path.iterdir()] == ["folder"]


def test_a_journey_file_is_mended_where_it_is_what_was_checked(tmp_path: Path) -> None:
    (tmp_path / "maps").mkdir()
    path = tmp_path / "maps" / "buy.yml"
    path.write_bytes(b"a: no\n")
    mend_file(tmp_path, "maps/buy.yml", b"a: no\n", b'a: "no"\n')
    assert path.read_bytes() == b'a: "no"\n'
    with pytest.raises(click.ClickException, match="was changed meanwhile"):
        mend_file(tmp_path, "maps/buy.yml", b"a: no\n", b"")
    with pytest.raises(click.ClickException, match="was changed meanwhile"):
        mend_file(tmp_path, "maps", b"a: no\n", b"")


@pytest.mark.parametrize("link", ["maps", "maps/buy.yml"])
def test_a_journey_file_is_never_mended_through_a_link(tmp_path: Path, link: str) -> None:
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / "buy.yml").write_bytes(b"a: no\n")
    (tmp_path / link).rename(tmp_path / "real")
    (tmp_path / link).symlink_to(tmp_path / "real")
    with pytest.raises(click.ClickException, match="is a link"):
        mend_file(tmp_path, "maps/buy.yml", b"a: no\n", b"b: 1\n")
