"""The outline of a document: its headings, items and contents list, told by their markers."""
