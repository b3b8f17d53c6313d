"""Scratch sites that a host really builds."""

import base64
import os
import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from plugins.support_rows import Row
from support.processes import run

_BIN = Path(sys.executable).parent
_PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="
)
_NOWHERE = "http://127.0.0.1:9"
_ENVIRONMENT = {
    # Nothing may be fetched.
    **dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), _NOWHERE),
    "NO_MKDOCS_2_WARNING": "1",
    "DISABLE_MKDOCS_2_WARNING": "true",
    "GIT_CONFIG_GLOBAL": os.devnull,
    **{f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in (
        ("NAME", "Ana Ruiz"), ("EMAIL", "ana@example.com"), ("DATE", "2021-03-04T12:00:00+00:00"),
    )},
}  # fmt: skip


@dataclass(frozen=True)
class Built:
    """A site and what its last build said."""

    folder: Path
    output: str

    def text(self, path: str) -> str:
        """A file of the site, or `output`."""
        return self.output if path == "output" else (self.folder / "site" / path).read_text("utf-8")


def scratch(folder: Path) -> Path:
    """A project as `journeys init` makes it, without health, whose pages are many, and history."""
    _run(folder, "journeys", "init", "atlas")
    config = folder / "atlas" / "mkdocs.yml"
    text = config.read_text("utf-8")
    assert "plugins: [search, journeys]" in text
    config.write_text(text.replace("journeys]", "journeys: {health: false, history: false}]"), encoding="utf-8")
    return folder / "atlas"


def build(row: Row, host: str, blank: Path, folder: Path) -> Built:
    """A copy of `blank` in `folder`, with what the row adds, as `host` builds it."""
    shutil.copytree(blank, folder)
    for path, text in row.files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    for path in row.pictures:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(_PICTURE)
    for path, old, new in row.edits:
        target = folder / path
        before = target.read_text("utf-8")
        assert old in before, f"{path} has no {old!r}"
        target.write_text(before.replace(old, new), encoding="utf-8")
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(_config(row, folder), sort_keys=False), encoding="utf-8")
    if row.git:
        for words in ("init -q .", "add -A", "commit -qm first"):
            _run(folder, "git", *words.split())
    output = ""
    for command in row.builds:
        output = _run(folder, host, *command.split())
    return Built(folder, output)


def faults(row: Row, built: Built) -> list[str]:
    """What the row promises and the site does not keep."""
    shows = {row.map: ("Compares the plans",), **row.shows} if row.map else row.shows
    found = [f"{path} is there" for path in row.absent if (built.folder / "site" / path).exists()]
    for path, pattern in ((path, pattern) for path, patterns in shows.items() for pattern in patterns):
        if not re.search(pattern, _readable(built, path)):
            found.append(f"{path} does not match {pattern!r}")
    for path, pattern in ((path, pattern) for path, patterns in row.lacks.items() for pattern in patterns):
        if match := re.search(pattern, _readable(built, path)):
            found.append(f"{path} has {match[0]!r}")
    return found


def _readable(built: Built, path: str) -> str:
    try:
        return built.text(path)
    except FileNotFoundError:
        return ""


def _config(row: Row, folder: Path) -> dict[str, Any]:
    config = yaml.safe_load((folder / "mkdocs.yml").read_text("utf-8"))
    plugins = [*map(_plain, row.first), *config["plugins"], *map(_plain, row.plugins)]
    return _merged({**config, "plugins": plugins}, row.config)


def _merged(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    both = {name for name in below.keys() & above.keys() if isinstance(above[name], dict)}
    return {**below, **above, **{name: _merged(below[name] or {}, above[name]) for name in both}}


def _plain(value: Any) -> Any:
    return list(map(_plain, value)) if isinstance(value, tuple) else value


def _run(folder: Path, program: str, *words: str) -> str:
    command = [program if program == "git" else str(_BIN / program), *words]
    done = run(command, cwd=folder, env=_ENVIRONMENT, code=None)
    assert done.returncode == 0, f"{' '.join(words)}: {done.stdout}{done.stderr}"
    return done.stdout + done.stderr
