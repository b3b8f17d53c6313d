"""Files of a repository, and what `journeys init` made of it and said."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

WORKFLOW = ".github/workflows/journeys.yml"


def put(folder: Path, files: Mapping[str, str], below: str = "") -> dict[str, str]:
    """Write files below a folder; gives them by their whole path."""
    for path, text in files.items():
        (folder / below / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / below / path).write_text(text, encoding="utf-8")
    return {(Path(below) / path).as_posix(): text for path, text in files.items()}


def texts(folder: Path) -> dict[str, str]:
    """Every file below a folder by its path."""
    return {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in folder.rglob("*") if p.is_file()}


def workflow(top: Path, name: str = WORKFLOW) -> Any:
    return yaml.load((top / name).read_text("utf-8"), Loader=yaml.BaseLoader)


def commands(top: Path, name: str = WORKFLOW) -> list[str]:
    return [step["run"] for step in workflow(top, name)["jobs"]["check"]["steps"] if "run" in step]


def yaml_after(output: str, sentence: str) -> str:
    """The lines that stand below a sentence, up to the next one."""
    block = output.partition(f"{sentence}\n\n")[2]
    return block.partition("\n\n")[0]
