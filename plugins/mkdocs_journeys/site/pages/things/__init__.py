"""A page for each touchpoint, channel, team, stage and segment."""
