"""The one way in which the vocabulary can be unusable."""


class VocabularyError(Exception):
    """A file of the vocabulary is missing or badly written; the text is one Spanish line for the operator."""
