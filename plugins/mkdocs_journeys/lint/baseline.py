"""A list of findings that a team knows of, so that only new ones count."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from mkdocs_journeys.lint.lines import line_at, lines_of
from mkdocs_journeys.problem import Problem

VERSION = 1


def fingerprints(problems: Iterable[Problem], files: Mapping[str, bytes]) -> Iterator[tuple[Problem, str]]:
    """Each problem with a word that stays the same when lines move and days pass, and that no other has.

    It is made of the rule, the file, what the line says, and how many equal ones stand before it.
    """
    lines = {path: lines_of(content) for path, content in files.items()}
    seen: Counter[tuple[str, str, str]] = Counter()
    for problem in problems:
        parts = (problem.rule, problem.position.file, line_at(problem, lines))
        text = json.dumps([*parts, seen[parts]])
        seen[parts] += 1
        yield problem, hashlib.sha256(text.encode()).hexdigest()[:16]


def baseline_text(problems: Iterable[Problem], files: Mapping[str, bytes]) -> str:
    """The file that lists these problems: JSON, sorted, one line for each."""
    entries = [
        json.dumps({"rule": one.rule, "file": one.position.file, "fingerprint": print_}, ensure_ascii=False)
        for one, print_ in fingerprints(problems, files)
    ]
    listed = ",\n    ".join(sorted(entries))
    return f'{{\n  "version": {VERSION},\n  "problems": [' + (f"\n    {listed}\n  " if entries else "") + "]\n}\n"


def known_fingerprints(text: str) -> frozenset[str]:
    """The fingerprints of a baseline file; ValueError, with a sentence that says why, if it is none."""
    try:
        read = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"This is no JSON: {error}.") from None
    entries = read.get("problems") if isinstance(read, dict) else None
    if not isinstance(entries, list) or read.get("version") != VERSION:
        raise ValueError(f"This is no baseline of version {VERSION}.")
    return frozenset(str(entry.get("fingerprint")) for entry in entries if isinstance(entry, dict))


def new_problems(problems: Iterable[Problem], files: Mapping[str, bytes], known: frozenset[str]) -> list[Problem]:
    """The problems that a baseline does not know."""
    return [problem for problem, print_ in fingerprints(problems, files) if print_ not in known]
