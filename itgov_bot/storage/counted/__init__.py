"""Tickets counted, listed and searched: indicators, summaries, the queue, files."""
