"""Waivers: what somebody decided about findings, kept from one run to the next.

A decision holds for one finding of one report with the figures it had then.  Once they change, the
finding is as loud as if nobody had ever looked at it.
"""
