"""Wholes and their parts: sums that are told, lists that leave nothing out."""
