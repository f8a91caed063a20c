"""What one of something costs on average, of figures that stand apart from it."""
