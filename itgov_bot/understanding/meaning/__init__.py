"""What a message means, heard by an optional encoder of sentences: the extra `semantic`. Never needed, used when there."""
