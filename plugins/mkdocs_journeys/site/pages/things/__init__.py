"""A page for each touchpoint, channel, team, stage, segment, system and tag."""
