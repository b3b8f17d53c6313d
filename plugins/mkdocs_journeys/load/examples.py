"""Lines that an author may type where a field is missing."""

EXAMPLES = {
    "journey title": "title: Find out whether the trial is worth paying for",
    "pain title": "title: The full price shows only at checkout",
    "opportunity title": "title: How might we show one price?",
    "study title": "title: Twelve interviews about price",
    "persona name": "name: Maya, operations lead",
    "step name": "name: Compares the plans",
    "personas": "personas: maya-ops-lead",
    "stages": "stages:` and below it `- stage: onboarding",
    "stage": "stage: onboarding",
    "steps": "steps:` and below it `- name: Compares the plans",
    "id": "id: a-short-name",
    "date": "date: 2026-06-30",
    "format": "format: 1",
    "channel kind": "kind: digital",
    "metric kind": "kind: count",
    "value": "value: 60",
    "job": "job: Know the whole price before I ask anybody",
    "unit": "unit: EUR",
    "low": "low: 20000",
    "alt": "alt: What the picture shows",
    "src": "src: portrait.png",
}
"""What to type for a field that is missing, by the thing that needs it or for all things."""
