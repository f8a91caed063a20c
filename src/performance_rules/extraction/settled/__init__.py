"""What is settled when a document has been read: records become lines, totals what they count."""
