"""The words that documents are read with, as data: ``lexicon`` answers by name.

``resources`` says where the data shipped with the library lies.
"""
