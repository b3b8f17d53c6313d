"""When pages may be printed: as soon as nobody can change any more what they are printed with."""

from pathlib import Path

import pytest

from host.support_build import built_site, configured, page
from mkdocs_journeys.host.printing.way import is_settled

LATE_SAY = {
    "env": "def on_env(env, config, files):\n    config.extra['said'] = 'late'\n    return env\n",
    "nav": "def on_nav(nav, config, files):\n    return nav\n",
    "template": "def on_template_context(context, template_name, config):\n    return context\n",
}


def test_all_is_settled_where_only_search_stands_beside_us(tmp_path: Path) -> None:
    assert is_settled(configured(tmp_path))


@pytest.mark.parametrize("hook", LATE_SAY.values(), ids=LATE_SAY)
def test_nothing_is_settled_while_somebody_has_a_say_after_us(tmp_path: Path, hook: str) -> None:
    (tmp_path / "hook.py").write_text(hook, encoding="utf-8")
    assert not is_settled(configured(tmp_path, hooks=["hook.py"]))


def test_what_is_said_after_us_stands_on_every_page(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "hook.py").write_text(LATE_SAY["env"], encoding="utf-8")
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme" / "main.html").write_text(
        '{% extends "base.html" %}{% block announce %}{{ config.extra.said }}{% endblock %}', encoding="utf-8"
    )
    theme = {"name": "material", "font": False, "custom_dir": "theme"}
    site = built_site(monkeypatch, tmp_path, [page("index.md", "Home"), page("a.md")], hooks=["hook.py"], theme=theme)
    for name, body in (("index.html", "body of index.md"), ("a/index.html", "body of a.md")):
        html = (site / name).read_text("utf-8")
        assert "late" in html
        assert body in html
