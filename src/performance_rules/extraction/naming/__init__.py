"""Names of things: phrases that a lexicon knows, names that it does not, paths, lists of names."""
