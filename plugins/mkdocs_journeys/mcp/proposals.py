"""Changes that an assistant proposes: tried in memory, checked, and given as a patch. Nothing is written."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from mkdocs_journeys.diff import Comparison
from mkdocs_journeys.lint.engine import check_atlas
from mkdocs_journeys.load import FileRole, role_of
from mkdocs_journeys.load.files import id_like
from mkdocs_journeys.mcp.answers import ProposedPatch
from mkdocs_journeys.mcp.comparing import lines_of
from mkdocs_journeys.mcp.workspace import AtlasState, UnansweredError, Workspace, checked
from mkdocs_journeys.problem import Problem, Severity
from mkdocs_journeys.refactor import Refactoring, Refusal, new_problems
from mkdocs_journeys.refactor.draft import Draft
from mkdocs_journeys.refactor.files import AtlasFiles, files_of
from mkdocs_journeys.refactor.move_pain import add_pain
from mkdocs_journeys.refactor.steps import find_step
from mkdocs_journeys.reports.text import format_line
from mkdocs_journeys.sources.worktree import LARGEST_FILE
from mkdocs_journeys.unified_diff import git_diff
from mkdocs_journeys.yamlfile.editing.blocks import Lines
from mkdocs_journeys.yamlfile.editing.fields import assignment, without
from mkdocs_journeys.yamlfile.writing import YamlValue, yaml_of

MOST_PROBLEMS = 10
FieldValue: TypeAlias = str | int | float | bool | list[str] | None


def edited(workspace: Workspace, file: str, old: str, new: str) -> ProposedPatch:
    """Put one text in place of another, which stands exactly once in a file of the atlas."""
    state = workspace.state()
    content = state.tree.files.get(file)
    if content is None:
        raise UnansweredError(f"The atlas has no file {file}. Use propose_file for a new one.")
    text = content.decode("utf-8", "surrogateescape")
    times = text.count(old) if old else 0
    if times != 1:
        found = "does not stand" if not times else f"stands {times} times"
        raise UnansweredError(
            f"That text {found} in {file}. Give the lines exactly as they are, enough to be the only ones."
        )
    after = text.replace(old, new).encode("utf-8", "surrogateescape")
    return _proposed(workspace, state, {**state.tree.files, file: after})


def new_file(workspace: Workspace, file: str, text: str) -> ProposedPatch:
    """Create a file of the atlas, such as journeys/personas/maya.yml."""
    state = workspace.state()
    folder, role = state.tree.folder, role_of(file, state.tree.folder)
    if not isinstance(role, FileRole):
        why = f"{role.message} {role.hint}" if role else f"{file} is no file of an atlas."
        raise UnansweredError(f"{why} Files stand in {folder}/maps, {folder}/personas and the like.")
    if file in state.tree.files:
        raise UnansweredError(f"There is a file {file} already. Use propose_edit to change it.")
    content = text.encode("utf-8", "replace")
    if len(content) > LARGEST_FILE:
        raise UnansweredError("The text is larger than any file of an atlas may be.")
    return _proposed(workspace, state, {**state.tree.files, file: content})


def with_field(workspace: Workspace, kind: str, id: str, field: str, value: FieldValue) -> ProposedPatch:
    """Give a field of a thing a value, or take the field out where that is None; comments stay."""
    state = workspace.state()
    files = _files(state)
    file, path = _place(files, kind, id)
    draft = Draft(files)
    values, layout = draft.value_at(file, path), draft.layout(file)
    if value is None and field not in values:
        raise UnansweredError(f"{kind} '{id}' has no {field}.")
    draft.edit(
        file, path, assignment(layout, path, field, value) if value is not None else without(layout, path, field)
    )
    if value is None:
        del values[field]
    else:
        values[field] = value
    return _proposed(workspace, state, _applied(state, draft))


def new_pain(workspace: Workspace, step: str, pain: Mapping[str, YamlValue]) -> ProposedPatch:
    """Add a pain to the step JOURNEY/STEP, named by its id or its number; its id is made of its title."""
    state = workspace.state()
    files = _files(state)
    found = find_step(files, step)
    if isinstance(found, Refusal):
        raise UnansweredError(f"{found.message} {found.hint}".strip())
    known = set(files.ids("pain"))
    values = {"id": _new_id(str(pain["title"]), known)} | {
        name: one for name, one in pain.items() if one not in (None, [])
    }
    lines = yaml_of(values).splitlines(keepends=True)
    item = Lines("".join(f"{'  ' if number else '- '}{line}" for number, line in enumerate(lines)), 0)
    draft = Draft(files)
    add_pain(draft, found, values, item)
    return _proposed(workspace, state, _applied(state, draft))


def _new_id(title: str, known: set[str]) -> str:
    id = id_like(title)[:40].strip("-") or "pain"
    return next(one for one in (id, *(f"{id}-{number}" for number in range(2, len(known) + 3))) if one not in known)


def _files(state: AtlasState) -> AtlasFiles:
    files = files_of(state.tree, state.parsed)
    if isinstance(files, Refusal):
        raise UnansweredError(f"{files.message} {files.hint}".strip())
    return files


def _place(files: AtlasFiles, kind: str, id: str) -> tuple[str, tuple[str | int, ...]]:
    """The file of a thing, and where it stands there."""
    if kind == "step":
        step = find_step(files, id)
        if not isinstance(step, Refusal):
            return step.file, step.path
        raise UnansweredError(f"{step.message} {step.hint}".strip())
    home = files.find(kind, id)
    if isinstance(home, Refusal):
        raise UnansweredError(f"{home.message} {home.hint}".strip())
    return home.file, home.path


def _applied(state: AtlasState, draft: Draft) -> Mapping[str, bytes]:
    done = draft.finished()
    if isinstance(done, Refusal):
        raise UnansweredError(f"{done.message} Use propose_edit with the exact lines.")
    return done.applied(state.tree).files


def _proposed(workspace: Workspace, state: AtlasState, files: Mapping[str, bytes]) -> ProposedPatch:
    """The patch to these files. Raises UnansweredError where the atlas would have errors, or nothing would change."""
    after = replace(state.tree, files=dict(sorted(files.items())))
    patch = "".join(git_diff(state.tree.files, after.files, {}))
    if not patch:
        raise UnansweredError("That changes nothing.")
    atlas, loaded = workspace.try_out(after)
    errors = [one for one in loaded if one.severity == Severity.ERROR]
    if atlas is None or errors:
        raise UnansweredError(f"The change is refused, as the atlas would have mistakes:\n{_told(errors)}")
    found = check_atlas(atlas, loaded, after.files, state.root, workspace.today)
    new = new_problems(checked(state, workspace.today), found, Refactoring())
    if any(one.severity == Severity.ERROR for one in new):
        raise UnansweredError(f"The change is refused, as `journeys check` would fail:\n{_told(new)}")
    changes = lines_of(Comparison(state.atlas, atlas).changes) if state.atlas else ()
    return ProposedPatch(patch=patch, changes=changes, problems=tuple(format_line(one) for one in new[:MOST_PROBLEMS]))


def _told(problems: Sequence[Problem]) -> str:
    lines = [format_line(one) for one in problems[:MOST_PROBLEMS]]
    more = len(problems) - len(lines)
    return "\n".join([*lines, *([f"and {more} more"] if more else [])])
