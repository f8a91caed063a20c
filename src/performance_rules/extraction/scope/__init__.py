"""What a figure is about: what its clause says, what its item and heading lend, whose it is."""
