"""`journeys check --format`: each form, and where it goes."""

import json
import shutil
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from click.testing import CliRunner, Result

from mkdocs_journeys.cli import main
from mkdocs_journeys.cli.check import FORMATS

GOOD = Path(__file__).parents[1] / "load" / "good"
MAP = "journeys/maps/pay.yml"
JOURNEY = "title: Buy\npersonas: maya\nowner: grwth\nstages:\n  - stage: decision\n    steps:\n      - name: Pays\n"
SUMMARY = "GITHUB_STEP_SUMMARY"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with one mistake, in a folder of its own."""
    shutil.copytree(GOOD, tmp_path / "project")
    write(tmp_path / "project", JOURNEY)
    return tmp_path / "project"


def write(root: Path, text: str) -> None:
    (root / MAP).write_text(text, encoding="utf-8")


def check(root: Path, *words: str, summary: Path | None = None) -> Result:
    env = {SUMMARY: str(summary) if summary else None}
    return CliRunner().invoke(main, ["check", "--root", str(root), *words], env=env)


def steps(count: int) -> str:
    """A journey with so many steps whose emotions are wrong, and the mistake in its owner."""
    return JOURNEY + "".join(f"      - {{name: Step {number}, emotion: 7}}\n" for number in range(count))


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_tells_the_mistake_and_fails(root: Path, form: str) -> None:
    result = check(root, "--format", form)
    assert result.exit_code == 1
    assert "There is no team 'grwth'." in result.stdout
    assert result.stderr == ""


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_is_there_for_a_sound_atlas_and_passes(root: Path, form: str) -> None:
    (root / MAP).unlink()
    result = check(root, "--format", form)
    assert (result.exit_code, "grwth" in result.stdout) == (0, False)


@pytest.mark.parametrize(("form", "empty"), [("json", {"problems": []}), ("gitlab", [])])
def test_a_form_for_programs_is_printed_alone(root: Path, form: str, empty: object) -> None:
    json.loads(check(root, "--format", form).stdout)
    assert json.loads(check(root, "--format", form, "journeys/personas").stdout) == empty


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("content", [b"\xff\xfe\0", b"\0" * 64, b"[" * 5000, b"a: *a", b"title: \xe2\x80\xae\x1b[2J\n"])
def test_no_bytes_give_a_traceback_in_any_form(root: Path, form: str, content: bytes) -> None:
    (root / MAP).write_bytes(content)
    result = check(root, "--format", form)
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert not {"\x1b", "\u202e"} & set(result.stdout)


def test_a_report_goes_to_a_file_and_its_summary_to_the_error_stream(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.json"
    out.write_text("an older and much longer report " * 99, encoding="utf-8")
    result = check(root, "--format", "json", "--output", str(out))
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "1 error in 1 file; 13 files checked\n"
    assert [one["rule"] for one in json.loads(out.read_text("utf-8"))["problems"]] == ["reference-unknown"]
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    assert check(root, "--format", "json", "-o", str(out), "--quiet").output == ""


def test_text_in_a_file_has_no_colour(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.txt"
    result = CliRunner().invoke(main, ["check", "--root", str(root), "-o", str(out)], color=True)
    assert result.exit_code == 1
    text = out.read_text("utf-8")
    assert text.startswith(f"{MAP}:3:8: error[reference-unknown] There is no team 'grwth'.\n")
    assert "\x1b" not in text and "Hint: Did you mean 'growth'?" in text


def test_a_file_that_cannot_be_written_is_told(root: Path, tmp_path: Path) -> None:
    result = check(root, "--format", "json", "--output", str(tmp_path / "no" / "report.json"))
    assert result.exit_code == 1
    assert "cannot be written: No such file or directory." in result.stderr


def test_services_get_paths_from_the_top_of_the_repository(root: Path) -> None:
    (root.parent / ".git").mkdir()
    first = f"project/{MAP}"
    assert json.loads(check(root, "--format", "gitlab").stdout)[0]["location"]["path"] == first
    assert f"::error file={first},line=3," in check(root, "--format", "github").stdout
    sarif = json.loads(check(root, "--format", "sarif").stdout)["runs"][0]["results"][0]["locations"][0]
    assert sarif["physicalLocation"]["artifactLocation"]["uri"] == first
    assert json.loads(check(root, "--format", "json").stdout)["problems"][0]["file"] == MAP
    assert f'file="{MAP}"' in check(root, "--format", "junit").stdout


def test_in_a_project_that_is_the_repository_nothing_comes_before(root: Path) -> None:
    (root / ".git").write_text("gitdir: elsewhere\n", encoding="utf-8")
    assert json.loads(check(root, "--format", "gitlab").stdout)[0]["location"]["path"] == MAP


def test_what_fails_follows_the_level_in_junit(root: Path) -> None:
    write(root, JOURNEY.replace("grwth", "growth").replace("Pays", "Pays\n        thinks: no"))
    assert fromstring(check(root, "--format", "junit").stdout).get("failures") == "0"
    strict = check(root, "--format", "junit", "--fail-on", "info")
    assert (fromstring(strict.stdout).get("failures"), strict.exit_code) == ("1", 1)


def test_what_github_would_drop_goes_to_the_summary_of_the_step(root: Path, tmp_path: Path) -> None:
    write(root, steps(13))
    summary = tmp_path / "summary.md"
    summary.write_text("# From an earlier step\n", encoding="utf-8")
    result = check(root, "--format", "github", summary=summary)
    assert result.stdout.count("::error ") == 10
    assert result.stdout.splitlines()[-2:] == [
        "4 errors more: see the summary of this step.",
        "14 errors in 1 file; 13 files checked",
    ]
    text = summary.read_text("utf-8")
    assert text.startswith("# From an earlier step\n### journeys check: 4 more\n")
    assert text.count(f"| error | `{MAP}:") == 4


def test_without_a_summary_the_rest_is_counted(root: Path) -> None:
    write(root, steps(13))
    assert "4 errors more: `journeys check` lists them all.\n" in check(root, "--format", "github").stdout


def test_ten_problems_need_no_summary(root: Path, tmp_path: Path) -> None:
    write(root, steps(9))
    result = check(root, "--format", "github", summary=tmp_path / "summary.md")
    assert (result.stdout.count("::error "), " more" in result.stdout) == (10, False)
    assert not (tmp_path / "summary.md").exists()


def test_a_summary_that_is_full_or_cannot_be_written_fails_nothing(root: Path, tmp_path: Path) -> None:
    write(root, steps(13))
    full = tmp_path / "full.md"
    full.write_bytes(b"x" * (1 << 20))
    result = check(root, "--format", "github", summary=full)
    assert "lists them all" in result.stdout
    assert full.stat().st_size == 1 << 20
    result = check(root, "--format", "github", summary=tmp_path)
    assert "The summary of the step cannot be written" in result.stderr
    assert (result.exit_code, "lists them all" in result.stdout) == (1, True)


def test_a_baseline_holds_back_in_every_form(root: Path, tmp_path: Path) -> None:
    write(root, JOURNEY.replace("grwth", "growth\nstatus: live"))
    catalog = root / "journeys" / "catalog.yml"
    catalog.write_text(catalog.read_text("utf-8").replace("preset: minimal", "preset: strict"), encoding="utf-8")
    known = str(tmp_path / "known.json")
    assert json.loads(check(root, "--format", "json").stdout)["problems"] != []
    check(root, "--baseline", known, "--write-baseline")
    assert json.loads(check(root, "--format", "json", "--baseline", known).stdout) == {"problems": []}
