"""Templates as an earlier build compiled them."""

import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader

from mkdocs_journeys.site.rendering import compat
from mkdocs_journeys.site.rendering.compat import EscapingEnvironment
from mkdocs_journeys.site.rendering.template_cache import TemplateCache, template_cache


@pytest.fixture(autouse=True)
def writing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def drawn(folder: Path, source: str = "{{ x }}", **manner: Any) -> str:
    templates = EscapingEnvironment(
        loader=DictLoader({"a.html": source}), autoescape=True, bytecode_cache=TemplateCache(folder), **manner
    )
    return templates.get_template("a.html").render(x="<")


def test_the_second_environment_does_not_compile_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = drawn(tmp_path / "kept")
    monkeypatch.setattr(EscapingEnvironment, "compile", None)
    assert drawn(tmp_path / "kept") == first == "&lt;"


def test_a_template_that_was_changed_is_compiled_again(tmp_path: Path) -> None:
    drawn(tmp_path)
    assert drawn(tmp_path, "new {{ x }}") == "new &lt;"


def test_code_that_was_written_in_another_way_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn(tmp_path)
    monkeypatch.setattr("jinja2.__version__", "0.0")
    monkeypatch.setattr(EscapingEnvironment, "compile", None)
    with pytest.raises(TypeError):
        drawn(tmp_path)


def test_code_of_an_earlier_version_of_ours_is_not_taken_whatever_its_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn(tmp_path / "kept")
    changed = tmp_path / "escape.py"
    changed.write_bytes(Path(compat.__file__).read_bytes() + b"# changed\n")
    shutil.copystat(compat.__file__, changed)
    monkeypatch.setattr(compat, "__file__", str(changed))
    monkeypatch.setattr(EscapingEnvironment, "compile", None)
    with pytest.raises(TypeError):
        drawn(tmp_path / "kept")


@pytest.mark.parametrize(
    "manner", [{"trim_blocks": True}, {"extensions": ["jinja2.ext.do"]}], ids=["an option", "an extension"]
)
def test_code_of_a_template_that_was_read_in_another_manner_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, manner: dict[str, Any]
) -> None:
    drawn(tmp_path)
    monkeypatch.setattr(EscapingEnvironment, "compile", None)
    with pytest.raises(TypeError):
        drawn(tmp_path, **manner)


@pytest.mark.parametrize("length", [0, 20, 30, 100])
def test_what_was_cut_off_is_compiled_again(tmp_path: Path, length: int) -> None:
    drawn(tmp_path)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(kept.read_bytes()[:length])
    assert drawn(tmp_path) == "&lt;"


def test_a_folder_that_cannot_be_written_costs_time_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert drawn(tmp_path / "file" / "kept") == "&lt;"


def test_nothing_is_kept_where_python_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert drawn(tmp_path) == "&lt;"
    assert not list(tmp_path.iterdir())


def test_a_python_that_keeps_nothing_compiles_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.implementation, "cache_tag", None)
    assert template_cache() is None
