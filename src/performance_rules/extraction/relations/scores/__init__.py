"""Scores, full marks, deductions, weights and grades."""
