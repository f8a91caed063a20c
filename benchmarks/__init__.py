"""How fast the library is, always beside something that can be compared with it.

``python -m benchmarks`` runs everything and rewrites the tables in ``docs/benchmarks.md``.
"""
