"""From a file to its checked report, for whoever takes files: the command line and the server.

A file is ``given``; its ``rulesets`` say by which rules it is checked, ``selection`` by which of
them; ``judge`` reads and checks it in a worker, and ``blaming`` tells whose fault a failure is.
"""
