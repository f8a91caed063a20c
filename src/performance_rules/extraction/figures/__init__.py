"""Each figure of a sentence: its name, its unit, and its part in what is worked out."""
