"""Printed ahead or not, by one process or by two: the site is the same."""

from pathlib import Path

import pytest
from mkdocs.commands.build import build

from host.support_build import ASSETS, built_site, configured, files_of, give, page, section
from mkdocs_journeys.host.printing import way
from mkdocs_journeys.host.printing.printer import can_print
from mkdocs_journeys.host.reading import Reading

SEVERAL = (
    page("index.md", "Home", in_nav=True),
    page("journeys.md", "Journeys & more", in_nav=True, description='"quoted"'),
    *(
        page(
            f"journeys/j{n}.md", f"Journey <{n}>", section("two", "Zwei – 二 😀", 2, words=f"more {n}"), wide=n % 2 == 0
        )
        for n in range(5)
    ),
)


def test_a_printed_site_is_the_one_that_mkdocs_would_have_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    printed = files_of(built_site(monkeypatch, tmp_path / "a", SEVERAL, {"guide.md": "# Guide"}))
    monkeypatch.setattr(way, "open_index", lambda config: None)
    assert files_of(built_site(monkeypatch, tmp_path / "b", SEVERAL, {"guide.md": "# Guide"})) == printed


def test_another_plugin_that_looks_at_pages_gets_to_see_ours(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    hook = tmp_path / "hook.py"
    hook.write_text("def on_post_page(output, page, config):\n    return output + '<!-- seen -->'\n", encoding="utf-8")
    give(monkeypatch, Reading((*SEVERAL, *ASSETS)))
    config = configured(tmp_path, hooks=["hook.py"])
    assert not can_print(config)
    build(config)
    assert "<!-- seen -->" in (tmp_path / "site" / "journeys" / "j1" / "index.html").read_text("utf-8")


def test_nobody_else_looks_at_pages_in_a_plain_site(tmp_path: Path) -> None:
    assert can_print(configured(tmp_path))
