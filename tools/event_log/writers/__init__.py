"""The log as files: one module for each vendor's format of events, and one for the tables of their neighbours."""
