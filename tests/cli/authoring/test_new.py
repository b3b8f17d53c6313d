"""`journeys new`."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_journeys.cli import main

GOOD = Path(__file__).parents[2] / "load" / "good"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(GOOD, tmp_path, dirs_exist_ok=True)
    return tmp_path


def new(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["new", *words, "--root", str(root)])


def errors(root: Path) -> list[str]:
    printed = CliRunner().invoke(main, ["check", "--quiet", "--root", str(root)]).output
    return [line for line in printed.splitlines() if " error[" in line]


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        ("journey", "journeys/maps/choose-it.yml"),
        ("persona", "journeys/personas/choose-it.yml"),
        ("opportunity", "journeys/opportunities/choose-it.yml"),
        ("evidence", "journeys/evidence/choose-it.yml"),
    ],
)
def test_a_new_file_passes_the_check(kind: str, path: str, root: Path) -> None:
    result = new(root, kind, "choose-it")
    assert (result.exit_code, result.output.splitlines()[0]) == (0, f"created  {path}")
    assert "Choose it\n" in (root / path).read_text("utf-8")
    assert errors(root) == []


def test_the_schema_comes_with_it_and_is_found_from_a_group(root: Path) -> None:
    result = new(root, "journey", "choose-it", "--group", "europe/north", "--title", "Choose: me")
    assert "created  .journeys/schema/journey.json\n" in result.output
    written = root / "journeys" / "maps" / "europe" / "north" / "choose-it.yml"
    first, second, *_ = written.read_text("utf-8").splitlines()
    assert (written.parent / first.partition("$schema=")[2]).resolve() == root / ".journeys" / "schema" / "journey.json"
    assert second == "title: 'Choose: me'"
    assert errors(root) == []


def test_a_schema_that_the_project_has_is_used(root: Path) -> None:
    (root / "schema").mkdir()
    (root / "schema" / "persona.json").write_text("{}", encoding="utf-8")
    assert new(root, "persona", "ann").output == "created  journeys/personas/ann.yml\n"
    assert "$schema=../../schema/persona.json\n" in (root / "journeys" / "personas" / "ann.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("id", "said"),
    [
        ("Buy It", "Did you mean buy-it? An id is made of a-z, 0-9 and hyphens"),
        ("../../x", "Did you mean x?"),
        ("§", "cannot be an id. An id is made"),
        ("a" * 65, "at most 64 characters"),
        ("\udcff\x1b[2J", "cannot be an id."),
        ("index", "The site needs the name 'index' for itself."),
    ],
)
def test_what_cannot_be_an_id_is_a_wrong_call(id: str, said: str, root: Path) -> None:
    result = new(root, "journey", "--", id) if id.startswith("-") else new(root, "journey", id)
    assert result.exit_code == 2
    assert said in result.output
    assert "\x1b" not in result.output


def test_a_file_that_is_there_is_never_changed(root: Path) -> None:
    before = (root / "journeys" / "maps" / "buy.yml").read_text("utf-8")
    result = new(root, "journey", "buy")
    assert result.exit_code == 1
    assert result.output == "Error: There is such a file already: journeys/maps/buy.yml. Choose another id.\n"
    assert (root / "journeys" / "maps" / "buy.yml").read_text("utf-8") == before


def test_a_journey_of_another_group_has_taken_its_id(root: Path) -> None:
    assert "already: journeys/maps/buy.yml." in new(root, "journey", "buy", "--group", "europe").output


@pytest.mark.parametrize("group", ["..", "a//b", "/etc", "A", "a/.."])
def test_a_group_is_named_like_an_id(group: str, root: Path) -> None:
    assert new(root, "journey", "choose-it", "--group", group).exit_code == 2


def test_only_journeys_have_groups(root: Path) -> None:
    assert "Only journeys stand in groups." in new(root, "persona", "ann", "--group", "a").output


@pytest.mark.parametrize("title", ["", "  ", "a\x00b", "\udcff", "\x1b[31m"])
def test_a_title_that_nobody_can_read_is_a_wrong_call(title: str, root: Path) -> None:
    assert new(root, "persona", "ann", "--title", title).exit_code == 2
    assert not (root / "journeys" / "personas" / "ann.yml").exists()


def test_a_journey_needs_a_persona_and_a_stage(tmp_path: Path) -> None:
    (tmp_path / "journeys" / "personas").mkdir(parents=True)
    (tmp_path / "journeys" / "catalog.yml").write_text("format: 1\n", encoding="utf-8")
    assert "Create a persona first: journeys new persona ID" in new(tmp_path, "journey", "buy").output
    (tmp_path / "journeys" / "personas" / "ann.yml").write_text("name: Ann\n", encoding="utf-8")
    result = new(tmp_path, "journey", "buy")
    assert result.exit_code == 1
    assert "Add one under `stages` in catalog.yml first." in result.output


@pytest.mark.parametrize("catalog", [b"", b"\xff\xfe", b"format: [", b"format: 2\n", b"stages: 3\n"])
def test_a_broken_catalog_gives_a_message(catalog: bytes, root: Path) -> None:
    (root / "journeys" / "catalog.yml").write_bytes(catalog)
    assert new(root, "persona", "ann").exit_code == 0
    result = new(root, "journey", "choose-it")
    assert (result.exit_code, type(result.exception)) == (1, SystemExit)


def test_outside_an_atlas_it_tells_how_to_make_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["new", "persona", "ann", "--journeys-dir", "no-such-folder"])
    assert result.exit_code == 2
    assert "Make an atlas with `journeys init`" in result.output


def catalog(root: Path) -> str:
    return (root / "journeys" / "catalog.yml").read_text("utf-8")


def test_a_new_metric_stands_in_the_catalog_and_has_a_first_figure_and_passes_the_check(root: Path) -> None:
    before = catalog(root)
    result = new(root, "metric", "trial-starts", "--title", "Trials: started")
    figures = (root / "journeys/metrics/trial-starts.csv").read_text("utf-8")
    found = re.fullmatch(r"date,value\n(\d{4}-\d\d-\d\d),0\n", figures)
    assert found
    assert result.output.startswith("changed  journeys/catalog.yml\ncreated  journeys/metrics/trial-starts.csv\n\n")
    assert f"The row of {found[1]} in journeys/metrics/trial-starts.csv is an example: put your first" in result.output
    assert "In journeys/catalog.yml, say of which kind the metric is," in result.output
    assert "  - id: trial-starts\n    name: 'Trials: started'\n" in catalog(root)
    assert [line for line in before.splitlines() if line not in catalog(root).splitlines()] == []
    assert errors(root) == []


def test_a_metric_of_the_catalog_gets_figures_alone_and_begins_at_its_baseline(root: Path) -> None:
    known = "\nmetrics:\n  - {id: effort, name: Effort, kind: ces, baseline: 3.5}\n"
    (root / "journeys" / "catalog.yml").write_text(catalog(root).replace("\nmetrics:\n", known), encoding="utf-8")
    before = catalog(root)
    result = new(root, "metric", "effort", "-q")
    assert result.output == "created  journeys/metrics/effort.csv\n"
    assert (root / "journeys/metrics/effort.csv").read_text("utf-8").endswith(",3.5\n")
    assert catalog(root) == before
    assert errors(root) == []


def test_figures_that_are_there_are_never_changed(root: Path) -> None:
    new(root, "metric", "effort")
    before = catalog(root)
    (root / "journeys/metrics/effort.csv").write_text("date,value\n", encoding="utf-8")
    result = new(root, "metric", "effort")
    assert (result.exit_code, "already: journeys/metrics/effort.csv." in result.output) == (1, True)
    assert (root / "journeys/metrics/effort.csv").read_text("utf-8") == "date,value\n"
    assert catalog(root) == before


@pytest.mark.parametrize("text", ["format: 1\nmetrics: []\n", "format: [", ""])
def test_where_the_catalog_has_no_place_for_a_metric_nothing_is_written(text: str, root: Path) -> None:
    (root / "journeys" / "catalog.yml").write_text(text, encoding="utf-8")
    result = new(root, "metric", "effort")
    assert result.exit_code == 1
    assert "Nothing was written." in result.output
    assert "  - id: effort\n    name: Effort\n" in result.output
    assert (catalog(root), (root / "journeys/metrics/effort.csv").exists()) == (text, False)


def test_a_catalog_that_is_a_link_is_not_written_through(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "catalog.yml"
    shutil.move(root / "journeys" / "catalog.yml", elsewhere)
    (root / "journeys" / "catalog.yml").symlink_to(elsewhere)
    before = elsewhere.read_text("utf-8")
    assert new(root, "metric", "effort").exit_code == 1
    assert elsewhere.read_text("utf-8") == before


def test_a_metric_stands_in_no_group(root: Path) -> None:
    assert "Only journeys stand in groups." in new(root, "metric", "effort", "--group", "a").output


def test_nothing_is_written_through_a_link(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    shutil.rmtree(root / "journeys" / "evidence")
    (root / "journeys" / "evidence").symlink_to(elsewhere)
    result = new(root, "evidence", "talks")
    assert result.exit_code == 1
    assert "is a symbolic link" in result.output
    assert list(elsewhere.iterdir()) == []
