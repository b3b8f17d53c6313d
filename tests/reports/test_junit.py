"""JUnit XML."""

from dataclasses import replace
from xml.etree.ElementTree import Element, fromstring

from mkdocs_journeys.lint.engine import Outcome
from mkdocs_journeys.problem import Severity
from mkdocs_journeys.reports.junit import format_check
from reports.support_outcomes import CLEAN, MAP, PLAIN


def suite(outcome: Outcome) -> Element:
    """The one suite of a report; parsing fails where the XML is not well formed."""
    (found,) = fromstring(format_check(outcome)).iter("testsuite")
    return found


def test_a_problem_that_fails_the_check_is_a_failed_case() -> None:
    case = suite(PLAIN)[0]
    assert case.attrib == {"classname": MAP, "name": "reference-unknown (2:8)", "file": MAP, "line": "2"}
    failure = case.find("failure")
    assert failure is not None
    assert failure.get("message") == "There is no team 'nobody'.\nDid you mean 'somebody'?"
    assert failure.get("type") == "error"


def test_a_problem_below_the_level_is_a_passed_case_that_says_what_was_found() -> None:
    case = suite(PLAIN)[1]
    assert case.find("failure") is None
    assert "warning[review-overdue]" in (case.findtext("system-out") or "")
    assert suite(replace(PLAIN, fail_on=Severity.WARNING))[1].find("failure") is not None


def test_a_file_without_a_problem_is_a_passed_case() -> None:
    names = [(case.get("classname"), case.get("name")) for case in suite(PLAIN)[3:]]
    assert names == [("journeys/catalog.yml", "no mistakes"), ("journeys/personas/maya.yml", "no mistakes")]
    assert [len(case) for case in suite(CLEAN)] == [0, 0, 0]


def test_the_numbers_are_right() -> None:
    assert suite(PLAIN).attrib | {"name": ""} == {
        "name": "",
        "tests": "5",
        "failures": "1",
        "errors": "0",
        "skipped": "0",
    }


def test_characters_that_xml_cannot_hold_are_shown_as_escapes() -> None:
    text = format_check(replace(PLAIN, fail_on=Severity.INFO))
    assert text.isascii()
    message = suite(replace(PLAIN, fail_on=Severity.INFO))[1][0].get("message") or ""
    assert "\\x00\\x1b[31m" in message and "\\xfffe" in message and "\U0001f600" in message
