"""Changes between levels: by how much, by what rate, in which direction."""
