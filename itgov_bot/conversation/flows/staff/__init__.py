"""What staff do in the chat: ask, report, follow their cases, keep their data. A file a subject."""
