"""A workflow of GitHub as its host runs it: expressions, conditions of steps, artefacts. Only what the recipes use."""

import json
import os
import re
import shlex
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from click.testing import CliRunner

from mkdocs_journeys.cli import main

EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}", re.DOTALL)
TOKEN = re.compile(r"\s*('(?:[^']|'')*'|&&|\|\||[!=]=|[!(),]|[A-Za-z_][\w.-]*)")
WORDS = {"&&": " and ", "||": " or ", "!": " not "}


@dataclass
class WorkflowRun:
    """What came out of a run: `conclusion` as GitHub calls it, and the contents of artefacts by their names.

    Of an artefact of `pictures` these are the names of files.
    """

    conclusion: str
    title: str
    group: str
    artefacts: dict[str, bytes] = field(default_factory=dict)
    pictures: dict[str, list[str]] = field(default_factory=dict)
    output: str = ""
    depths: list[str] = field(default_factory=list)


def run_workflow(path: Path, root: Path, name: str, event: dict[str, Any], ref: str) -> WorkflowRun:
    """Run the one job of a workflow for an event, in a repository that is checked out already."""
    workflow: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    values: dict[str, Any] = {"github": {"event_name": name, "event": event, "ref": ref}}
    title = filled(workflow.get("run-name", workflow["name"]), values)
    found = WorkflowRun("success", title, filled(workflow["concurrency"]["group"], values))
    [job] = workflow["jobs"].values()
    if not is_true(evaluated(job.get("if", "''==''"), values)):
        found.conclusion = "skipped"
        return found
    environment = {key: filled(value, values) for key, value in job.get("env", {}).items()}
    for step in job["steps"]:
        failed = found.conclusion == "failure"
        status = {"cancelled": lambda: False, "hashFiles": lambda file: "x" if any(root.glob(file)) else ""}
        condition = step.get("if", "").strip().removeprefix("${{").removesuffix("}}")
        if "cancelled()" not in condition and failed:
            continue
        if condition and not is_true(evaluated(condition, values | status)):
            continue
        given = {key: filled(value, values) for key, value in step.get("with", {}).items()}
        action = step.get("uses", "").partition("@")[0]
        if action == "actions/checkout":
            found.depths.append(given["fetch-depth"])
        elif action == "actions/upload-artifact":
            path = root / given["path"]
            if path.is_dir():
                found.pictures[given["name"]] = sorted(file.name for file in path.iterdir())
            else:
                found.artefacts[given["name"]] = path.read_bytes()
        elif "run" in step and "pip install" not in step["run"]:
            code, output = started(step["run"], root, environment)
            found.output += output
            if code and step.get("continue-on-error") != "true":
                found.conclusion = "failure"
    return found


def started(command: str, root: Path, environment: dict[str, str]) -> tuple[int, str]:
    """The exit code and the output of one of our commands; variables stand as `$NAME`. No browser draws here."""
    words = shlex.split(re.sub(r"\$(\w+)", lambda name: environment[name[1]], command))
    words = [word for word in words if word != "--png"]
    assert words[0] == "journeys", command
    here = Path.cwd()
    os.chdir(root)
    try:
        done = CliRunner().invoke(main, words[1:])
    finally:
        os.chdir(here)
    return done.exit_code, done.output


def filled(text: str, values: dict[str, Any]) -> str:
    """A text with the values of its expressions."""

    def value(found: re.Match[str]) -> str:
        result = evaluated(found[1], values)
        return str(result).lower() if isinstance(result, bool) else str(result)

    return EXPRESSION.sub(value, text)


def evaluated(expression: str, values: dict[str, Any]) -> Any:
    """The value of an expression; "" for what is not there."""
    code, at = "", 0
    while at < len(expression.rstrip()):
        token = TOKEN.match(expression, at)
        assert token, expression[at:]
        at, word = token.end(), token[1]
        is_name = word[0].isalpha() and not expression[at:].lstrip().startswith("(")
        code += f" looked_up({word!r}) " if is_name else WORDS.get(word, word)
    known = {"looked_up": lambda path: looked_up(path, values), "contains": lambda many, one: one in many}
    return eval(code.strip(), {"__builtins__": {}, "fromJSON": json.loads, **known, **values})


def looked_up(path: str, values: dict[str, Any]) -> Any:
    """A value of a context by its path."""
    found: Any = values
    for name in path.split("."):
        found = found.get(name, "") if isinstance(found, dict) else ""
    return found


def is_true(value: Any) -> bool:
    """Whether a value counts as true: all but false, 0 and nothing."""
    return bool(value)
