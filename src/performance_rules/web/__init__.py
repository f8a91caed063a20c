"""The page for colleagues without a command line: upload, progress, result, files to take away.

A file that is handed in becomes a check of a case (``cases``), which waits at the ``desk`` until a
worker has judged it.  ``guards`` says who may ask and how much; ``answers`` are given with
``pages`` for people and ``api`` for programs; ``app`` puts it together, ``serving`` starts it.
"""
