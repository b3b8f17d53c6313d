"""JUnit XML, which every CI system shows as tests."""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from mkdocs_journeys.lint.engine import Outcome, advice
from mkdocs_journeys.problem import Problem
from mkdocs_journeys.wording import xml_legal


def format_check(outcome: Outcome) -> str:
    """One suite: a case for each problem, failed if that fails the check, and a passed case for each clean file."""
    at_fault = {problem.position.file for problem in outcome.problems}
    clean = [path for path in outcome.files if path not in at_fault]
    failures = str(sum(map(outcome.fails, outcome.problems)))
    numbers = {"tests": str(len(outcome.problems) + len(clean)), "failures": failures, "errors": "0", "skipped": "0"}
    suites = Element("testsuites", {"name": "journeys check", **numbers})
    suite = SubElement(suites, "testsuite", {"name": "journeys check", **numbers})
    for problem in outcome.problems:
        _add_problem(suite, problem, outcome.fails(problem))
    for path in clean:
        SubElement(suite, "testcase", {"classname": xml_legal(path), "name": "no mistakes", "file": xml_legal(path)})
    indent(suites)
    text = tostring(suites, "us-ascii", xml_declaration=False).decode("ascii")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _add_problem(suite: Element, problem: Problem, fails: bool) -> None:
    at = problem.position
    name, file = f"{problem.rule} ({at.line}:{at.column})", xml_legal(at.file)
    case = SubElement(suite, "testcase", {"classname": file, "name": name, "file": file, "line": str(at.line)})
    text = xml_legal("\n".join([str(problem), *([problem.hint] if problem.hint else [])]))
    if fails:
        said = {"type": problem.severity.value, "message": xml_legal(advice(problem))}
        SubElement(case, "failure", said).text = text
    else:
        SubElement(case, "system-out").text = text
