"""Dates, years and spans of time against each other."""
