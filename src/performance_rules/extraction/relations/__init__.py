"""What a sentence relates of its own figures: a price, a number and an amount, and the like.

Prose is read for what its figures are of.  What is read here needs no place in the fixed tree: a
sentence that states a relation between its own figures states a thing of its own, under the words
it uses.  A relation is asserted by words, never by nearness; where another reading of the figures
agrees, none is said to clash.

`figures` takes a paragraph apart; above it each room reads one kind of relation of the figures;
`relating` asks every room, paragraph after paragraph; `making` makes records of what they find.
"""
