"""Automatic fixes: edits of text, so that comments and layout survive; any that changes too much is reverted."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from os.path import commonpath

from mkdocs_journeys.lint import edits
from mkdocs_journeys.lint.rules import LOADING_RULES
from mkdocs_journeys.problem import Position, Problem, Severity
from mkdocs_journeys.wording import counted
from mkdocs_journeys.yamlfile import Map, read
from mkdocs_journeys.yamlfile.editing.edit import Edit, SourceText
from mkdocs_journeys.yamlfile.values import differences

Files = Mapping[str, bytes]
FixTable = Mapping[str, tuple[Callable[[Problem, SourceText], Edit | None], ...]]
"""Rule id to the edits to try, in order."""
CheckFiles = Callable[[Files], Sequence[Problem]]
"""Takes all files, gives all problems."""

SYNTAX = "yaml-syntax"
MAX_ROUNDS = 200
MAX_LAYOUT_EDITS = 500
TAB_WIDTHS = (2, 4, 8)
"""Widths that a tab may have been meant to have; a file is fixed only if all give the same values."""
_LAYOUT = (edits.indent_with_spaces, edits.separate_glued, edits.quote_text)
"""Edits that make a file readable, where only one thing can be meant; they take the width of a tab, too."""
_PRESERVING: FixTable = {
    "yaml-ambiguous-text": (edits.quote_ambiguous,),
    "ignore-unused": (edits.remove_unused_ignore,),
}
"""Edits that leave every value as it is."""
_SAFE: FixTable = {
    "yaml-invisible-character": (edits.remove_invisible,),
    "field-value": (edits.write_boolean, edits.number_emotion, edits.unquote_number),
}
"""Edits that change one value, which can mean nothing else."""
_UNSAFE: FixTable = {
    "field-value": (edits.remove_unit, edits.take_suggestion),
    "field-unknown": (edits.take_suggestion,),
    "reference-unknown": (edits.take_suggestion,),
    "yaml-cut-text": (edits.quote_cut,),
}
"""Edits that are only likely to be right, and need a review."""
_READING_RULES = LOADING_RULES.keys() - {"ignore-unused", "ignore-without-reason", "rule-unknown"}


@dataclass(frozen=True, slots=True)
class AppliedFix:
    """An edit that was applied: the position of its problem, and its description."""

    position: Position
    description: str


@dataclass(frozen=True, slots=True)
class FixResult:
    """All files, fixed or not, the problems left in them, and the applied fixes by position."""

    files: Files
    problems: Sequence[Problem]
    applied: Sequence[AppliedFix]


def fix_files(files: Files, wanted: Iterable[str], check: CheckFiles, *, unsafe: bool = False) -> FixResult:
    """Fix what can be fixed in the wanted files; with `unsafe`, also apply edits that are only likely to be right.

    A file with a syntax error is readable afterwards, or unchanged. An edit that changes more than one value, or
    brings a new problem, is reverted. Idempotent.
    """
    now, applied = dict(files), []
    chosen = frozenset(path for path in wanted if path in now and not path.endswith(".csv"))
    problems = check(now)
    for path in sorted(chosen & {one.position.file for one in problems if one.rule == SYNTAX}):
        now[path], found = _fix_syntax(path, now[path])
        applied += found
    problems = check(now) if applied else problems
    for _ in range(MAX_ROUNDS):
        now, problems, found = _fix_round(now, chosen, problems, check, unsafe)
        applied += found
        if not found:
            break
    return FixResult(now, problems, sorted(applied, key=lambda one: one.position))


def count_fixable(files: Files, problems: Iterable[Problem]) -> int:
    """Number of problems with a safe edit; of a file with a syntax error, only the first problem counts."""
    layout: FixTable = {SYNTAX: (partial(_fix_layout, tab_width=TAB_WIDTHS[0]),)}
    table = {**layout, **_PRESERVING, **_SAFE}
    wanted = [one for one in problems if one.rule in table and one.position.file in files]
    sources = {path: SourceText.from_bytes(files[path]) for path in {one.position.file for one in wanted}}
    return sum(
        any(make_edit(one, source) for make_edit in table[one.rule])
        for one in wanted
        if (source := sources[one.position.file])
    )


def fixes_for(problem: Problem, path: str, content: bytes) -> Iterator[tuple[Edit, bool]]:
    """The edits that fix one problem of a file, each with whether it is safe: no other value changes.

    For a syntax error, the edit that makes the whole file readable.
    """
    source = SourceText.from_bytes(content)
    if source is None or path.endswith(".csv"):
        return
    if problem.rule == SYNTAX:
        after, applied = _fix_syntax(path, content)
        if edit := _as_one_edit(source, after, applied):
            yield edit, True
        return
    for table, most, is_safe in ((_PRESERVING, 0, True), (_SAFE, 1, True), (_UNSAFE, 1, False)):
        for make_edit in table.get(problem.rule, ()):
            edit = make_edit(problem, source)
            if edit and differs_in_at_most(most, content, source.applied(edit)):
                yield edit, is_safe


def _as_one_edit(source: SourceText, after: bytes, applied: Sequence[AppliedFix]) -> Edit | None:
    """What lies between the first and the last character that differ."""
    fixed = SourceText.from_bytes(after)
    if not applied or fixed is None:
        return None
    old, new = source.text, fixed.text
    start = len(commonpath((old, new)))
    end = len(commonpath((old[start:][::-1], new[start:][::-1])))
    more = f", and {counted(len(applied) - 1, 'more place')}" if len(applied) > 1 else ""
    return Edit(start, len(old) - end, new[start : len(new) - end], applied[0].description + more)


def _fix_round(
    files: dict[str, bytes], chosen: frozenset[str], problems: Sequence[Problem], check: CheckFiles, unsafe: bool
) -> tuple[dict[str, bytes], Sequence[Problem], list[AppliedFix]]:
    """Apply edits that preserve all values, outside of values with errors; if there are none, edits of values."""
    wrong = {problem.position for problem in problems if problem.severity == Severity.ERROR}
    sound = [problem for problem in problems if problem.position not in wrong]
    preserved, applied = _try_edits(files, chosen, sound, (_PRESERVING,), most=0)
    if applied:
        return preserved, check(preserved), applied
    changed, applied = _try_edits(files, chosen, problems, (_SAFE, _UNSAFE) if unsafe else (_SAFE,), most=1)
    if not applied:
        return files, problems, []
    still = check(changed)
    worse = _worse_files(problems, still)
    if not worse:
        return changed, still, applied
    changed |= {path: files[path] for path in worse}
    still = check(changed)
    if _worse_files(problems, still):
        return files, problems, []
    return changed, still, [one for one in applied if one.position.file not in worse]


def _try_edits(
    files: Files, chosen: frozenset[str], problems: Sequence[Problem], tables: Sequence[FixTable], most: int
) -> tuple[dict[str, bytes], list[AppliedFix]]:
    """The files after every edit that changes at most so many values, from the end of each file to its start."""
    now, applied = dict(files), []
    for problem in sorted(problems, reverse=True, key=lambda one: one.position):
        path = problem.position.file
        candidates = [make_edit for table in tables for make_edit in table.get(problem.rule, ())]
        source = SourceText.from_bytes(now[path]) if candidates and path in chosen else None
        if source is None:
            continue
        for edit in filter(None, (make_edit(problem, source) for make_edit in candidates)):
            after = source.applied(edit)
            if differs_in_at_most(most, now[path], after):
                now[path] = after
                applied.append(AppliedFix(problem.position, edit.description))
                break
    return now, applied


def _worse_files(before: Iterable[Problem], after: Iterable[Problem]) -> set[str]:
    """Files with a problem of the loader that they did not have before."""

    def counts(problems: Iterable[Problem]) -> Counter[tuple[str, str, str]]:
        return Counter((one.position.file, one.rule, one.message) for one in problems if one.rule in _READING_RULES)

    return {file for file, _, _ in counts(after) - counts(before)}


def _fix_syntax(path: str, content: bytes) -> tuple[bytes, list[AppliedFix]]:
    """A file with its layout fixed, if it can be read then and its values do not depend on the width of tabs."""
    found = [(after, applied) for width in TAB_WIDTHS for after, applied in _lay_out(path, content, width)]
    roots = [_values(after)[0] for after, _ in found]
    if not found or any(True for root in roots for _ in differences(roots[0], root)):
        return content, []
    return found[0]


def _lay_out(path: str, content: bytes, tab_width: int) -> Iterator[tuple[bytes, list[AppliedFix]]]:
    """The file with one syntax error after the other fixed, once it can be read; nothing if it never can."""
    applied: list[AppliedFix] = []
    while len(applied) < MAX_LAYOUT_EDITS:
        root, problems = read(content, path)
        if root is not None:
            yield content, applied
            return
        source = SourceText.from_bytes(content)
        problem = next((one for one in problems if one.rule == SYNTAX), None)
        edit = _fix_layout(problem, source, tab_width) if source and problem else None
        if not source or not problem or not edit:
            return
        content = source.applied(edit)
        applied.append(AppliedFix(problem.position, edit.description))


def _fix_layout(problem: Problem, source: SourceText, tab_width: int) -> Edit | None:
    return next((edit for make_edit in _LAYOUT if (edit := make_edit(problem, source, tab_width))), None)


def differs_in_at_most(most: int, before: bytes, after: bytes) -> bool:
    """Whether two files can be read, differ in at most so many values or keys, and the later has no more errors."""
    (old, errors_before), (new, errors_after) = _values(before), _values(after)
    if old is None or new is None or errors_after > errors_before:
        return False
    return sum(1 for _ in differences(old, new)) <= most


def _values(content: bytes) -> tuple[Map | None, int]:
    """Values of a file, None if it cannot be read, and the number of errors in its YAML."""
    root, problems = read(content, "")
    return root, sum(problem.severity == Severity.ERROR for problem in problems)
