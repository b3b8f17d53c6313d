"""A row of the table of judgements."""

from dataclasses import dataclass

from mkdocs_journeys.diff.differences import ChangeKind
from mkdocs_journeys.diff.severity.cases import Case
from mkdocs_journeys.diff.severity.conditions import Condition
from mkdocs_journeys.diff.severity.judgement import Judgement


@dataclass(frozen=True, slots=True)
class SeverityRule:
    """A row of the table: the judgement for these entities, kinds and fields (any, if empty) that pass the condition.

    Entities and fields are separated by spaces; `emotion` includes fields such as `emotion.maya`. `why` is the reason
    in a sentence.
    """

    judgement: Judgement
    entities: str
    kinds: tuple[ChangeKind, ...]
    fields: str
    condition: Condition
    why: str

    def matches(self, case: Case) -> bool:
        """Whether the row applies to a case."""
        found = case.difference
        return (
            (not self.entities or found.entity.kind in self.entities.split())
            and (not self.kinds or found.kind in self.kinds)
            and (not self.fields or (found.field or "").split(".")[0] in self.fields.split())
            and self.condition.holds(case)
        )
