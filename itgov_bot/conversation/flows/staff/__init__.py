"""What staff do in the chat: ask, report, follow their tickets, keep their data. A file a subject."""
