"""The figures of a document's prose, each with its name and its place."""
