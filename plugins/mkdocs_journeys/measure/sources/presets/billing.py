"""Presets of programs for bills and sales."""

from mkdocs_journeys.measure.sources.presets.preset import Preset
from mkdocs_journeys.model.measuring.sources import Columns, PresetName

BILLING: dict[PresetName, Preset] = {
    "stripe": Preset(
        shape="subscriptions",
        columns=Columns(
            person=("Customer ID",),
            start=("Start (UTC)", "Start Date (UTC)"),
            end=("Ended At (UTC)",),
            amount=("Amount",),
            id=("id",),
        ),
        verified=False,
        unless={"Status": ("incomplete", "incomplete_expired", "trialing")},
        interval="Interval",
        private=("Customer Name", "Customer Email", "Customer Description"),
    ),
    "hubspot": Preset(
        shape="deals",
        columns=Columns(person=("Record ID", "dealId", "id"), id=("Record ID", "dealId", "id")),
        verified=True,
        properties=("properties",),
        stage_columns=(r'Date entered "(.+)"', r"hs_(?:v2_)?date_entered_(.+)"),
        private=("Deal Name", "Deal owner", "Deal Description"),
    ),
    "salesforce": Preset(
        shape="deals",
        columns=Columns(person=("OpportunityId",), stage=("StageName",), time=("CreatedDate",), id=("Id",)),
        verified=False,
    ),
}
