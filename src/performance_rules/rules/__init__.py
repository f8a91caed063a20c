"""Rules as data, from TOML files to what is in force in a region and a year.

One file is read strictly (``toml``, ``keys``, ``rulefile``, ``wordings``) into one rule, parameter
or override (``model``); ``law`` says what binds; ``layers`` are the folders of regions,
``conflicts`` what may not be laid over what, and ``ruleset`` all of them laid over each other.
"""
