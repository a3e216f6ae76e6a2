"""Limits that Telegram applies but its specification does not state: keyboards, commands, files, toasts."""

import re
from typing import Any
from urllib.parse import urlsplit

from .errors import ApiError, bad_request
from .validation import Upload

MEGABYTE = 1024 * 1024
PHOTO_LIMIT, UPLOAD_LIMIT, DOWNLOAD_LIMIT = 10 * MEGABYTE, 50 * MEGABYTE, 20 * MEGABYTE
BUTTON_LIMIT, COMMAND_LIMIT, TOAST_LIMIT = 100, 100, 200
DATA_BYTES, DESCRIPTION_LENGTH = 64, 256
COMMAND_NAME = re.compile(r"[a-z0-9_]{1,32}")
BUTTON_LOOKS = {"text", "icon_custom_emoji_id", "style"}  # every other field of a button is what it does
TEXT_BUTTON = "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
CHAT_ACTIONS = {"typing", "choose_sticker", "find_location", "upload_photo", "upload_document"} | {
    f"{verb}_{medium}" for verb in ("record", "upload") for medium in ("video", "voice", "video_note")
}

REACTIONS = frozenset(
    "❤👍👎🔥🥰👏😁🤔🤯😱🤬😢🎉🤩🤮💩🙏👌🕊🤡🥱🥴😍🐳🌚🌭💯🤣⚡🍌🏆💔🤨😐🍓🍾💋🖕😈😴😭🤓👻👀🎃🙈😇😨🤝✍🤗🫡🎅🎄☃💅🤪🗿🆒💘🙉🦄😘💊🙊😎👾🤷😡"
)  # those of one character


def check_markup(markup: dict[str, Any] | None) -> None:
    rows = (markup or {}).get("inline_keyboard", [])
    buttons = [button for row in rows for button in row]
    if len(buttons) > BUTTON_LIMIT:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    for button in buttons:
        _check_button(button)
    for row in (markup or {}).get("keyboard", []):
        if any(not key["text"] for key in row):
            raise bad_request("keyboard button text must be non-empty")


def _check_button(button: dict[str, Any]) -> None:
    if not button["text"].strip():
        raise bad_request("inline keyboard button text is empty")
    actions = [name for name in button if name not in BUTTON_LOOKS]
    if not actions or button.get("callback_data") == "":
        raise bad_request(TEXT_BUTTON)
    if len(actions) > 1:
        raise bad_request("can't parse inline keyboard button: exactly one action must be specified")
    if len(button.get("callback_data", "").encode()) > DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button:
        _check_url(button["url"])


def _check_url(url: str) -> None:
    parts = urlsplit(url if "://" in url else f"http://{url}")
    if parts.scheme not in ("http", "https", "tg"):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Unsupported URL protocol")
    if parts.scheme != "tg" and "." not in parts.netloc:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def check_commands(commands: list[dict[str, Any]]) -> None:
    if len(commands) > COMMAND_LIMIT:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not COMMAND_NAME.fullmatch(command["command"].removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not command["description"].strip():
            raise bad_request("command description must be non-empty")
        if len(command["description"]) > DESCRIPTION_LENGTH:
            raise bad_request(f"command description length must not exceed {DESCRIPTION_LENGTH}")


def check_upload(upload: Upload) -> None:
    if not upload.data:
        raise bad_request("file must be non-empty")
    if len(upload.data) > UPLOAD_LIMIT:
        raise ApiError(413, "Request Entity Too Large")


def check_photo(upload: Upload) -> None:
    if len(upload.data) > PHOTO_LIMIT:
        size = len(upload.data)
        raise bad_request(
            f"file of size {size} bytes is too big for a photo; the maximum size is {PHOTO_LIMIT} bytes"
        )


def check_toast(text: str) -> None:
    if len(text) > TOAST_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")


def check_reaction(reaction: dict[str, Any]) -> str:
    if reaction["type"] != "emoji" or reaction["emoji"] not in REACTIONS:
        raise bad_request("REACTION_INVALID")
    return str(reaction["emoji"])


def check_action(action: str) -> None:
    if action not in CHAT_ACTIONS:
        raise bad_request("wrong parameter action in request")
