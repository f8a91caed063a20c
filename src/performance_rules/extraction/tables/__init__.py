"""Tables: the grid of a table, what its rows and columns are of, and what its cells say."""
