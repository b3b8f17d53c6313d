"""Journeys as boards for a workshop: one layout, and a module for each program that opens them."""
