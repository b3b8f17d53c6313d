import logging

import pytest

from host.support_build import problem
from mkdocs_journeys.host.report import as_text, build_error, log_all
from mkdocs_journeys.problem import Severity

TEXTS = {"journeys/a.yml": b"a: 1\nb: 2\n"}


def test_a_problem_is_logged_with_its_frame_and_hint() -> None:
    assert as_text(problem(line=2), TEXTS).splitlines() == [
        "journeys/a.yml:2:3: error[some-rule] This is wrong.",
        "  1 | a: 1",
        "> 2 | b: 2",
        "    |   ^",
        "  3 |",
        "  hint: Mend it.",
    ]


def test_a_problem_in_a_file_that_could_not_be_read_has_no_frame() -> None:
    assert "|" not in as_text(problem(), {})


def test_the_build_error_names_the_first_ten() -> None:
    lines = str(build_error([problem(f"No {n}.") for n in range(12)])).splitlines()
    assert lines[0] == "12 errors in the journeys:"
    assert lines[1].endswith("No 0.")
    assert lines[-1].strip() == "and 2 more"
    assert len(lines) == 12


def test_a_warning_is_no_error_in_the_list() -> None:
    found = [problem("Careful.", severity=Severity.WARNING), problem()]
    assert str(build_error(found)).startswith("1 error in the journeys:")
    assert "Careful" not in str(build_error(found))


@pytest.mark.parametrize(("highest", "expected"), [(logging.ERROR, "WARNING"), (logging.INFO, "INFO")])
def test_a_problem_is_never_logged_above_the_highest_level(
    caplog: pytest.LogCaptureFixture, highest: int, expected: str
) -> None:
    with caplog.at_level(logging.INFO):
        log_all([problem(severity=Severity.WARNING)], TEXTS, highest)
    assert [record.levelname for record in caplog.records] == [expected]
