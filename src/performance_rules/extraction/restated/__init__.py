"""One thing that a document states at two places: two sentences, or a sentence and a table.

    statements = Statements()          # prose hands its figures over, paragraph after paragraph
    add_restated(statements, cells, draft)

That both places speak of one thing is seen by its whole name; that one of them is an oversight, by
the figures: two digits are exchanged, one is another, or the decimal point has moved.
"""
