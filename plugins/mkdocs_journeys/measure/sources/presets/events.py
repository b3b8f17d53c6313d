"""Presets of programs that record events."""

from mkdocs_journeys.measure.sources.presets.preset import Preset
from mkdocs_journeys.model.measuring.sources import Columns, PresetName

# Segment's columns are RudderStack's, too.
_TRACKS = Columns(
    person=("user_id", "anonymous_id"),
    event=("event",),
    time=("timestamp", "original_timestamp", "sent_at", "received_at"),
    session=("context_session_id", "session_id"),
    id=("id",),
)
_OF_TRACKS = ("context_ip", "context_passed_ip", "context_traits_email", "context_traits_name", "context_user_agent")

EVENTS: dict[PresetName, Preset] = {
    "ga4": Preset(
        shape="events",
        columns=Columns(
            person=("user_id", "user_pseudo_id"),
            event=("event_name",),
            time=("event_timestamp",),
            session=("event_params.ga_session_id",),
            id=("event_bundle_sequence_id", "user_pseudo_id", "event_name", "event_timestamp"),
        ),
        verified=True,
        time_unit="microseconds",
        properties=("event_params", "user_properties"),
        keyed=True,
        merges=True,
        session_of_person=True,
    ),
    "mixpanel": Preset(
        shape="events",
        columns=Columns(
            person=("properties.distinct_id", "distinct_id"),
            event=("event",),
            time=("properties.time", "time"),
            # Mixpanel makes sessions out of times; many programs send an id of their own.
            session=("properties.session_id",),
            id=("event", "properties.time", "properties.distinct_id", "properties.$insert_id"),
        ),
        verified=True,
        time_unit="seconds",
        properties=("properties",),
        local_epochs=True,
        session_of_person=True,
        private=("properties.$email", "properties.$name", "properties.$phone", "properties.ip"),
    ),
    "amplitude": Preset(
        shape="events",
        columns=Columns(
            person=("amplitude_id",),
            event=("event_type",),
            time=("event_time",),
            session=("session_id",),
            id=("$insert_id", "_insert_id", "insert_id"),
        ),
        verified=True,
        form="json-lines",
        properties=("event_properties", "user_properties"),
        session_of_person=True,
        no_session="-1",
        private=("ip_address", "location_lat", "location_lng"),
    ),
    "posthog": Preset(
        shape="events",
        columns=Columns(
            person=("person_id", "distinct_id"),
            event=("event",),
            time=("timestamp",),
            session=("session_id", "properties.$session_id"),
            id=("uuid",),
        ),
        verified=True,
        properties=("properties", "person_properties"),
        private=("properties.$ip", "person_properties.email", "person_properties.name"),
    ),
    "segment": Preset(
        shape="events", columns=_TRACKS, verified=True, merges=True, session_of_person=True, private=_OF_TRACKS
    ),
    "rudderstack": Preset(
        shape="events", columns=_TRACKS, verified=True, merges=True, session_of_person=True, private=_OF_TRACKS
    ),
    "snowplow": Preset(
        shape="events",
        columns=Columns(
            person=("user_id", "domain_userid"),
            event=("event_name",),
            time=("derived_tstamp",),
            session=("domain_sessionid",),
            id=("event_id",),
        ),
        verified=True,
        merges=True,
        private=("user_ipaddress", "network_userid", "geo_latitude", "geo_longitude", "useragent"),
    ),
    "matomo": Preset(
        shape="events",
        columns=Columns(
            person=("user_id", "idvisitor"),
            event=("name",),
            time=("server_time",),
            session=("idvisit",),
            id=("idlink_va",),
        ),
        verified=True,
        merges=True,
        private=("location_ip",),
    ),
}
