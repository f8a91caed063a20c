"""From a document to a typed report: what is said, by whom, of what; nothing is guessed."""
