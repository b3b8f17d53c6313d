"""`journeys check`, as a person and as a machine call it."""

import shutil
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_journeys.cli import main
from support.processes import BIN, PYTHON, run

GOOD = Path(__file__).parents[1] / "load" / "good"
JOURNEY = "title: Buy\npersonas: maya\nstages:\n  - stage: decision\n    steps:\n      - name: Pays\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(GOOD, tmp_path, dirs_exist_ok=True)
    return tmp_path


def check(root: Path, *words: str, color: bool = False, env: Mapping[str, str | None] | None = None) -> Result:
    return CliRunner().invoke(main, ["check", "--root", str(root), *words], color=color, env=env)


def write(root: Path, path: str, text: str | bytes) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(text if isinstance(text, bytes) else text.encode())


def test_a_sound_atlas_is_clean(root: Path) -> None:
    result = check(root)
    assert (result.exit_code, result.output) == (0, "No mistakes; 12 files checked\n")


def test_a_mistake_is_shown_with_its_lines_and_a_hint(root: Path) -> None:
    write(root, "journeys/maps/pay.yml", f"{JOURNEY}        emotion: 3\n")
    result = check(root)
    scale = "-2 very negative, -1 negative, 0 neutral, 1 positive, 2 very positive"
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        "journeys/maps/pay.yml:7:18: error[field-value] `emotion` is 3, which is not on its scale.",
        "    5 |     steps:",
        "    6 |       - name: Pays",
        "  > 7 |         emotion: 3",
        "      |                  ^",
        "    8 |",
        f"  Hint: Write a number from -2 to 2: {scale}. Leave the line out where nobody knows.",
        "",
        "1 error in 1 file; 13 files checked",
    ]


def test_places_that_belong_to_a_mistake_are_named(root: Path) -> None:
    write(root, "journeys/maps/pay.yml", f"{JOURNEY}      - {{name: A, id: a}}\n      - {{name: B, id: a}}\n")
    assert "  journeys/maps/pay.yml:7:23: first given here\n" in check(root).output


def test_the_summary_counts_mistakes_and_files(root: Path) -> None:
    write(root, "journeys/maps/pay.yml", f"{JOURNEY}owner: x\nstatus: z\n")
    write(root, "journeys/personas/ann.yml", "share: 3\n")
    write(root, "journeys/stray.yml", "")
    assert check(root).output.splitlines()[-1] == "3 errors in 2 files, 1 warning in 1 file; 15 files checked"


def test_warnings_alone_do_not_fail(root: Path) -> None:
    write(root, "journeys/stray.yml", "")
    result = check(root, "-q")
    assert result.exit_code == 0
    assert result.output.startswith("journeys/stray.yml:1:1: warning[file-place] ")


def test_quiet_means_one_line_per_problem_and_nothing_else(root: Path) -> None:
    assert check(root, "--quiet").output == ""
    write(root, "journeys/maps/pay.yml", f"{JOURNEY}owner: grwth\n")
    line = "journeys/maps/pay.yml:7:8: error[reference-unknown] There is no team 'grwth'."
    assert check(root, "-q").output == f"{line} Did you mean 'growth'?\n"


def test_paths_choose_what_is_printed_and_counted(root: Path) -> None:
    write(root, "journeys/maps/pay.yml", f"{JOURNEY}owner: x\n")
    write(root, "journeys/personas/ann.yml", "share: 3\n")
    assert check(root, str(root / "journeys/evidence")).exit_code == 0
    only = check(root, str(root / "journeys/personas"), str(root / "journeys/maps/buy.yml"), "-q")
    assert [line.split(":")[0] for line in only.output.splitlines()] == ["journeys/personas/ann.yml"]
    assert check(root, "journeys/maps").output.endswith("1 error in 1 file; 5 files checked\n")
    assert check(root, str(root)).output.endswith("2 errors in 2 files; 14 files checked\n")


def test_a_link_may_be_asked_about_by_its_path(root: Path) -> None:
    (root / "journeys/personas/ann.yml").symlink_to(root / "journeys/personas/tom.yml")
    assert "file-link" in check(root, str(root / "journeys/personas/ann.yml"), "-q").output


