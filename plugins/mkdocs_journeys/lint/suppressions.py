"""Suppressed problems: comments `# journeys: ignore RULE reason`, and baselines of known findings."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from mkdocs_journeys.codeframe import lines_of
from mkdocs_journeys.lint.rules import BY_ID
from mkdocs_journeys.lint.settings import unknown_rule
from mkdocs_journeys.problem import Position, Problem, Severity, in_order

BASELINE_VERSION = 1
_COMMENT = re.compile(r"(?:^|(?<=\s))#\s*journeys:\s*ignore\b[ \t]*(?P<rule>\S*)[ \t]*(?P<reason>.*)$")
_PREFILTER = re.compile(rb"#\s*journeys:\s*ignore")


@dataclass(frozen=True, slots=True)
class IgnoreComment:
    """A comment that suppresses a rule at `line`: its own, or the next one if it stands alone."""

    position: Position
    rule: str
    reason: str
    line: int


def apply_ignores(problems: Iterable[Problem], files: Mapping[str, bytes]) -> list[Problem]:
    """Problems that no comment in `files` suppresses, and problems of the comments themselves, by position.

    A comment needs a reason, and one that suppresses nothing is reported.
    """
    comments = [comment for path, content in files.items() for comment in ignore_comments(path, content)]
    valid = {(one.position.file, one.line, one.rule): one for one in comments if one.rule in BY_ID and one.reason}
    kept: list[Problem] = []
    used: set[Position] = set()
    for problem in problems:
        comment = valid.get((problem.position.file, problem.position.line, problem.rule))
        if comment is None:
            kept.append(problem)
        else:
            used.add(comment.position)
    return in_order([*kept, *(_complaint(one) for one in comments if one.position not in used)])


def ignore_comments(path: str, content: bytes) -> Iterator[IgnoreComment]:
    """The comments in a file that suppress a rule, valid or not, in its order."""
    if path.endswith(".csv") or not _PREFILTER.search(content):
        return
    lines = lines_of(content.decode("utf-8", "replace"))
    for number, line in enumerate(lines, 1):
        found = _COMMENT.search(line)
        if found:
            target = number
            if not line[: found.start()].strip():
                while target < len(lines) and lines[target].lstrip().startswith("#"):
                    target += 1
                target += 1
            position = Position(path, number, found.start() + 1)
            yield IgnoreComment(position, found["rule"], found["reason"].strip(), target)


def _complaint(comment: IgnoreComment) -> Problem:
    if comment.rule not in BY_ID:
        return unknown_rule(comment.rule, comment.position)
    if not comment.reason:
        hint = f"Write it behind the rule: `# journeys: ignore {comment.rule} because …`."
        return Problem("ignore-without-reason", comment.position, "This comment gives no reason.", hint)
    message = f"There is nothing to ignore here: {comment.rule} finds no fault."
    return Problem("ignore-unused", comment.position, message, "Remove the comment.", Severity.INFO)


def fingerprints(problems: Iterable[Problem], files: Mapping[str, bytes]) -> Iterator[tuple[Problem, str]]:
    """Each problem with a unique hash that stays the same when lines move and ages grow.

    It covers the rule, the file, the text of the line, and the number of equal problems before it.
    """
    lines = {path: lines_of(content.decode("utf-8", "replace")) for path, content in files.items()}
    seen: Counter[tuple[str, str, str]] = Counter()
    for problem in problems:
        of_file, number = lines.get(problem.position.file, []), problem.position.line
        line = of_file[number - 1].strip() if 0 < number <= len(of_file) else ""
        parts = (problem.rule, problem.position.file, line)
        text = json.dumps([*parts, seen[parts]])
        seen[parts] += 1
        yield problem, hashlib.sha256(text.encode()).hexdigest()[:16]


def baselinable(problems: Iterable[Problem]) -> list[Problem]:
    """Problems that a baseline may hold: those of rules, not those of the loader."""
    return [problem for problem in problems if problem.rule in BY_ID]


def format_baseline(problems: Iterable[Problem], files: Mapping[str, bytes]) -> str:
    """A baseline file of these problems: sorted JSON, one line each."""
    entries = sorted(
        json.dumps({"rule": one.rule, "file": one.position.file, "fingerprint": fingerprint}, ensure_ascii=False)
        for one, fingerprint in fingerprints(problems, files)
    )
    body = "\n    " + ",\n    ".join(entries) + "\n  " if entries else ""
    return f'{{\n  "version": {BASELINE_VERSION},\n  "problems": [{body}]\n}}\n'


def parse_baseline(text: str) -> frozenset[str]:
    """Fingerprints in a baseline file; raises ValueError with a sentence for the user if it is invalid."""
    try:
        read = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"This is no JSON: {error}.") from None
    entries = read.get("problems") if isinstance(read, dict) else None
    if not isinstance(entries, list) or read.get("version") != BASELINE_VERSION:
        raise ValueError(f"This is no baseline of version {BASELINE_VERSION}.")
    return frozenset(str(entry.get("fingerprint")) for entry in entries if isinstance(entry, dict))


def without_baselined(problems: list[Problem], files: Mapping[str, bytes], baseline: frozenset[str]) -> list[Problem]:
    """Problems that are not in a baseline, given as fingerprints; those of the loader are always kept."""
    new = {problem for problem, mark in fingerprints(baselinable(problems), files) if mark not in baseline}
    return [problem for problem in problems if problem.rule not in BY_ID or problem in new]
