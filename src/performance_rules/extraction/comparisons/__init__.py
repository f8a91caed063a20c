"""Comparisons: changes, rates, shares, completion, orders, each with what it is compared with."""
