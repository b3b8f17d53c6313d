"""Mermaid text from plain values. Pure; mermaid-py is imported with the first diagram."""
