"""The rule language: a text becomes a typed tree, and the tree conditions over a report's numbers.

``tokens`` and ``syntax`` read an expression, ``typing`` says what it means, ``compile`` makes
closures of it that leave conditions (``ground``) on one report; ``functions`` and ``roots`` hold
what can be named in it, ``sight`` what of a report it looks at.
"""
