"""A repository with one journey and a bit of its life."""

from pathlib import Path

import pytest

from support.repositories import Repository, repository

CATALOG = """\
format: 1
name: Ours
stages: [{id: decision, name: Decide}]
teams: [{id: growth, name: Growth team}]
"""
PERSONA = "name: Maya Orton\n"
BUY = """\
title: Buy it
personas: maya
owner: growth
stages:
  - stage: decision
    steps:
      - name: Compares the plans
        emotion: 0
      - name: Pays
        emotion: 1
        pains: [{id: fees, title: Fees come late, severity: minor}]
"""
FILE = "journeys/maps/buy.yml"


@pytest.fixture
def lived(tmp_path: Path) -> Repository:
    """Three commits: written down, the emotion fell, a pain was resolved."""
    made = repository(tmp_path / "lived")
    made.write("journeys/catalog.yml", CATALOG)
    made.write("journeys/personas/maya.yml", PERSONA)
    made.write(FILE, BUY)
    made.commit("2026-01-10", "Ann", "Write it down")
    made.edit(FILE, "emotion: 0", "emotion: -2")
    made.commit("2026-02-20", "Bob", "After the interviews")
    made.edit(FILE, "severity: minor", "severity: minor, status: resolved")
    made.commit("2026-03-30", "Ann", "Fees are shown")
    return made
