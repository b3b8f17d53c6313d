"""Comments that are kept as evidence: what is asked of their source, and the study that they become."""

from mkdocs_journeys.measure.comments.question import CommentsQuestion, comments_question_of
from mkdocs_journeys.measure.comments.study import KeptComment, is_made, kept_comments, study_file

__all__ = ["CommentsQuestion", "KeptComment", "comments_question_of", "is_made", "kept_comments", "study_file"]
