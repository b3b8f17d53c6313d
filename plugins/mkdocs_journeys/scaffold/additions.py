"""What files that are there already still lack, as lines to add to them."""

import json
import posixpath
import re
import shlex
from collections.abc import Sequence
from typing import Any, NamedTuple

from mkdocs_journeys.scaffold.dependencies import OURS, Dependencies
from mkdocs_journeys.scaffold.site_config import OWN_THEME, NavEntry, SiteConfig, lines_to_add
from mkdocs_journeys.scaffold.workflow import is_plain
from mkdocs_journeys.wording import terminal_safe
from mkdocs_journeys.yamlfile.writing import scalar

_BUILDS_SITE = re.compile(r"\b(?:mkdocs|properdocs) (?:build|gh-deploy)\b")


class Addition(NamedTuple):
    """A sentence that names a file, and the lines that it lacks; no lines where there is no more to say."""

    sentence: str
    lines: str = ""


def of_config(path: str, settings: SiteConfig, groups: Sequence[NavEntry]) -> list[Addition]:
    """What a mkdocs.yml lacks, and what is to be known of its theme."""
    lines = lines_to_add(settings, groups)
    found = [Addition(f"Add to {terminal_safe(path)}:", lines)] if lines else []
    if settings.theme not in ("", "material"):
        theme = "Your theme" if settings.theme == OWN_THEME else f"The theme {terminal_safe(settings.theme)}"
        found.append(Addition(f"{theme} can stay: all can be read in it, though the pages are made for Material."))
    return found


def of_requirements(path: str, needs: Dependencies) -> list[Addition]:
    """What the file that names a site's requirements lacks."""
    if not needs.to_add:
        return []
    if needs.by_command:
        return [Addition(f"Run this, so that {terminal_safe(path)} names what the site needs now:", needs.to_add)]
    return [Addition(f"Add to {terminal_safe(path)}, so that the site can be built everywhere:", needs.to_add)]


def of_pipeline(path: str, text: str, needs: Dependencies) -> list[Addition]:
    """That another pipeline builds the site too, and would fail without this package, where that is so."""
    if not _BUILDS_SITE.search(text) or OURS in text or (needs.file and posixpath.basename(needs.file) in text):
        return []
    said = f"{terminal_safe(path)} builds the site too: let it install {OURS} before the plugin is in your settings."
    return [Addition(said)]


def editor_settings(text: str, folder: str, journeys_dir: str) -> str:
    """The settings of VS Code for a project in a folder below the one that is opened, "" for that one itself."""
    above = f"{folder}/" if folder else ""
    schemas = json.loads(text)["yaml.schemas"]
    moved = {
        f"./{above}{schema.removeprefix('./')}": f"{above}{journeys_dir}{files.removeprefix('journeys')}"
        for schema, files in schemas.items()
    }
    return json.dumps({"yaml.schemas": moved}, indent=2, ensure_ascii=False) + "\n"


def of_editor_settings(path: str, theirs: str, ours: str) -> list[Addition]:
    """The schemas that settings of VS Code do not name yet."""
    schemas: dict[str, Any] = json.loads(ours)["yaml.schemas"]
    if all(json.dumps(schema) in theirs for schema in schemas):
        return []
    return [Addition(f"Add to {terminal_safe(path)}, within the outermost braces:", ours.rstrip()[2:-2])]


def of_ignored(path: str, theirs: str, ours: str) -> list[Addition]:
    """The files that git does not ignore yet."""
    known = {line.strip().strip("/") for line in theirs.splitlines()}
    lines = [line for line in ours.splitlines() if line.strip("/") not in known]
    return [Addition(f"Add to {terminal_safe(path)}:", "\n".join(lines))] if lines else []


def of_hooks(path: str, theirs: str, folder: str, journeys_dir: str) -> list[Addition]:
    """The hook of pre-commit that checks the journeys of a project in a folder of its repository."""
    if "journeys check" in theirs or "journeys-check" in theirs:
        return []
    words = ["journeys", "check"] + (["--root", folder] if folder else [])
    words += ["--journeys-dir", journeys_dir] if journeys_dir != "journeys" else []
    above = folder if is_plain(folder) else re.escape(folder)
    files = f"^{above}/{journeys_dir}/" if folder else f"^{journeys_dir}/"
    hook = (
        "  - repo: local   # one more item of the list that is there\n    hooks:\n      - id: journeys-check\n"
        f"        name: journeys check\n        entry: {scalar(shlex.join(words))}\n        language: system\n"
        f"        files: {scalar(files)}\n        pass_filenames: false"
    )
    return [Addition(f"To check each commit, add to {terminal_safe(path)}:", f"repos:\n{hook}")]
