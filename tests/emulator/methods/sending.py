"""Messages that the bot sends, copies or forwards, each checked as Telegram would before anybody sees it."""

from dataclasses import dataclass
from typing import Any

from ..errors import NotEmulatedError, bad_request
from ..keyboards import inline_markup, reply_labels
from ..limits import check_action, check_markup
from ..media import StoredFile, media_fields
from ..text import FormattedText, caption_text, message_text
from ..world import Chat, Json, Stored, World, quoted, text_of

GENERAL_TOPIC = 1
CONTENT = ("text", "photo", "document", "voice", "caption", "entities", "caption_entities")


@dataclass(frozen=True)
class Place:
    """Where a new message of the bot goes."""

    chat: Chat
    thread: int | None
    reply_to: Stored | None


def send_message(world: World, params: Json) -> Json:
    place = _place(world, params)
    formatted = message_text(params)
    return _post(world, place, params, _written(formatted, "text", "entities"), formatted.html)


def send_photo(world: World, params: Json) -> Json:
    return _send_file(world, params, "photo")


def send_document(world: World, params: Json) -> Json:
    return _send_file(world, params, "document")


def send_voice(world: World, params: Json) -> Json:
    return _send_file(world, params, "voice")


def send_video(world: World, params: Json) -> Json:
    return _send_file(world, params, "video")


def send_media_group(world: World, params: Json) -> list[Json]:
    """Photos and videos stand beside each other; documents do so among themselves."""
    media = params["media"]
    kinds = {one["type"] for one in media}
    if not 2 <= len(media) <= 10:
        raise bad_request("there must be from 2 to 10 media in an album")
    if len(kinds) > 1 and not kinds <= {"photo", "video"}:
        raise bad_request("can't use the media of the specified type in the album")
    rest = {name: value for name, value in params.items() if name != "media"}
    album = {"media_group_id": str(world.date()) + media[0]["type"]}
    return [
        _send_file(world, rest | one | {one["type"]: one["media"]}, one["type"], besides=album)
        for one in media
    ]


def send_chat_action(world: World, params: Json) -> bool:
    check_action(params["action"])
    chat = world.chat_to_write(params["chat_id"])
    if params.get("message_thread_id") != GENERAL_TOPIC:
        _check_thread(chat, params.get("message_thread_id"))
    chat.actions.append(params["action"])
    return True


def copy_message(world: World, params: Json) -> Json:
    source = _source(world, params, "copy")
    place = _place(world, params)
    content, html = _content(source), source.html
    if "caption" in params and source.file:
        formatted = caption_text(params)
        content, html = (
            media_fields(source.file) | _written(formatted, "caption", "caption_entities"),
            formatted.html,
        )
    sent = _post(world, place, params, content, html, source.file)
    return {"message_id": sent["message_id"]}


def forward_message(world: World, params: Json) -> Json:
    source = _source(world, params, "forward")
    author = source.message["from"]
    origin = {"type": "user", "date": source.message["date"], "sender_user": author}
    content = _content(source) | {"forward_origin": origin}
    return _post(world, _place(world, params), params, content, source.html, source.file)


def _send_file(world: World, params: Json, kind: str, besides: Json | None = None) -> Json:
    place = _place(world, params)
    formatted = caption_text(params)
    file = world.files.from_bot(kind, params[kind])
    content = media_fields(file) | _written(formatted, "caption", "caption_entities") | (besides or {})
    return _post(world, place, params, content, formatted.html, file)


def _post(
    world: World, place: Place, params: Json, content: Json, html: str, file: StoredFile | None = None
) -> Json:
    markup: Json | None = params.get("reply_markup")
    check_markup(markup)
    message = world.new_message(place.chat, world.bot, place.thread) | content | inline_markup(markup)
    if place.reply_to is not None:
        message["reply_to_message"] = quoted(place.reply_to.message)
    silent = params.get("disable_notification", False)
    fixed = markup is not None and "inline_keyboard" not in markup
    asks = _asked(world, place, markup or {}, message)
    stored = Stored(message, True, html, file, reply_labels(markup), silent, asks, fixed)
    return world.show(place.chat, stored)


def _asked(world: World, place: Place, markup: Json, message: Json) -> frozenset[int]:
    """By a ForceReply: everybody, or (selective) who is mentioned in the text or answered."""
    if not markup.get("force_reply"):
        return frozenset()
    if place.chat.private:
        return frozenset({place.chat.id})
    if not markup.get("selective"):
        return frozenset(place.chat.members)
    text = text_of(message)
    mentioned = {one.get("user_id") for one in message.get("entities", [])}
    mentioned |= {one["id"] for one in world.people.values() if f"@{one.get('username')} " in f"{text} "}
    answered = {place.reply_to.message["from"]["id"]} if place.reply_to else set()
    return frozenset((mentioned | answered) & place.chat.members.keys())


def _place(world: World, params: Json) -> Place:
    chat = world.chat_to_write(params["chat_id"])
    reply_to = _replied(chat, params.get("reply_parameters"))
    thread = params.get("message_thread_id")
    _check_thread(chat, thread)
    if thread is None and reply_to is not None:
        thread = reply_to.message.get("message_thread_id")
    topic = chat.topics.get(thread) if thread else None
    if topic is not None and topic.closed and chat.bot_status != "administrator":
        raise bad_request("TOPIC_CLOSED")
    return Place(chat, thread, reply_to)


def _check_thread(chat: Chat, thread: int | None) -> None:
    if thread is not None and thread not in chat.topics:
        raise bad_request("message thread not found")


def _replied(chat: Chat, reply: Json | None) -> Stored | None:
    if reply is None:
        return None
    if reply.get("chat_id", chat.id) != chat.id or "quote" in reply:
        raise NotEmulatedError("a reply across chats or with a quote")
    found = chat.messages.get(reply["message_id"])
    if found is None and not reply.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return found


def _source(world: World, params: Json, verb: str) -> Stored:
    found = world.chat(params["from_chat_id"]).messages.get(params["message_id"])
    if found is None:
        raise bad_request(f"message to {verb} not found")
    if not _content(found):
        raise bad_request(f"the message can't be {'copied' if verb == 'copy' else 'forwarded'}")
    return found


def _content(source: Stored) -> Json:
    return {name: value for name, value in source.message.items() if name in CONTENT}


def _written(formatted: FormattedText, text_field: str, entities_field: str) -> Json:
    written: dict[str, Any] = {text_field: formatted.text} if formatted.text else {}
    return written | ({entities_field: formatted.entities} if formatted.entities else {})


METHODS = {
    "sendMessage": send_message,
    "sendPhoto": send_photo,
    "sendDocument": send_document,
    "sendVoice": send_voice,
    "sendVideo": send_video,
    "sendMediaGroup": send_media_group,
    "sendChatAction": send_chat_action,
    "copyMessage": copy_message,
    "forwardMessage": forward_message,
}
