"""Mutation of rules: each is changed at one point at a time and tried on its own examples.

A change that no example notices is a part of the rule that nothing holds: somebody could get it
wrong tomorrow, and every example would still pass.

    changes        one tree of the rule language → the trees that differ from it at one point
    exchanges      the fields that are taken for one another
    alternatives   one pattern → the patterns that lack one of its words
    mutants        one rule → its mutants, each with a text of its own
    workshop       one mutant → the rule that it is
    wordlists      one parameter → which of its words the examples of the rules that use it need
    trial          one rule → which mutants its examples tell from it
"""
