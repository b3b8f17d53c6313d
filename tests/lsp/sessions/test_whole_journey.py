"""Somebody types a whole journey, and never looks at the reference: every key, id, word and day is accepted."""

import re
import shutil
from pathlib import Path

import pytest

from lsp.sessions.support_client import client, uri
from lsp.sessions.support_typist import Typist
from mkdocs_journeys.lsp.text.outline import tokens_of
from mkdocs_journeys.lsp.text.tokens import TokenKind
from support.environment import TODAY
from support.processes import BIN, run

HERE = Path(__file__).parent
STAGE, STEP = 2, 6
"""The columns of the dashes of stages and steps."""


def typed_by(one: Typist) -> None:
    """The session: `accept` takes proposals, `type` is free text in the author's own words."""
    one.accept("title")
    one.type("Find out how many seats we need")
    one.enter()
    one.accept("personas", "noemie-studio-lead")
    one.enter()
    one.accept("status", "live")
    one.enter()
    one.accept("owner", "growth")
    one.enter()
    one.accept("reviewed", TODAY.isoformat())
    one.enter()
    one.accept("objective")
    one.type("Fewer questions about seats before the first payment")
    one.enter()
    one.accept("metrics", "trial-conversion")
    one.enter()
    one.accept("evidence", "interviews-2026-06")
    one.enter()
    one.accept("stages", "consideration")
    one.tab()
    one.type("Counts who will work in it")
    one.enter()
    one.accept("touchpoint", "pricing-page")
    one.enter()
    one.accept("emotion", "-1")
    one.enter()
    one.accept("feelings")
    one.type("unsure")
    one.enter()
    one.accept("thinks")
    one.type("Do my clients count, too?")
    one.enter()
    one.accept("evidence", "interviews-2026-06/fees-surprise")
    one.enter()
    one.accept("confidence", "validated")
    one.enter()
    one.accept("pains")
    one.type("seats-hard-to-count")
    one.tab()
    one.type("Nobody knows whether guests take a seat")
    one.enter()
    one.accept("severity", "major")
    one.enter()
    one.accept("frequency", "often")
    one.enter()
    one.accept("impact", "medium")
    one.enter()
    one.accept("owner", "marketing")
    one.enter()
    one.accept("evidence", "interviews-2026-06/fees-surprise")
    one.enter(STEP)
    one.accept("name")
    one.type("Asks in the chat: “guests?” 🙂")
    one.mend('Put "Asks in the chat: “guests?” 🙂" in quotes')
    one.enter()
    one.accept("id", "asks-in-the-chat-guests")
    one.enter()
    one.accept("channel", "chat")
    one.enter()
    one.accept("team", "support")
    one.enter()
    one.accept("emotion", "1")
    one.enter()
    one.accept("wait")
    one.type("2 min")
    one.enter(STAGE)
    one.accept("new stage", "decision")
    one.tab()
    one.type("Starts the trial for fourteen")
    one.enter()
    one.accept("touchpoint", "sign-up-form")
    one.enter()
    one.accept("moment_of_truth")
    one.enter()
    one.accept("evidence", "trial-analytics-2026-08")
    one.enter()
    one.accept("emotion", "2")
    one.enter()
    one.accept("leads_to", "journey:try-before-paying")
    one.enter(0)


@pytest.fixture(scope="module")
def typed(repository_root: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Typist, Path]:
    """What the session came to, and the file that it was saved to; the server said goodbye then."""
    root = tmp_path_factory.mktemp("typed")
    shutil.copytree(repository_root / "journeys", root / "journeys")
    path = root / "journeys" / "maps" / "count-the-seats.yml"
    with client(root / "log") as editor:
        editor.initialize(uri(root))
        editor.wait(lambda: any("catalog.yml" not in one for one in editor.diagnostics))
        one = Typist(editor, uri(path))
        typed_by(one)
        one.when_checked(lambda problems: not problems)
        path.write_text(one.text, encoding="utf-8")
        editor.leave()
        assert editor.ended() == 0
    assert (root / "log").read_text() == ""
    return one, path


def test_a_whole_journey_is_typed_from_proposals_and_has_no_mistake(typed: tuple[Typist, Path]) -> None:
    one, path = typed
    assert one.text == (HERE / "count-the-seats.yml").read_text("utf-8")
    said = run([BIN / "journeys", "check", "--today", TODAY.isoformat(), path], cwd=path.parents[2]).stdout
    assert said == "No mistakes; 1 file checked\n"


def test_what_was_typed_by_hand_is_free_text_alone(typed: tuple[Typist, Path]) -> None:
    """No key, and no id of something that there is, was typed letter by letter."""
    one, _ = typed
    keys = {token.text for token in tokens_of(one.text) if token.kind is TokenKind.KEY}
    words = {word for text in one.typed for word in re.findall(r"[a-z_-]+", text)}
    assert keys - set(one.accepted) == {"stage", "steps", "name", "id", "title"} - set(one.accepted)
    assert not {"noemie-studio-lead", "pricing-page", "growth", *keys} & words
