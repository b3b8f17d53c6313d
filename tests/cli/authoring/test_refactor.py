"""`journeys rename`, `merge`, `move` and `split` on files: what is written, what is said, and that nothing is lost."""

import shutil
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from mkdocs_journeys.cli import main
from mkdocs_journeys.cli.authoring import refactor
from support.processes import run

BASE = Path(__file__).parents[2] / "refactor" / "base"
TRY_IT, USE_IT, MAYA = "journeys/maps/try-it.yml", "journeys/maps/small/use-it.yml", "journeys/personas/maya.yml"
CATALOG = "journeys/catalog.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path / "project")
    return tmp_path / "project"


def journeys(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, [*words, "--root", str(root)])


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def problems(root: Path) -> str:
    return journeys(root, "check", "-q").stdout


def test_a_journey_is_renamed_everywhere(root: Path) -> None:
    (root / TRY_IT).chmod(0o640)
    result = journeys(root, "rename", "journey", "try-it", "buy-it")
    assert result.stdout.splitlines() == [
        f"renamed  {TRY_IT} → journeys/maps/buy-it.yml",
        f"changed  {CATALOG}: 2 places",
        f"changed  {USE_IT}: 1 place",
        "changed  journeys/opportunities/one-price.yml: 1 place",
        f"changed  {MAYA}: 1 place",
        "5 places in 4 files, 1 file renamed",
    ]
    assert (result.exit_code, result.stderr) == (0, "")
    after = files(root)
    assert after["journeys/maps/buy-it.yml"] == (BASE / TRY_IT).read_bytes()
    assert (root / "journeys/maps/buy-it.yml").stat().st_mode & 0o777 == 0o640
    assert TRY_IT not in after
    assert after[CATALOG] == (BASE / CATALOG).read_bytes().replace(b"try-it", b"buy-it")


COMMANDS = [
    ("rename", "pain", "hidden-fees", "late-price"),
    ("rename", "journey", "try-it", "buy-it"),
    ("rename", "metric", "conversion", "share"),
    ("rename", "step", "try-it/start", "begin"),
    ("merge", "pain", "no-trial", "hidden-fees"),
    ("merge", "persona", "maya", "tom", "--keep-missing"),
    ("move", "step", "try-it/2", "--after", "use-it/open"),
    ("move", "pain", "slow-board", "try-it/start", "--keep-id"),
    ("split", "try-it", "--at", "start", "--id", "buy-it", "--title", "Pay"),
]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_the_check_is_as_clean_as_before(root: Path, words: tuple[str, ...]) -> None:
    before = problems(root).splitlines()
    result = journeys(root, *words)
    assert result.exit_code == 0, result.output
    assert len(problems(root).splitlines()) <= len(before)
    assert files(root) != files(BASE)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_dry_run_prints_what_git_can_apply_and_writes_nothing(
    root: Path, words: tuple[str, ...], tmp_path: Path
) -> None:
    result = journeys(root, *words, "--dry-run")
    assert files(root) == files(BASE)
    assert result.stderr.splitlines()[-1].endswith(", nothing written")
    patch = tmp_path / "patch"
    patch.write_bytes(result.stdout_bytes)
    run(["git", "init", "-q"], cwd=root)
    run(["git", "apply", patch], cwd=root)
    shutil.rmtree(root / ".git")
    applied = files(root)
    shutil.rmtree(root)
    shutil.copytree(BASE, root)
    journeys(root, *words)
    assert files(root) == applied


def test_quiet_says_nothing(root: Path) -> None:
    result = journeys(root, "merge", "pain", "no-trial", "hidden-fees", "-q")
    assert (result.exit_code, result.output) == (0, "")
    result = journeys(root, "rename", "pain", "hidden-fees", "x", "--dry-run", "-q")
    assert (result.stderr, result.stdout[:10]) == ("", "diff --git")


def test_what_is_lost_is_said(root: Path) -> None:
    lines = journeys(root, "merge", "touchpoint", "sign-up", "pricing-page").stdout.splitlines()
    assert lines[-3:] == [
        "note     Lost: name: Sign-up form (stays: Pricing page)",
        "note     Lost: status: live",
        "5 places in 3 files",
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("rename", "pain", "hiden-fees", "b"), "There is no pain 'hiden-fees'. Did you mean 'hidden-fees'?"),
        (("merge", "persona", "maya", "maya"), "That is one and the same persona. Name two."),
        (("move", "step", "try-it/2", "--after", "1"), "'Asks a friend' stands there already."),
        (("move", "pain", "no-trial", "pay"), "'pay' names no journey. Write JOURNEY/STEP."),
        (("split", "use-it", "--at", "9"), "use-it has no step '9'. It has 2 steps; a step without an id is"),
        (("rename", "pain", "no-trial", "a\x1b[2J"), "'a\\x1b[2J' cannot be an id."),
        (("move", "step", "try-it/2"), "Say where it goes with one of --before, --after and --to-stage."),
        (("move", "step", "try-it/2", "--after", "3", "--before", "3"), "Say where it goes with one of"),
    ],
)
def test_a_refusal_is_a_sentence_and_writes_nothing(root: Path, words: tuple[str, ...], said: str) -> None:
    result = journeys(root, *words)
    assert result.exit_code == 2
    assert f"Error: {said}" in result.stderr
    assert result.stdout == ""
    assert files(root) == files(BASE)


