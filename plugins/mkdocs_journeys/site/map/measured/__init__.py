"""What was measured, under the map."""
