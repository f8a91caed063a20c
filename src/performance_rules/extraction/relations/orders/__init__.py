"""What is said to be more, less, the highest, within a bound, or as it was aimed at."""
