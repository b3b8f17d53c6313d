"""Mends files, one edit after the other, and takes back whatever does not prove itself."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_journeys.lint.fixes import layout, values
from mkdocs_journeys.lint.fixes.proof import differences, is_one_apart, is_same, values_of
from mkdocs_journeys.lint.fixes.source import Edit, Source, source_of
from mkdocs_journeys.lint.loading import LOADING
from mkdocs_journeys.problem import Position, Problem, Severity
from mkdocs_journeys.yamlfile import read

Files = Mapping[str, bytes]
Fix = Callable[[Problem, Source], Edit | None]
Judge = Callable[[Files], Sequence[Problem]]
"""Takes all files, gives all problems."""

SYNTAX = "yaml-syntax"
MOST_ROUNDS = 200
MOST_EDITS = 500
WIDTHS = (2, 4, 8)
"""How wide a tab may have been meant; where this makes a difference, nobody can tell."""
_SAME: Mapping[str, tuple[Fix, ...]] = {
    "yaml-ambiguous-text": (values.ambiguous,),
    "ignore-unused": (values.idle_comment,),
}
"""By rule, what leaves every value as it is."""
_ONE: Mapping[str, tuple[Fix, ...]] = {
    "yaml-invisible-character": (values.invisible,),
    "field-value": (values.flag, values.feeling, values.quoted_number),
}
"""By rule, what changes one value, and can mean nothing else."""
_UNSAFE: Mapping[str, tuple[Fix, ...]] = {
    "field-value": (values.unit, values.suggestion),
    "field-unknown": (values.suggestion,),
    "reference-unknown": (values.suggestion,),
}
"""By rule, what is likely meant, and should be read again."""
_NOT_OF_FILES = frozenset(("ignore-unused", "ignore-without-reason", "rule-unknown"))


@dataclass(frozen=True, slots=True)
class Done:
    """One thing that was mended: where it stood, and what was done."""

    position: Position
    said: str


@dataclass(frozen=True, slots=True)
class Mended:
    """All files, mended or not, what is still wrong with them, and what was done, by place."""

    files: Files
    problems: Sequence[Problem]
    done: Sequence[Done]


def mended(files: Files, wanted: Iterable[str], judge: Judge, *, unsafe: bool = False) -> Mended:
    """Mend what can be mended in the wanted files; with `unsafe`, also what is only likely meant.

    A file that could not be read can be afterwards, or stays as it is. An edit that changes more than it should,
    or brings a new problem, is taken back. Mending the result again changes nothing.
    """
    now, done = dict(files), []
    chosen = frozenset(path for path in wanted if path in now and not path.endswith(".csv"))
    problems = judge(now)
    for path in sorted(chosen & {one.position.file for one in problems if one.rule == SYNTAX}):
        now[path], found = _readable(path, now[path])
        done += found
    problems = judge(now) if done else problems
    for _ in range(MOST_ROUNDS):
        now, problems, found = _round(now, chosen, problems, judge, unsafe)
        done += found
        if not found:
            break
    return Mended(now, problems, sorted(done, key=lambda one: one.position))


def mendable(files: Files, problems: Iterable[Problem]) -> int:
    """How many of the problems there is an edit for; those of a broken file show only after the first is mended."""
    tables = {SYNTAX: (lambda problem, source: _layout_edit(problem, source, WIDTHS[0]),), **_SAME, **_ONE}
    wanted = [one for one in problems if one.rule in tables and one.position.file in files]
    sources = {path: source_of(files[path]) for path in {one.position.file for one in wanted}}
    return sum(
        any(fix(one, source) for fix in tables[one.rule]) for one in wanted if (source := sources[one.position.file])
    )


_Round = tuple[dict[str, bytes], Sequence[Problem], list[Done]]


def _round(
    files: dict[str, bytes], chosen: frozenset[str], problems: Sequence[Problem], judge: Judge, unsafe: bool
) -> _Round:
    """The edits that change no value, where it is a sound one; if there are none, those of single values."""
    wrong = {problem.position for problem in problems if problem.severity == Severity.ERROR}
    sound = [problem for problem in problems if problem.position not in wrong]
    same, done = _edited(files, chosen, sound, (_SAME,), is_same)
    if done:
        return same, judge(same), done
    one, done = _edited(files, chosen, problems, (_ONE, _UNSAFE) if unsafe else (_ONE,), is_one_apart)
    if not done:
        return files, problems, []
    still = judge(one)
    worse = _worse(problems, still)
    if not worse:
        return one, still, done
    one |= {path: files[path] for path in worse}
    still = judge(one)
    if _worse(problems, still):
        return files, problems, []
    return one, still, [each for each in done if each.position.file not in worse]


def _edited(
    files: Files,
    chosen: frozenset[str],
    problems: Sequence[Problem],
    tables: Sequence[Mapping[str, tuple[Fix, ...]]],
    proves: Callable[[bytes, bytes], bool],
) -> tuple[dict[str, bytes], list[Done]]:
    """The files after every edit that proves itself, from the end of each file to its start."""
    now, done = dict(files), []
    for problem in sorted(problems, reverse=True, key=lambda one: one.position):
        path = problem.position.file
        fixes = [fix for table in tables for fix in table.get(problem.rule, ())]
        tries = _tries(problem, now[path], fixes) if fixes and path in chosen else ()
        for after, said in tries:
            if proves(now[path], after):
                now[path] = after
                done.append(Done(problem.position, said))
                break
    return now, done


def _tries(problem: Problem, content: bytes, fixes: Sequence[Fix]) -> Iterator[tuple[bytes, str]]:
    source = source_of(content)
    for fix in fixes if source else ():
        edit = fix(problem, source) if source else None
        if source and edit:
            yield source.applied(edit), edit.said


def _worse(before: Iterable[Problem], after: Iterable[Problem]) -> set[str]:
    """The files that have a problem of reading which was not there before."""
    new = Counter(map(_kind, _of_reading(after))) - Counter(map(_kind, _of_reading(before)))
    return {file for file, _, _ in new}


def _of_reading(problems: Iterable[Problem]) -> Iterator[Problem]:
    return (problem for problem in problems if problem.rule in LOADING.keys() - _NOT_OF_FILES)


def _kind(problem: Problem) -> tuple[str, str, str]:
    return problem.position.file, problem.rule, problem.message


def _readable(path: str, content: bytes) -> tuple[bytes, list[Done]]:
    """A file that cannot be read with its layout mended, if it can be read then; else as it is."""
    found = [(after, done) for width in WIDTHS for after, done in _laid_out(path, content, width)]
    trees = [values_of(after)[0] for after, _ in found]
    if not found or any(True for tree in trees for _ in differences(trees[0], tree)):
        return content, []
    return found[0]


def _laid_out(path: str, content: bytes, width: int) -> Iterator[tuple[bytes, list[Done]]]:
    """The file with one mistake after the other mended, once it can be read; nothing if it never can."""
    done: list[Done] = []
    while len(done) < MOST_EDITS:
        root, problems = read(content, path)
        if root is not None:
            yield content, done
            return
        source = source_of(content)
        found = next((one for one in problems if one.rule == SYNTAX), None)
        if not source or not found:
            return
        edit = (
            layout.tab(found, source, width) or layout.glued(found, source) or layout.text_without_quotes(found, source)
        )
        if not edit:
            return
        content = source.applied(edit)
        done.append(Done(found.position, edit.said))


def _layout_edit(problem: Problem, source: Source, width: int) -> Edit | None:
    return (
        layout.tab(problem, source, width)
        or layout.glued(problem, source)
        or layout.text_without_quotes(problem, source)
    )
