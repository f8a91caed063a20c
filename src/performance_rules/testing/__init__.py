"""Testing rules: the examples in rule files, a pytest plugin, and Hypothesis strategies.

``examples`` and ``plugin`` need pytest at most; ``strategies`` needs Hypothesis.  Import them from
their modules.
"""
