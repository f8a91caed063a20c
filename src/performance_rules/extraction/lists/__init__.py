"""Lists: whose parts are being said, what is left out, and when nothing is."""
