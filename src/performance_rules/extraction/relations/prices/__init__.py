"""Prices, numbers of things and amounts; units that are wrong."""
