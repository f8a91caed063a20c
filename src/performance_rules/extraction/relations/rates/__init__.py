"""Rates and shares with the two figures that they are of."""
