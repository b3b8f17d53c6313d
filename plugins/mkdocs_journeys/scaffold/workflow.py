"""The workflow for CI, fitted to the place of a project in its repository."""

import re
from collections.abc import Iterable, Sequence
from shlex import quote

from mkdocs_journeys.scaffold.dependencies import Dependencies
from mkdocs_journeys.yamlfile.writing import scalar

WORKFLOW = ".github/workflows/journeys.yml"
_TRIGGERS = "on: [push, pull_request]\n"
_STEPS = "    steps:\n"
_COMMAND = "      - run: "
_FOLDER = re.compile(r"(?m)^ +working-directory: (.+)$")
_PLAIN = re.compile(r"[\w@.][\w .@/-]*")
"""Paths that mean nothing else in a shell, in a pattern of GitHub or in one of its expressions."""


def is_plain(path: str) -> bool:
    """Whether a path may stand in a workflow as it is."""
    return _PLAIN.fullmatch(path) is not None and not {".", "..", ""} & {*path.split("/")}


def file_names(folder: str) -> tuple[str, str]:
    """The path of the workflow of a project in a folder of its repository, and another where that one is taken."""
    slug = re.sub(r"[^a-z0-9]+", "-", folder.lower()).strip("-") or "check"
    return WORKFLOW, WORKFLOW.replace(".yml", f"-{slug}.yml")


def commands_of(needs: Dependencies, journeys_dir: str, config: str) -> list[str]:
    """The commands that install, check and build a site; `config` is the file of its settings, "" for a new site.

    A site that was there already may have warnings of its own, which do not fail the build.
    """
    check = "journeys check --format github"
    if journeys_dir != "journeys":
        check += f" --journeys-dir {quote(journeys_dir)}"
    program = "properdocs" if config.startswith("properdocs") else "mkdocs"
    build = f"{program} build" if config else f"{program} build --strict"
    return [*needs.install, f"{needs.run}{check}", f"{needs.run}{build}"]


def workflow(text: str, folder: str, watched: Iterable[str], commands: Sequence[str]) -> str:
    """The text of a workflow with other commands, for a project in a `folder` of its repository, "" for its top.

    In a folder it runs for changes below it, and for further patterns, those of `watched` that can be such;
    paths are those in the repository.
    """
    head, _, _ = text.partition(_COMMAND)
    if folder:
        further = [
            one for one in watched if is_plain(one.removesuffix("/**")) and not f"{one}/".startswith(f"{folder}/")
        ]
        paths = ", ".join(dict.fromkeys(map(scalar, [f"{folder}/**", *further])))
        events = "".join(f"  {event}:\n    paths: [{paths}]\n" for event in ("push", "pull_request"))
        head = head.replace(_TRIGGERS, f"on:\n{events}")
        head = head.replace(_STEPS, f"    defaults:\n      run:\n        working-directory: {scalar(folder)}\n{_STEPS}")
    return head + "".join(f"{_COMMAND}{scalar(command)}\n" for command in commands)


def belongs_to(text: str, folder: str) -> bool:
    """Whether a workflow is one that was made for the project in this folder."""
    there = _FOLDER.search(text)
    return "journeys check" in text and (there[1] if there else "") == (scalar(folder) if folder else "")
