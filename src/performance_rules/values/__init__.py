"""Printed numbers: exact quantities that remember their last digit, and what that lets us say.

``quantity`` holds amounts, percentages and counts; ``precision`` the truth levels and the closed
forms, linear and rate, in which printed numbers are compared.
"""
