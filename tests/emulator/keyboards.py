"""Inline keyboards, from Telegram's object to what a person sees."""

from typing import Any

from .inbox import Button

Rows = tuple[tuple[Button, ...], ...]


def button_rows(message: dict[str, Any]) -> Rows:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return tuple(tuple(_button(button) for button in row) for row in rows)


def _button(button: dict[str, Any]) -> Button:
    return Button(button["text"], button.get("callback_data"), button.get("url"))


def reply_labels(markup: dict[str, Any] | None) -> tuple[str, ...]:
    return tuple(key["text"] for row in (markup or {}).get("keyboard", []) for key in row)


def inline_markup(markup: dict[str, Any] | None) -> dict[str, Any]:
    """What a message keeps of its reply markup: Telegram only returns inline keyboards, and no empty ones."""
    rows = [row for row in (markup or {}).get("inline_keyboard", []) if row]
    return {"reply_markup": {"inline_keyboard": rows}} if rows else {}


def find_button(rows: Rows, wanted: str) -> Button:
    """By label or data; else by part of a label, if only one has it."""
    buttons = [button for row in rows for button in row]
    exact = [button for button in buttons if wanted in (button.text, button.data)]
    near = exact or [button for button in buttons if wanted in button.text]
    visible = [button.text for button in buttons]
    if not near or (len(near) > 1 and not exact):
        raise AssertionError(
            f"{'several buttons fit' if near else 'no button'} {wanted!r}; visible: {visible}"
        )
    if near[0].data is None:
        raise AssertionError(f"the button {near[0].text!r} sends nothing to the bot: it opens {near[0].url}")
    return near[0]
