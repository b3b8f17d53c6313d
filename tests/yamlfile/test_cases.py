"""Each file in cases/ beside its .expected: the problems as `line:column: severity[rule] message`."""

from pathlib import Path

import pytest

from mkdocs_journeys.yamlfile import read

CASES = Path(__file__).parent / "cases"
FILES = sorted(path for path in CASES.iterdir() if path.suffix != ".expected")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_trap_is_reported_as_written_down(path: Path) -> None:
    root, problems = read(path.read_bytes(), path.name)
    said = [str(problem).removeprefix(f"{path.name}:") for problem in problems] or ["no problem"]
    if root is None:
        said.append("not usable")
    assert said == path.with_suffix(".expected").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_problem_comes_with_a_hint_and_without_jargon(path: Path) -> None:
    for problem in read(path.read_bytes(), path.name)[1]:
        assert problem.hint
        words = f"{problem.message} {problem.hint}"
        for jargon in ("expected key", "mapping", "scalar", "token", "did not find", "node"):
            assert jargon not in words


def test_every_expectation_has_its_file() -> None:
    assert {path.stem for path in FILES} == {path.stem for path in CASES.glob("*.expected")}
