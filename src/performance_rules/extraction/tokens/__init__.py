"""From a run of text to tokens: letters, numbers, words and patterns, read in one direction."""