@pytest.mark.parametrize(
    "words",
    [["no-such-file.yml"], ["/"], ["--no-such-option"], ["--root", "no-such-folder"], ["--format", "xml"]],
)
def test_a_wrong_call_exits_with_2(root: Path, words: list[str]) -> None:
    assert check(root, *words).exit_code == 2
    assert CliRunner().invoke(main, ["no-such-command"]).exit_code == 2


def test_the_root_is_found_upwards(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root / "journeys/maps/service")
    result = CliRunner().invoke(main, ["check", "."])
    assert (result.exit_code, result.output) == (0, "No mistakes; 2 files checked\n")


def test_without_a_root_anywhere_the_call_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["check", "--journeys-dir", "no-such-folder-anywhere"])
    assert result.exit_code == 2
    assert "Name the project's folder with --root." in result.output


def test_a_root_without_journeys_is_a_problem(tmp_path: Path) -> None:
    result = check(tmp_path, "-q")
    assert result.exit_code == 1
    assert result.output.startswith("journeys:1:1: error[file-missing] There is no folder journeys/ here.")


def test_another_folder_may_hold_the_journeys(root: Path) -> None:
    (root / "docs").mkdir()
    (root / "journeys").rename(root / "docs/cx")
    assert check(root, "--journeys-dir", "docs/cx").output == "No mistakes; 12 files checked\n"


def test_colour_is_for_terminals_that_want_it(root: Path) -> None:
    write(root, "journeys/personas/ann.yml", "share: 3\n")
    assert "\x1b[31m" in check(root, color=True).output
    assert "\x1b" not in check(root).output
    assert "\x1b" not in check(root, color=True, env={"NO_COLOR": "1"}).output


def test_what_an_author_typed_cannot_steer_the_terminal(root: Path) -> None:
    write(root, "journeys/personas/ann.yml", 'name: Ann\n"\\u202Ek\\u2066": 1\nrole: x\u202e\n')
    write(root, "journeys/maps/\x1b[2Jx.yml", "title: \x1b]0;owned\x07\n")
    output = check(root).output
    assert not {"\x1b", "\x07", "\u202e", "\u2066"} & set(output)
    assert "\\x1b[2Jx.yml:1:1" in output


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe\0",
        b"\0" * 64,
        b"[" * 5000,
        b"a: *a",
        b"\xef\xbb\xbf",
        b"%",
        b"- " * 9999,
        bytes(range(256)) * 9,
    ],
)
@pytest.mark.parametrize("path", ["journeys/catalog.yml", "journeys/maps/x.yml", "journeys/metrics/nps.csv"])
def test_no_bytes_in_any_file_give_a_traceback(root: Path, path: str, content: bytes) -> None:
    write(root, path, content)
    result = check(root)
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)


def test_the_version_is_the_package_s() -> None:
    result = CliRunner().invoke(main, ["--version"])
    assert result.output == f"journeys {version('mkdocs-journeys')}\n"


def test_the_installed_command_escapes_what_the_terminal_cannot_show(root: Path) -> None:
    write(root, "journeys/personas/ann.yml", "name: Michał\nkind: mał\n")
    command = [BIN / "journeys", "check", "-q"]
    done = run(command, cwd=root, env={"PYTHONIOENCODING": "cp1252"}, encoding="cp1252", code=1)
    assert done.stderr == ""
    assert "journeys/personas/ann.yml:2:7: error[field-value] `kind` cannot be 'ma\\u0142'." in done.stdout


def test_checking_loads_neither_mkdocs_nor_anything_that_talks_to_others(root: Path) -> None:
    (root / "mkdocs.yml").write_text("site_name: !!python/object/apply:os.system ['exit 3']\n")
    code = (
        "import sys\n"
        "from mkdocs_journeys.cli import main\n"
        "try:\n    main(['check', '-q'])\nexcept SystemExit as end:\n    assert end.code == 0\n"
        "print(sorted({name.partition('.')[0] for name in sys.modules}))\n"
    )
    done = run([PYTHON, "-c", code], cwd=root)
    for module in ("mkdocs", "properdocs", "mermaid", "requests", "urllib3", "jinja2", "material"):
        assert f"'{module}'" not in done.stdout
