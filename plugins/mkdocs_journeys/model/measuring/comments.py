"""Which comments are kept as evidence."""

from typing import Annotated, Literal

from pydantic import Field

from mkdocs_journeys.model.base import Count, Id, Model, SourceRef, TeamRef, Text
from mkdocs_journeys.model.measuring.conditions import Conditions


class CommentDefinition(Model):
    """Comments of a source that become quotes of a study, with personal data masked; without this none is kept."""

    evidence: Id
    """The id of the study that holds them; `journeys measure` writes its file. Example: nps-comments"""
    title: Text
    """The title of the study. Example: What people write beside their score"""
    source: SourceRef
    """The id of the source: responses, reviews, or tickets with a column for comments. Example: survey"""
    owner: TeamRef | None = None
    """The id of the team that keeps the study. Example: research"""
    limit: Annotated[Count, Field(ge=1, le=50)] = 10
    """How many are kept at most. Example: 6"""
    choose: Literal["newest", "lowest", "highest"] = "newest"
    """Which come first: the newest, or those with the lowest or the highest score. Example: lowest"""
    months: Annotated[Count, Field(ge=1, le=36)] = 3
    """Of how many months they are: the last ones that are over. Example: 6"""
    where: Conditions = Field(default_factory=dict)
    """Which of the source's rows count. Example: {country: [de, at]}"""
    unless: Conditions = Field(default_factory=dict)
    """Which of the source's rows do not count. Example: {is_staff: true}"""
