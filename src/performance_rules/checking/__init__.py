"""The check: a report and a rule set give a result.

``grounding`` walks the rules over one report and leaves a ``plan`` of conditions over printed
numbers, which ``codegen`` turns into one function; ``result`` runs it and gives ``findings``,
each with the place where it stands (``standing``).
"""
