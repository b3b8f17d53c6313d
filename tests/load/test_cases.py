"""Each folder in cases/ holds files to put over the good atlas, and what `journeys check -q` then prints."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from mkdocs_journeys.cli import main

HERE = Path(__file__).parent
CASES = sorted(path.name for path in (HERE / "cases").iterdir())


@pytest.mark.parametrize("case", CASES)
def test_check_prints_exactly_what_the_case_expects(case: str, tmp_path: Path) -> None:
    shutil.copytree(HERE / "good", tmp_path, dirs_exist_ok=True)
    shutil.copytree(HERE / "cases" / case, tmp_path, dirs_exist_ok=True)
    expected = (tmp_path / "expected.txt").read_text("utf-8")
    result = CliRunner().invoke(main, ["check", "-q", "--root", str(tmp_path)])
    assert result.output == expected
    assert result.exit_code == int(": error[" in expected)


def test_there_is_a_case_for_every_kind_of_mistake() -> None:
    printed = "".join((HERE / "cases" / case / "expected.txt").read_text("utf-8") for case in CASES)
    rules = {line.split("[", 1)[1].split("]", 1)[0] for line in printed.splitlines()}
    assert len(CASES) >= 90
    assert rules >= {
        "baseline-state",
        "csv-duplicate",
        "csv-encoding",
        "csv-header",
        "csv-row",
        "csv-syntax",
        "csv-value",
        "field-empty",
        "field-missing",
        "field-type",
        "field-unknown",
        "field-value",
        "file-name",
        "file-place",
        "id-duplicate",
        "part-of-itself",
        "reference-ambiguous",
        "reference-kind",
        "reference-unknown",
        "rich-link",
    }
