"""How Chinese documents are written: ``numerals`` takes the text of a printed number apart."""
