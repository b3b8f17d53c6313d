"""Personal data in text: what finds it for the lint, and what masks it in comments that are kept as evidence."""

from mkdocs_journeys.insight.personal_data.finders import PersonalData, may_hold_personal_data, personal_data_in
from mkdocs_journeys.insight.personal_data.masking import masked

__all__ = ["PersonalData", "masked", "may_hold_personal_data", "personal_data_in"]
