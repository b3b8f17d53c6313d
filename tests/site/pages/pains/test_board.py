"""The board of pains: columns, ages, and what hurts again."""

from datetime import date

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.history import Event, JourneyHistory
from mkdocs_journeys.history.record import Commit, PainState, State
from mkdocs_journeys.model.scales import PainStatus
from mkdocs_journeys.site.pages.pains.board import MOST_CARDS, board_pages
from support.atlases import atlas, journey, pain, step
from support.contexts import html_of, site


def told(*moments: tuple[str, PainStatus], id: str = "slow", cut: bool = False) -> dict[str, JourneyHistory]:
    """The history of the journey "buy", in which a pain has these statuses; given in the order of time."""
    events = [
        Event(Commit("c", date.fromisoformat(day), "", ""), State(None, 0, (PainState(id, status, None),)))
        for day, status in moments
    ]
    return {"buy": JourneyHistory(tuple(reversed(events)), cut)}


def board(found: Atlas, history: dict[str, JourneyHistory] | None = None) -> str:
    (page,) = board_pages(site(found, history=lambda atlas: history or {}))
    assert page.in_nav
    return " ".join(html_of(page).split())


def one(**fields: object) -> Atlas:
    return atlas(journey("buy", step(pains=[pain(title="It is slow", **fields)])))


def test_every_status_is_a_column_with_its_number() -> None:
    html = board(atlas(journey("buy", step(pains=[pain("a"), pain("b"), pain("c", status="in-progress")]))))
    columns = html.split("<section ")[1:]
    heads = [column.partition("</h2>")[0] for column in columns]
    assert [head.rpartition('journeys-soft">')[2].partition("<")[0] for head in heads] == ["2", "0", "1", "0", "0"]
    assert ["none" in column for column in columns] == [False, True, False, True, True]


def test_a_card_leads_to_pain_owner_and_journey() -> None:
    html = board(one(owner="growth", severity="critical", frequency="always", impact="critical"))
    assert '<a href="../pains/slow/">It is slow</a>' in html
    assert '<a href="../teams/growth/">' in html
    assert '<a href="../journeys/buy/">' in html
    assert "</span>50</span>" in html


def test_the_age_is_that_of_the_commit_that_gave_the_status() -> None:
    html = board(one(since="2025-12-01"), told(("2026-01-01", "open")))
    assert "for 325 days (since 2026-01-01) · known since 2025-12-01" in html
    assert "Ages come from the history in git." in html


def test_what_was_resolved_has_the_day_of_its_file() -> None:
    html = board(one(status="resolved", resolved="2026-11-21"), told(("2026-01-01", "resolved")))
    assert "for 1 day (since 2026-11-21)" in html


def test_a_status_that_is_not_committed_yet_has_no_age() -> None:
    assert "day" not in board(one(status="accepted"), told(("2026-01-01", "open"))).partition("<section")[2]


def test_without_git_the_page_says_so() -> None:
    assert "There is no history in git to tell for how long." in board(one())


def test_a_clone_that_is_cut_off_knows_the_least_age() -> None:
    assert "for 325 days or longer" in board(one(), told(("2026-01-01", "open"), cut=True))


def test_what_was_resolved_and_hurts_again_comes_first_and_is_said() -> None:
    pains = [pain("bad", severity="critical", frequency="always", impact="critical"), pain("slow", title="It is slow")]
    history = told(("2026-01-01", "open"), ("2026-02-01", "resolved"), ("2026-06-01", "open"))
    html = board(atlas(journey("buy", step(pains=pains))), history)
    assert "1 pain was resolved and hurts again." in html
    assert "<b>Hurts again</b>: resolved 2026-02-01, open again since 2026-06-01" in html
    assert html.index("It is slow") < html.index("pains/bad/")


def test_an_open_pain_with_the_day_of_its_end_hurts_again_without_git() -> None:
    assert "<b>Hurts again</b>: resolved 2026-02-01, and open" in board(one(resolved="2026-02-01"))


def test_a_long_column_ends_in_a_link_to_the_backlog() -> None:
    html = board(atlas(journey("buy", step(pains=[pain(f"p{n}") for n in range(MOST_CARDS + 3)]))))
    assert '<a href="../pains/?status=open#backlog">and 3 more</a>' in html


def test_an_atlas_without_pains_has_no_board() -> None:
    assert list(board_pages(site(atlas(journey())))) == []


def test_texts_of_authors_are_escaped() -> None:
    assert "<script>" not in board(atlas(journey("buy", step(pains=[pain(title="<script>")]))))
