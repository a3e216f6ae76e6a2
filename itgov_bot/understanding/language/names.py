"""Stub."""


def sensible_name(text: str) -> str | None:
    return " ".join(text.split()) or None
