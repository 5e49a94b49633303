"""What English words mean as times: the lexicon, the scanner, the grammar, and the resolving of its values."""
