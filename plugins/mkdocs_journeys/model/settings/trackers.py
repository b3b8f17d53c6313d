"""What trackers of work are used and how their words are read, in catalog.yml."""

from pydantic import Field

from mkdocs_journeys.model.base import Model, Text, Url
from mkdocs_journeys.model.scales import OpportunityStatus, PainStatus


class Tracker(Model):
    """One tracker of work."""

    url: Url | None = None
    """The address that those of its tickets begin with; GitHub and GitLab tell it themselves.
    Example: https://example.atlassian.net
    """
    pains: dict[Text, PainStatus] = Field(default_factory=dict)
    """What a status there says of a pain. Example: {Done: resolved, Won't do: wont-fix}"""
    opportunities: dict[Text, OpportunityStatus] = Field(default_factory=dict)
    """What a status there says of an opportunity. Example: {Done: delivered}"""
    pain_type: Text | None = None
    """What type of ticket a pain becomes; Task if left out. Example: Bug"""
    opportunity_type: Text | None = None
    """What type of ticket an opportunity becomes; Epic if left out. Example: Feature"""


class Trackers(Model):
    """The trackers that tickets go to, and come back from."""

    jira: Tracker = Tracker()
    """Jira; `url` is that of the site. Example: {url: "https://example.atlassian.net"}"""
    github: Tracker = Tracker()
    """GitHub; its statuses are open and closed. Example: {pains: {closed: resolved}}"""
    gitlab: Tracker = Tracker()
    """GitLab; its statuses are open and closed. Example: {pains: {closed: resolved}}"""
    linear: Tracker = Tracker()
    """Linear; `url` is that of the workspace. Example: {url: "https://linear.app/example"}"""
    azure: Tracker = Tracker()
    """Azure Boards; `url` is that of the project. Example: {url: "https://dev.azure.com/example/shop"}"""
