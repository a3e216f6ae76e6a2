"""Turns over HTTP, beside a bare echo bot: both poll the same small Bot API in the same run."""
