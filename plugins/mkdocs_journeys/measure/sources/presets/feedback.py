"""Presets of programs that ask people, or hear from them."""

from mkdocs_journeys.measure.sources.presets.preset import Preset
from mkdocs_journeys.model.measuring.sources import Columns, PresetName

FEEDBACK: dict[PresetName, Preset] = {
    "uservoice": Preset(
        shape="tickets",
        columns=Columns(person=("suggestion.id",), created=("suggestion.created_timestamp",), id=("suggestion.id",)),
        verified=True,
        # An idea that was merged into another one is counted there.
        empty=("suggestion.parent.id",),
        private=("suggestion.creator*", "suggestion.body"),
    ),
    "medallia": Preset(
        shape="responses",
        columns=Columns(
            person=("ext_interaction_id",),
            time=("response_received_at",),
            score=("star_rating",),
            comment=("comments",),
            id=("request_id",),
        ),
        verified=True,
        private=("customer_name", "request_sent_to", "employee_*"),
    ),
    "asknicely": Preset(
        shape="responses",
        columns=Columns(person=("email",), time=("responded",), score=("answer",), comment=("comment",)),
        verified=False,
        private=("name", "email"),
    ),
    "delighted": Preset(
        shape="responses",
        columns=Columns(
            person=("person_id", "person_email", "email"),
            time=("created_at", "response_at"),
            score=("score",),
            comment=("comment",),
            id=("id", "response_id"),
        ),
        verified=False,
        private=("person_name", "person_email", "name", "email"),
    ),
    "surveymonkey": Preset(
        shape="responses",
        columns=Columns(
            person=("Respondent ID", "respondent_id"), time=("End Date", "date_modified"), id=("Respondent ID",)
        ),
        verified=True,
        header_rows=2,
        date_order="month-first",
        private=("IP Address", "Email Address", "First Name", "Last Name"),
    ),
    "typeform": Preset(
        shape="responses",
        columns=Columns(person=("#",), time=("Submit Date (UTC)",), id=("#",)),
        verified=True,
        where={"Response Type": ("completed",)},
        private=("Network ID",),
    ),
    "qualtrics": Preset(
        shape="responses",
        columns=Columns(person=("ResponseId",), time=("RecordedDate",), id=("ResponseId",)),
        verified=True,
        header_rows=3,
        where={"Finished": ("1", "true", "TRUE", "True"), "Status": ("0", "IP Address")},
        private=("IPAddress", "Recipient*", "ExternalReference", "Location*"),
    ),
    "zendesk": Preset(
        shape="tickets",
        columns=Columns(
            person=("id",),
            created=("created_at",),
            answered_after=("metric_set.reply_time_in_minutes.calendar",),
            solved=("metric_set.solved_at", "solved_at"),
            id=("id",),
        ),
        verified=True,
        records="tickets",
        private=("subject", "description", "raw_subject"),
    ),
    "zendesk-ratings": Preset(
        shape="responses",
        columns=Columns(
            person=("requester_id",), time=("updated_at",), score=("score",), comment=("comment",), id=("id",)
        ),
        verified=True,
        records="satisfaction_ratings",
        # A question that was sent and not answered has the score "offered".
        scores={"good": 1, "good_with_comment": 1, "goodwithcomment": 1}
        | {"bad": 0, "bad_with_comment": 0, "badwithcomment": 0},
    ),
    "intercom": Preset(
        shape="tickets",
        columns=Columns(
            person=("id",),
            created=("created_at",),
            answered=("statistics.first_admin_reply_at",),
            solved=("statistics.first_close_at",),
            id=("id",),
        ),
        verified=True,
        time_unit="seconds",
        records="conversations",
        private=("source.body", "source.author*"),
    ),
    "intercom-ratings": Preset(
        shape="responses",
        columns=Columns(
            person=("conversation_rating.contact.id",),
            time=("conversation_rating.created_at",),
            score=("conversation_rating.rating",),
            comment=("conversation_rating.remark",),
            id=("id",),
        ),
        verified=True,
        time_unit="seconds",
        records="conversations",
        private=("source.body", "source.author*"),
    ),
    "google-play": Preset(
        shape="reviews",
        columns=Columns(
            time=("Review Last Update Millis Since Epoch", "Review Submit Millis Since Epoch"),
            score=("Star Rating",),
            comment=("Review Text",),
            id=("Review Link",),
        ),
        verified=True,
        time_unit="milliseconds",
    ),
    "app-store": Preset(
        shape="reviews",
        columns=Columns(
            time=("attributes.createdDate", "createdDate"),
            score=("attributes.rating", "rating"),
            comment=("attributes.body", "body"),
            id=("id",),
        ),
        verified=False,
        properties=("attributes",),
        records="data",
        private=("attributes.reviewerNickname", "reviewerNickname"),
    ),
}
