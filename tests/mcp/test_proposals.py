"""Patches that an assistant proposes: `git apply` takes them, `journeys check` accepts them, and nothing is written."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from mkdocs_journeys.cli import main
from mkdocs_journeys.load import load
from mkdocs_journeys.sources.worktree import worktree
from support.assistant import Answered, Assistant
from support.repositories import repository

MAP = "journeys/maps/buy.yml"
HOSTILE = "'quoted' \"twice\": #no comment\n- {a: [b]}\t| > & * ! % @ ` <script>alert(1)</script>"


def applied(root: Path, proposal: Answered) -> str:
    """The texts of the files after a patch, which has to fit and to leave no mistake."""
    made = repository(root)
    made.commit()
    (root / "change.patch").write_text(proposal["patch"], "utf-8", newline="")
    made.git("apply", "change.patch")
    made.git("add", "--intent-to-add", "journeys")
    result = CliRunner().invoke(main, ["check", "--root", str(root)])
    assert result.exit_code == 0, result.output
    return made.git("diff", "--unified=0", "HEAD")


def test_nothing_is_written(assistant: Assistant, root: Path) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert assistant.ask("propose_field", kind="pain", id="hidden-fees", field="severity", value="minor")["patch"]
    assert assistant.ask("propose_file", file="journeys/personas/zoe.yml", text="name: Zoe\n")["patch"]
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_a_field_gets_another_value_and_its_comment_stays(assistant: Assistant, root: Path) -> None:
    text = (root / MAP).read_text("utf-8")
    (root / MAP).write_text(text.replace("severity: major", "severity: major  # asked three of them"), "utf-8")
    proposal = assistant.ask("propose_field", kind="pain", id="hidden-fees", field="severity", value="minor")
    assert [one["judgement"] for one in proposal["changes"]] == ["better"]
    assert "+            severity: minor  # asked three of them" in applied(root, proposal)


@pytest.mark.parametrize(
    ("kind", "id", "field", "value", "line"),
    [
        ("pain", "hidden-fees", "resolved", "2026-09-30", "+            resolved: 2026-09-30"),
        ("pain", "hidden-fees", "evidence", ["interviews"], "+            evidence: [interviews]"),
        ("step", "buy/2", "emotion", -1, "+        emotion: -1"),
        ("step", "buy/call", "moment_of_truth", True, "+        moment_of_truth: true"),
        ("journey", "buy", "owner", "sales", "+owner: sales"),
        ("touchpoint", "sales-call", "status", "planned", "status: planned}"),
        ("team", "sales", "contact", "sales@example.com", "contact: sales@example.com}"),
        ("opportunity", "one-price", "value", "medium", "+value: medium"),
        ("finding", "interviews/fees", "type", "quote", "type: quote"),
        ("pain", "hidden-fees", "workaround", None, "-            workaround: Asks sales"),
    ],
)
def test_a_field_of_anything_can_be_set(
    assistant: Assistant, root: Path, kind: str, id: str, field: str, value: object, line: str
) -> None:
    proposal = assistant.ask("propose_field", kind=kind, id=id, field=field, value=value)
    assert line.replace('"', "'") in applied(root, proposal).replace('"', "'")


def test_a_pain_is_added_to_a_step(assistant: Assistant, root: Path) -> None:
    proposal = assistant.ask(
        "propose_pain", step="buy/call", title="Nobody answers: twice", severity="minor", evidence=["interviews"]
    )
    assert [one["text"] for one in proposal["changes"]] == [
        "New pain: *Nobody answers: twice* (minor) at *Calls sales*"
    ]
    applied(root, proposal)
    atlas, _ = load(worktree(root))
    assert atlas
    pain = atlas.pains["nobody-answers-twice"]
    assert (pain.pain.title, pain.pain.severity, pain.home.step.id) == ("Nobody answers: twice", "minor", "call")


def test_a_pain_gets_an_id_of_its_own(assistant: Assistant) -> None:
    patch = assistant.ask("propose_pain", step="buy/2", title="Hidden fees")["patch"]
    assert "+          - id: hidden-fees-2\n" in patch


def test_hostile_words_stay_words(assistant: Assistant, root: Path) -> None:
    words = HOSTILE.replace("\n", " ").replace("\t", " ")
    applied(root, assistant.ask("propose_pain", step="buy/2", title=words, description=HOSTILE))
    atlas, _ = load(worktree(root))
    assert atlas
    assert [one.pain.description for one in atlas.pains.values() if one.pain.title == words] == [HOSTILE]


def test_lines_are_put_in_place_of_others(assistant: Assistant, root: Path) -> None:
    proposal = assistant.ask("propose_edit", file=MAP, old="name: Calls sales", new="name: Writes to sales")
    assert "+        name: Writes to sales" in applied(root, proposal)


def test_a_file_is_created(assistant: Assistant, root: Path) -> None:
    proposal = assistant.ask(
        "propose_file", file="journeys/personas/zoe.yml", text="name: Zoe\nevidence: [interviews]\n"
    )
    assert "+name: Zoe" in applied(root, proposal)


def test_new_findings_of_the_rules_are_told(assistant: Assistant, root: Path) -> None:
    catalog = root / "journeys/catalog.yml"
    catalog.write_text(catalog.read_text("utf-8").replace("preset: minimal", "preset: recommended"), "utf-8")
    problems = assistant.ask("propose_file", file="journeys/personas/zoe.yml", text="name: Zoe\n")["problems"]
    assert any("persona-without-journey" in one for one in problems)


@pytest.mark.parametrize(
    ("tool", "arguments", "refusal"),
    [
        (
            "propose_field",
            {"kind": "pain", "id": "hidden-fees", "field": "severity", "value": "awful"},
            "cannot be 'awful'",
        ),
        ("propose_field", {"kind": "pain", "id": "hidden-fees", "field": "severty", "value": "minor"}, "severity"),
        ("propose_field", {"kind": "pain", "id": "hidden-fees", "field": "resolved", "value": None}, "has no resolved"),
        (
            "propose_field",
            {"kind": "pain", "id": "hidden-fees", "field": "owner", "value": "growth"},
            "changes nothing",
        ),
        ("propose_field", {"kind": "pain", "id": "hidden-fes", "field": "owner", "value": "growth"}, "Did you mean"),
        ("propose_pain", {"step": "buy/9", "title": "x"}, "has no step '9'"),
        ("propose_pain", {"step": "buy/2", "title": "x", "owner": "nobody"}, "nobody"),
        ("propose_edit", {"file": MAP, "old": "touchpoint:", "new": "x:"}, "stands 2 times"),
        ("propose_edit", {"file": MAP, "old": "", "new": "x"}, "does not stand"),
        ("propose_edit", {"file": "mkdocs.yml", "old": "a", "new": "b"}, "has no file mkdocs.yml"),
        ("propose_edit", {"file": "../../etc/passwd", "old": "a", "new": "b"}, "has no file"),
        ("propose_edit", {"file": MAP, "old": "name: Calls sales", "new": "name: ["}, "mistakes"),
        ("propose_file", {"file": "../out.yml", "text": "name: Zoe\n"}, "Files stand in"),
        ("propose_file", {"file": "journeys/personas/../../x.yml", "text": "name: Zoe\n"}, "Files stand in"),
        ("propose_file", {"file": "journeys/personas/maya.yml", "text": "name: Zoe\n"}, "There is a file"),
        ("propose_file", {"file": "journeys/personas/zoe.yml", "text": "nam: Zoe\n"}, "mistakes"),
        ("propose_file", {"file": "journeys/personas/zoe.yml", "text": "#" * (5 << 20)}, "larger than"),
    ],
)
def test_what_would_be_a_mistake_is_refused_in_a_sentence(
    assistant: Assistant, tool: str, arguments: dict[str, object], refusal: str
) -> None:
    assert refusal in assistant.ask(tool, **arguments).refusal


def test_a_mistake_in_the_atlas_can_be_mended(assistant: Assistant, root: Path) -> None:
    file = root / "journeys/personas/maya.yml"
    file.write_text(file.read_text("utf-8").replace("name: Maya", "nam: Maya"), "utf-8")
    proposal = assistant.ask("propose_edit", file="journeys/personas/maya.yml", old="nam: Maya", new="name: Maya")
    assert "+name: Maya" in applied(root, proposal)
