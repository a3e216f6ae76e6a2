"""A ticket of one's own: the list and its buttons, more words and files, the stars."""
