"""Stocks of money or things: what opened them, came, went, and is left."""
