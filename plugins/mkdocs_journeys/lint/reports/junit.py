"""Problems as JUnit XML, which every CI system shows as tests."""

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from mkdocs_journeys.lint.reports.outcome import Outcome, advice
from mkdocs_journeys.problem import Problem

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def report(outcome: Outcome) -> str:
    """One suite: a failed or passed case for each problem, and a passed one for each file without any.

    A problem below the level that fails is a passed case that says what was found.
    """
    at_fault = {problem.position.file for problem in outcome.problems}
    clean = [path for path in outcome.files if path not in at_fault]
    failures = str(sum(map(outcome.fails, outcome.problems)))
    numbers = {"tests": str(len(outcome.problems) + len(clean)), "failures": failures, "errors": "0", "skipped": "0"}
    suites = Element("testsuites", {"name": "journeys check", **numbers})
    suite = SubElement(suites, "testsuite", {"name": "journeys check", **numbers})
    for problem in outcome.problems:
        _add_problem(suite, problem, outcome.fails(problem))
    for path in clean:
        SubElement(suite, "testcase", {"classname": _legal(path), "name": "no mistakes", "file": _legal(path)})
    indent(suites)
    text = tostring(suites, "us-ascii", xml_declaration=False).decode("ascii")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _add_problem(suite: Element, problem: Problem, fails: bool) -> None:
    at = problem.position
    name, file = f"{problem.rule} ({at.line}:{at.column})", _legal(at.file)
    case = SubElement(suite, "testcase", {"classname": file, "name": name, "file": file, "line": str(at.line)})
    text = _legal("\n".join([str(problem), *([problem.hint] if problem.hint else [])]))
    if fails:
        said = {"type": problem.severity.value, "message": _legal(advice(problem))}
        SubElement(case, "failure", said).text = text
    else:
        SubElement(case, "system-out").text = text


def _legal(text: str) -> str:
    """The text with characters that XML cannot hold shown as `\\x1b`."""
    return _NOT_IN_XML.sub(lambda found: f"\\x{ord(found.group()):02x}", text)
