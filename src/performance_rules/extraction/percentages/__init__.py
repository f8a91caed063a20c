"""What a percentage is of, where no reader of its sentence could say.

    more = explained(said, done)

A percentage that a report works out is worked out of two figures, and mostly both are printed
near it.  If its own words name which two are meant, it is a share, a rate or a change of these.  If
they do not make it, but some other pair does, that pair may be meant and nothing is said.  Words
name a figure by the whole of its name, by standing right behind it (A，占B的P), by a deed (受理A，
办结B，结案率P), or by what the other percentages of the same list are of.  Which figures are named
and which explain is kept apart: the first must be certain, the second may be any that is printed.
"""
