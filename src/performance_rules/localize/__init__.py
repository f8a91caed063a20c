"""Localisation: which printed figure is wrong, where several contradictions have one cause.

    causes_of(result) → for each cause its figures, its mend, and the findings that go with it

A check says that statements cannot all be true.  A reviewer wants to know which one to mend: the
figure whose one change settles most contradictions and makes no other one.
"""
