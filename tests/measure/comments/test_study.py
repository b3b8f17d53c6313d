"""Comments become quotes of a study: masked, cut, on one line, and readable again whatever they hold."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mkdocs_journeys.insight.personal_data import personal_data_in
from mkdocs_journeys.load.files import FileRole
from mkdocs_journeys.load.parse import parse_file
from mkdocs_journeys.measure.comments import CommentsQuestion, is_made, kept_comments, study_file
from mkdocs_journeys.measure.comments.study import LONGEST, comment_text, one_line
from mkdocs_journeys.measure.periods import periods_between
from mkdocs_journeys.model import Evidence, Finding
from mkdocs_journeys.model.measuring import CommentDefinition

UTC = ZoneInfo("UTC")
BERLIN = ZoneInfo("Europe/Berlin")
ROLE = FileRole("journeys/evidence/said.yml", "evidence", "said")


def question(most: int = 10, **fields: object) -> CommentsQuestion:
    given = {"evidence": "said", "title": "What people write", "source": "survey", "limit": most, **fields}
    definition = CommentDefinition.model_validate(given)
    return CommentsQuestion(
        definition, (), {}, periods_between(date(2026, 1, 1), date(2026, 4, 1), "month", UTC), "survey"
    )


def row(comment: str, score: float | None = 3, time: str = "2026-02-03T10:00:00") -> dict[str, object]:
    return {"comment": comment, "score": score, "time": datetime.fromisoformat(time)}


def study_of(data: bytes) -> Evidence:
    parsed = parse_file(ROLE, data)
    assert parsed.problems == ()
    assert isinstance(parsed.model, Evidence)
    return parsed.model


def made(comments: list[str], most: int = 10, **fields: object) -> bytes:
    asked = question(most, **fields)
    return study_file(asked, kept_comments(asked, map(row, comments), (), UTC), len(comments))


def test_the_whole_file() -> None:
    asked = question(owner="research", choose="lowest")
    rows = [row("Too dear.", 2), row("Hi Anna, call me on +49 30 5550 0142", 2.5, "2026-03-31T23:30:00")]
    assert study_file(asked, kept_comments(asked, rows, (), UTC), 40).decode() == (
        "# Made by `journeys measure` from the source survey. To change it, change measure.yml.\n"
        "title: What people write\n"
        "kind: survey\n"
        "date: 2026-03-31\n"
        "method: The lowest comments of survey, 2026-01 to 2026-03, masked\n"
        "n: 40\n"
        "owner: research\n"
        "findings:\n"
        "  - id: comment-825c5bad7b\n"
        "    type: quote\n"
        "    text: Too dear.\n"
        "    month: 2026-02\n"
        "    score: 2\n"
        "  - id: comment-badbf79329\n"
        "    type: quote\n"
        "    text: Hi [name], call me on [phone]\n"
        "    month: 2026-03\n"
        "    score: 2.5\n"
    )


HOSTILE = (
    "key: value\n- item\n--- # no",
    "{{ 7 * 191 }} {% raw %} ${7*191} <script>alert(1)</script>",
    "\"]}\n' \\ \\x41 \t\x00\x1b[31m\x7f\x85\u2028\u202e\ufeff\ud800 !!python/object:os.system &a *a | > % @ `",
    "[link](javascript:alert(1)) ![](https://evil.test/x.png) journey:buy",
    "👩‍👩‍👧 ﷽ e\u0301 ＋４９ １７０ １２３４５６７",
)


@given(st.lists(st.text() | st.sampled_from(HOSTILE), max_size=12))
@example([*HOSTILE])
@example(["Hi", "Anna", "Best regards,", "John Smith", "tel 030", "1234567"])
def test_whatever_people_write_is_read_again_as_it_was_kept(comments: list[str]) -> None:
    data = made(comments, most=50)
    texts = {comment_text(one) for one in comments} - {"", "[removed]"}
    assert {one.text for one in study_of(data).findings} == texts
    assert is_made(data)
    assert list(personal_data_in(data.decode())) == []


@given(st.text())
def test_a_comment_is_one_line_of_letters_that_can_be_seen(text: str) -> None:
    assert one_line(text).replace(" ", "").isprintable()
    assert one_line(one_line(text)) == one_line(text)


@pytest.mark.parametrize("word", ["word ", "x", "Hi Anna, ", "a@b.test ", "\x00", "é", "’"])
def test_a_long_comment_is_cut_and_says_so(word: str) -> None:
    text = comment_text((word * 100_000)[:100_000])
    assert len(text) <= LONGEST + len("[account]")
    assert text.endswith("…") or not word.isprintable()
    assert list(personal_data_in(text)) == []


def test_words_stay_whole_at_the_cut() -> None:
    assert set(comment_text("sentence " * 100).removesuffix("…").split()) == {"sentence"}


def test_what_hides_letters_hides_no_address() -> None:
    assert comment_text("ma\u200bya@stu\u00addio.test") == "[mail]"
    assert comment_text("maya＠studio.test") == "[mail]"
    assert comment_text("+49\n170\n1234567") == "[phone]"
    assert comment_text("It works.\nBest regards,\nJohn Smith") == "It works. Best regards, [name]"


def test_the_month_is_that_of_the_atlas_and_no_day_is_kept() -> None:
    [kept] = kept_comments(question(), [row("Late.", time="2026-02-28T23:30:00")], (), BERLIN)
    assert kept.month == "2026-03"
    assert b"-28" not in made(["Late."])


def test_the_same_words_are_kept_once_and_no_words_never() -> None:
    texts = [one.text for one in study_of(made(["Fine.", " Fine.\n", "", "\u200b", "Good."])).findings]
    assert sorted(texts) == ["Fine.", "Good."]


def test_the_limit_counts_comments_that_differ() -> None:
    assert len(study_of(made(["a", "a", "b", "c", "d"], most=3)).findings) == 3


@pytest.mark.parametrize(
    ("choose", "wanted"),
    [("newest", ["new", "low", "high"]), ("lowest", ["low", "new", "high"]), ("highest", ["high", "new", "low"])],
)
def test_the_order_is_that_of_the_choice(choose: str, wanted: list[str]) -> None:
    rows = [row("high", 9, "2026-01-05T00:00:00"), row("low", 1), row("new", 5, "2026-03-05T00:00:00")]
    assert [one.text for one in kept_comments(question(choose=choose), rows, (), UTC)] == wanted


def test_what_is_cited_stays_beside_the_limit_and_is_not_kept_twice() -> None:
    cited = [Finding(id="own-name", text="Old words.", month="2025-01"), Finding(id="comment-x", text="Twice.")]
    kept = kept_comments(question(most=1), [row("Twice."), row("More.")], cited, UTC)
    assert [(one.id, one.text) for one in kept] == [("own-name", "Old words."), ("comment-x", "Twice.")]
    assert len(study_of(study_file(question(), kept, 2)).findings) == 2


def test_without_comments_there_is_a_study_without_findings() -> None:
    assert study_of(made([])).findings == ()


def test_a_title_is_words_whatever_it_holds() -> None:
    assert study_of(made(["a"], title='"What": [people]\n# write \x85')).title == '"What": [people] # write'


def test_a_file_of_a_person_is_known_by_its_first_line() -> None:
    assert not is_made(b"title: Made by `journeys measure`\n")
    assert not is_made(b"")