def test_an_outcome_with_a_new_error_is_refused(root: Path) -> None:
    stages = (
        "- {stage: adoption, steps: [{name: a}]}\n"
        "- {stage: onboarding, id: last, steps: [{name: b, pains: [{id: slow-board, title: x}]}]}\n"
    )
    (root / USE_IT).write_text(f"title: x\npersonas: tom\nstages:\n{stages}")
    before = files(root)
    result = journeys(root, "rename", "stage", "adoption", "last", "--anyway")
    assert result.exit_code == 2
    assert "Error: The atlas would have a problem that it has not now: " in result.stderr
    assert "error[id-duplicate]" in result.stderr
    assert "--anyway" not in result.stderr
    assert files(root) == before


def test_what_rules_would_find_is_refused_unless_one_wants_it(root: Path) -> None:
    path = root / CATALOG
    kiosk = "touchpoints:\n  - {id: kiosk, name: Kiosk, channel: web, team: growth, status: planned}\n"
    path.write_text(path.read_text().replace("touchpoints:\n", kiosk))
    before = files(root)
    words = ("merge", "touchpoint", "sign-up", "kiosk")
    result = journeys(root, *words)
    assert result.exit_code == 2
    assert "warning[touchpoint-not-live]" in result.stderr
    assert result.stderr.endswith("Add --anyway to have it so.\n")
    assert files(root) == before
    assert journeys(root, *words, "--anyway").exit_code == 0
    assert "touchpoint-not-live" in problems(root)


def test_an_atlas_with_another_mistake_is_no_obstacle(root: Path) -> None:
    path = root / USE_IT
    path.write_text(path.read_text().replace("emotion: -2", "emotion: 7"))
    before = problems(root)
    assert journeys(root, "rename", "pain", "hidden-fees", "late-price").exit_code == 0
    assert problems(root) == before


def test_a_file_that_cannot_be_read_is(root: Path) -> None:
    (root / USE_IT).write_text("title: [\n")
    result = journeys(root, "rename", "pain", "hidden-fees", "late-price")
    assert result.exit_code == 2
    assert f"Error: {USE_IT}:" in result.stderr
    assert result.stderr.endswith("Mend that first.\n")


def test_a_link_is_not_followed(root: Path, tmp_path: Path) -> None:
    shutil.move(root / "journeys/maps/small", tmp_path / "elsewhere")
    (root / "journeys/maps/small").symlink_to(tmp_path / "elsewhere")
    result = journeys(root, "rename", "journey", "try-it", "buy-it")
    assert result.exit_code == 2
    assert "symbolic link" in result.stderr
    assert (root / TRY_IT).is_file()


@pytest.mark.parametrize("words", [("rename", "journey", "try-it", "buy-it"), ("merge", "persona", "maya", "tom")])
@pytest.mark.parametrize("stopped", [1, 2])
def test_nothing_is_lost_where_writing_is_interrupted(
    root: Path, words: tuple[str, ...], stopped: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = iter(range(stopped - 1))
    mend = refactor.mend_file

    def mend_or_stop(root: Path, path: str, before: bytes, after: bytes) -> None:
        if next(left, None) is None:
            raise click.ClickException("The disk is full.")
        mend(root, path, before, after)

    monkeypatch.setattr(refactor, "mend_file", mend_or_stop)
    result = journeys(root, *words)
    assert "The disk is full." in result.stderr
    assert set(files(root)) >= set(files(BASE))


def test_a_file_that_was_changed_meanwhile_is_left_as_it_is(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load = refactor.load

    def load_and_change(tree: refactor.Tree) -> object:
        (root / MAYA).write_text("name: Somebody else\n")
        return load(tree)

    monkeypatch.setattr(refactor, "load", load_and_change)
    result = journeys(root, "rename", "journey", "try-it", "buy-it")
    assert (result.exit_code, result.stderr) == (1, f"Error: {MAYA} was changed meanwhile, and was left as it is.\n")
    assert files(root) == files(BASE) | {MAYA: b"name: Somebody else\n"}


def test_a_file_that_appears_meanwhile_is_not_overwritten(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load = refactor.load

    def load_and_write(tree: refactor.Tree) -> object:
        (root / "journeys/maps/buy-it.yml").write_text("title: Somebody else's\n")
        return load(tree)

    monkeypatch.setattr(refactor, "load", load_and_write)
    result = journeys(root, "rename", "journey", "try-it", "buy-it")
    said = "Error: There is a file journeys/maps/buy-it.yml already. Nothing was written.\n"
    assert (result.exit_code, result.stderr) == (2, said)
    assert files(root) == files(BASE) | {"journeys/maps/buy-it.yml": b"title: Somebody else's\n"}


def test_the_journeys_may_be_in_another_folder(root: Path) -> None:
    (root / "journeys").rename(root / "maps of ours")
    result = journeys(root, "rename", "metric", "conversion", "share", "--journeys-dir", "maps of ours")
    assert result.exit_code == 0, result.output
    assert (root / "maps of ours/metrics/share.csv").is_file()
    assert 'path: "metrics/share.csv"' in (root / "maps of ours/catalog.yml").read_text()
