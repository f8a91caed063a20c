"""A report in the making: where a statement belongs, what was said there, the lines made of it."""
