"""Which teams should review a change."""

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff import Comparison
from mkdocs_journeys.model import Catalog, Journey


def atlas(team: str, *, emotion: int) -> Atlas:
    """A journey of one team, known by some id; its step is another team's."""
    steps = [{"name": "Pays", "emotion": emotion, "team": team}]
    values = {"title": "Buy", "personas": ["maya"], "owner": team, "stages": [{"stage": "decision", "steps": steps}]}
    teams = [{"id": team, "name": "Growth"}, {"id": "sales", "name": "Sales"}]
    return Atlas(
        catalog=Catalog.model_validate({"id": "catalog", "path": "journeys/catalog.yml", "format": 1, "teams": teams}),
        journeys={"buy": Journey.model_validate({"id": "buy", "path": "journeys/maps/buy.yml", **values})},
    )


def test_a_team_with_another_id_is_one_reviewer() -> None:
    found = Comparison(atlas("growth", emotion=1), atlas("marketing", emotion=0)).changes
    assert [(change.entity, change.owners) for change in found] == [("step", ("marketing",)), ("team", ("marketing",))]


def test_a_team_that_gave_a_journey_away_is_asked_too() -> None:
    before, after = atlas("growth", emotion=1), atlas("growth", emotion=0)
    given = after.journeys["buy"].model_copy(update={"owner": "sales"})
    found = Comparison(before, Atlas(after.catalog, {"buy": given})).changes
    assert {change.owners for change in found} == {("sales", "growth"), ("growth", "sales")}
