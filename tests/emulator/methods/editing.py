"""Changes to messages that are already there: their text, caption and buttons, deleting and pinning them."""

from dataclasses import replace

from ..errors import NotEmulatedError, bad_request
from ..keyboards import inline_markup
from ..limits import check_markup
from ..text import FormattedText, caption_text, message_text
from ..world import Chat, Json, Stored, World

SECONDS_TO_DELETE = 48 * 3600
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def edit_message_text(world: World, params: Json) -> Json:
    chat, stored = _editable(world, params)
    if "text" not in stored.message:
        raise bad_request("there is no text in the message to edit")
    return _edit(world, chat, stored, params, ("text", "entities"), message_text(params))


def edit_message_caption(world: World, params: Json) -> Json:
    chat, stored = _editable(world, params)
    if stored.file is None:
        raise bad_request("there is no caption in the message to edit")
    return _edit(world, chat, stored, params, ("caption", "caption_entities"), caption_text(params))


def edit_message_reply_markup(world: World, params: Json) -> Json:
    chat, stored = _editable(world, params)
    return _change(world, chat, stored, params, {}, stored.html)


def delete_message(world: World, params: Json) -> bool:
    chat = world.chat(params["chat_id"])
    stored = chat.messages.get(params["message_id"])
    if stored is None:
        raise bad_request("message to delete not found")
    if not _deletable(world, chat, stored):
        raise bad_request("message can't be deleted")
    del chat.messages[params["message_id"]]
    chat.pinned = [other for other in chat.pinned if other != params["message_id"]]
    return True


def delete_messages(world: World, params: Json) -> bool:
    """Telegram skips those that are not there."""
    chat = world.chat(params["chat_id"])
    for message_id in params["message_ids"]:
        if message_id in chat.messages:
            delete_message(world, {"chat_id": chat.id, "message_id": message_id})
    return True


def pin_chat_message(world: World, params: Json) -> bool:
    chat = _pinnable(world, params)
    if params["message_id"] not in chat.messages:
        raise bad_request("message to pin not found")
    chat.pinned = [other for other in chat.pinned if other != params["message_id"]] + [params["message_id"]]
    return True


def unpin_chat_message(world: World, params: Json) -> bool:
    chat = _pinnable(world, params)
    message_id = params.get("message_id", chat.pinned[-1] if chat.pinned else None)
    if message_id not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(message_id)
    return True


def _editable(world: World, params: Json) -> tuple[Chat, Stored]:
    if "chat_id" not in params or "message_id" not in params:
        if "inline_message_id" in params:
            raise NotEmulatedError("inline messages")
        raise bad_request("message identifier is not specified")
    chat = world.chat_to_write(params["chat_id"])
    stored = chat.messages.get(params["message_id"])
    if stored is None:
        raise bad_request("message to edit not found")
    if not stored.from_bot or stored.fixed:
        raise bad_request("message can't be edited")
    return chat, stored


def _edit(
    world: World, chat: Chat, stored: Stored, params: Json, fields: tuple[str, str], formatted: FormattedText
) -> Json:
    written = dict(zip(fields, (formatted.text, formatted.entities), strict=True))
    return _change(world, chat, stored, params, written, formatted.html)


def _change(world: World, chat: Chat, stored: Stored, params: Json, written: Json, html: str) -> Json:
    """An edit that names no keyboard takes the old one away."""
    check_markup(params.get("reply_markup"))
    kept = {name: value for name, value in stored.message.items() if name not in ("reply_markup", *written)}
    changed = kept | {name: value for name, value in written.items() if value}
    changed |= inline_markup(params.get("reply_markup"))
    if changed == stored.message:
        raise bad_request(NOT_MODIFIED)
    changed["edit_date"] = max(world.date(), stored.message["date"])
    return world.show(chat, replace(stored, message=changed, html=html), edited=True)


def _deletable(world: World, chat: Chat, stored: Stored) -> bool:
    if world.date() - stored.message["date"] > SECONDS_TO_DELETE:
        return not chat.private and chat.bot_status == "administrator"
    return stored.from_bot or chat.private or chat.bot_status == "administrator"


def _pinnable(world: World, params: Json) -> Chat:
    chat = world.chat_to_write(params["chat_id"])
    if not chat.private and chat.bot_status != "administrator":
        raise bad_request("not enough rights to manage pinned messages in the chat")
    return chat


METHODS = {
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
    "pinChatMessage": pin_chat_message,
    "unpinChatMessage": unpin_chat_message,
}
