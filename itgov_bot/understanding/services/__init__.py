"""Which service of the catalogue a message is about: phrases, features, ranker, decision."""
