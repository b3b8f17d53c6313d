"""A real editor: Neovim, set up as the guide says, on a copy of the example atlas."""

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from pygls.uris import from_fs_path

from support.environment import TODAY
from support.processes import BIN, run
from support.waiting import LIMIT

HERE = Path(__file__).parent

pytestmark = pytest.mark.skipif(shutil.which("nvim") is None, reason="Neovim is not installed")


@pytest.fixture
def seen(example_copy: Path, repository_root: Path, tmp_path: Path) -> dict[str, Any]:
    """What somebody saw in a session of Neovim."""
    config = repository_root / "site_src" / "guide" / "recipes" / "journeys.lua"
    report = tmp_path / "seen.json"
    environment = {
        "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
        "SESSION_SEEN": str(report),
        "SESSION_LIMIT": str(LIMIT),
        **{name: str(tmp_path / name) for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "HOME")},
    }
    command = ["nvim", "--headless", "--clean", "-n", "-u", str(config), "-c", f"luafile {HERE / 'session.lua'}"]
    done = run(command, cwd=example_copy, env=environment, code=None)
    found: dict[str, Any] = json.loads(report.read_text("utf-8")) if report.exists() else {}
    assert "failure" not in found, f"{found['failure']}\n{done.stderr}"
    return found


def test_an_editor_shows_completes_mends_and_renames(seen: dict[str, Any], example_copy: Path) -> None:
    assert seen["problems"] == ["There is no touchpoint 'pricing-pag'.\nDid you mean 'pricing-page'?"]
    assert [one["word"] for one in seen["completed"]] == ["pricing-page"]
    assert ", used " in seen["detail"]
    assert seen["action"] == "Write 'pricing-page' for 'pricing-pag'"
    assert seen["mended"] == "        touchpoint: pricing-page"
    assert "Score 100, high" in seen["hover"]
    assert seen["definition"] == from_fs_path(str(example_copy / "journeys" / "personas" / "noemie-studio-lead.yml"))
    assert seen["references"] == 5
    assert seen["renamed"] == "personas: noemie"


def test_what_an_editor_renamed_is_sound_on_disk(seen: dict[str, Any], example_copy: Path) -> None:
    personas = {path.name for path in (example_copy / "journeys" / "personas").iterdir()}
    assert "noemie.yml" in personas
    assert "noemie-studio-lead.yml" not in personas
    run([BIN / "journeys", "check", "--today", TODAY.isoformat()], cwd=example_copy)
    texts = [path.read_text("utf-8") for path in (example_copy / "journeys").rglob("*.yml")]
    assert not any("noemie-studio-lead" in text for text in texts)
