"""Tables of calls: those that Telegram refuses, with its words, and those that it just accepts."""

from typing import Any

Params = dict[str, Any]
PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + (40).to_bytes(4, "big") + (30).to_bytes(4, "big")
TALL_PNG = PNG[:16] + (10).to_bytes(4, "big") + (900).to_bytes(4, "big")


def keyboard(*buttons: Params) -> Params:
    return {"inline_keyboard": [[button] for button in buttons]}


def message(**params: Any) -> Params:
    return {"chat_id": 7, "text": "hola"} | params


def html(text: str) -> Params:
    return message(text=text, parse_mode="HTML")


def commands(*pairs: tuple[str, str]) -> Params:
    return {"commands": [{"command": name, "description": told} for name, told in pairs]}


LIKE = {"type": "emoji", "emoji": "👍"}
OK_BUTTON = {"text": "Sí", "callback_data": "si"}
TEXT_BUTTON = "Text buttons are unallowed in the inline keyboard"
ENTITIES = "can't parse entities: "

# Chat 7 is Ana: message 1 is her /start, 2 the bot's "hola", 3 a photo of the bot; -5 is a plain group.
CALLS: list[tuple[str, Params, str]] = [
    ("sendMessage", {"text": "x"}, "chat_id is empty"),
    ("sendMessage", {"chat_id": 7}, "message text is empty"),
    ("sendMessage", message(txt="x"), "unknown parameter txt"),
    ("sendMessage", message(chat_id={"id": 7}), "chat not found"),
    ("sendMessage", message(disable_notification="maybe"), "can't parse disable_notification"),
    ("sendMessage", message(message_thread_id="x"), "can't parse message_thread_id"),
    ("sendMessage", message(entities=[{"type": "bold"}]), 'Can\'t find field "offset"'),
    ("sendMessage", message(entities=[{"type": "bold", "offset": "0", "length": 1}]), "of type Integer"),
    ("sendMessage", message(reply_parameters={"message_id": 1, "x": 1}), "unknown parameter x"),
    ("sendMessage", message(reply_markup={"inline_keyboard": [OK_BUTTON]}), "must be of type Array"),
    ("sendMessage", message(reply_markup="{"), "can't parse reply_markup JSON object"),
    ("sendMessage", message(reply_markup=keyboard({"callback_data": "x"})), 'Can\'t find field "text"'),
    ("sendMessage", message(text=""), "message text is empty"),
    ("sendMessage", message(text=" \n "), "text must be non-empty"),
    ("sendMessage", html("<b></b>"), "text must be non-empty"),
    ("sendMessage", message(text="x" * 4097), "message is too long"),
    ("sendMessage", html(f"<b>{'x' * 4097}</b>"), "message is too long"),
    ("sendMessage", html("1 < 2"), ENTITIES + 'Unsupported start tag "" at byte offset 2'),
    ("sendMessage", html("<p>x</p>"), ENTITIES + 'Unsupported start tag "p" at byte offset 0'),
    ("sendMessage", html("<b>x</i>"), ENTITIES + "Unmatched end tag at byte offset 4"),
    ("sendMessage", html("<b>x"), ENTITIES + "Can't find end tag corresponding to start tag"),
    ("sendMessage", message(parse_mode="BBCode"), "unsupported parse_mode"),
    ("sendMessage", message(reply_markup=keyboard({"text": "", "callback_data": "x"})), "text is empty"),
    ("sendMessage", message(reply_markup=keyboard({"text": "x"})), TEXT_BUTTON),
    ("sendMessage", message(reply_markup=keyboard({"text": "x", "callback_data": ""})), TEXT_BUTTON),
    (
        "sendMessage",
        message(reply_markup=keyboard(OK_BUTTON | {"url": "https://x.co"})),
        "exactly one action",
    ),
    (
        "sendMessage",
        message(reply_markup=keyboard({"text": "x", "callback_data": "ñ" * 33})),
        "BUTTON_DATA_INVALID",
    ),
    ("sendMessage", message(reply_markup=keyboard(*[OK_BUTTON] * 101)), "REPLY_MARKUP_TOO_LONG"),
    (
        "sendMessage",
        message(reply_markup=keyboard({"text": "x", "url": "ftp://x.co"})),
        "Unsupported URL protocol",
    ),
    ("sendMessage", message(reply_markup=keyboard({"text": "x", "url": "http://x"})), "Wrong HTTP URL"),
    ("sendMessage", message(chat_id=404), "chat not found"),
    ("sendMessage", message(chat_id="@nadie"), "chat not found"),
    ("sendMessage", message(reply_parameters={"message_id": 99}), "message to be replied not found"),
    ("sendMessage", message(message_thread_id=5), "message thread not found"),
    ("sendChatAction", {"chat_id": 7, "action": "dancing"}, "wrong parameter action in request"),
    ("sendPhoto", {"chat_id": 7, "photo": "AgACAgEAAxkB9"}, "wrong file identifier/HTTP URL specified"),
    ("copyMessage", {"chat_id": 7, "from_chat_id": 7, "message_id": 99}, "message to copy not found"),
    ("forwardMessage", {"chat_id": 7, "from_chat_id": 7, "message_id": 99}, "message to forward not found"),
    ("editMessageText", {"text": "x"}, "message identifier is not specified"),
    ("editMessageText", message(message_id=99), "message to edit not found"),
    ("editMessageText", message(message_id=1), "message can't be edited"),
    ("editMessageText", message(message_id=2), "message is not modified"),
    ("editMessageText", message(message_id=3), "there is no text in the message to edit"),
    ("editMessageText", message(message_id=2, text="x" * 4097), "message is too long"),
    (
        "editMessageText",
        message(message_id=2, reply_markup={"force_reply": True}),
        "unknown parameter force_reply",
    ),
    (
        "sendMessage",
        message(reply_markup=keyboard(OK_BUTTON) | {"force_reply": True}),
        "unknown parameter force_reply",
    ),
    ("editMessageCaption", {"chat_id": 7, "message_id": 2, "caption": "x"}, "there is no caption"),
    ("editMessageCaption", {"chat_id": 7, "message_id": 3}, "message is not modified"),
    ("editMessageCaption", {"chat_id": 7, "message_id": 3, "caption": "x" * 1025}, "caption is too long"),
    ("editMessageReplyMarkup", {"chat_id": 7, "message_id": 2}, "message is not modified"),
    ("deleteMessage", {"chat_id": 7, "message_id": 99}, "message to delete not found"),
    ("pinChatMessage", {"chat_id": 7, "message_id": 99}, "message to pin not found"),
    ("unpinChatMessage", {"chat_id": 7}, "message to unpin not found"),
    ("pinChatMessage", {"chat_id": -5, "message_id": 1}, "not enough rights"),
    ("setMyCommands", commands(("Ayuda", "x")), "BOT_COMMAND_INVALID"),
    ("setMyCommands", commands(("ayúda", "x")), "BOT_COMMAND_INVALID"),
    ("setMyCommands", commands(("a" * 33, "x")), "BOT_COMMAND_INVALID"),
    ("setMyCommands", commands(("a", "")), "command description must be non-empty"),
    ("setMyCommands", commands(("a", "x" * 257)), "command description length must not exceed 256"),
    ("setMyCommands", commands(*[("a", "x")] * 101), "BOT_COMMANDS_TOO_MUCH"),
    ("setMyCommands", commands(("a", "x")) | {"scope": {"type": "family"}}, "can't parse scope"),
    ("setMyCommands", commands(("a", "x")) | {"scope": {"type": "chat", "chat_id": 404}}, "chat not found"),
    ("setMyCommands", {"commands": [{"command": "a"}]}, 'Can\'t find field "description"'),
    ("getFile", {"file_id": "nada"}, "invalid file_id"),
    ("getChat", {"chat_id": 404}, "chat not found"),
    ("getChatMember", {"chat_id": 7, "user_id": 404}, "invalid user_id specified"),
    ("getChatAdministrators", {"chat_id": 7}, "no administrators in the private chat"),
    ("answerCallbackQuery", {"callback_query_id": "404"}, "query is too old and response timeout expired"),
    ("answerCallbackQuery", {"callback_query_id": "404", "text": "x" * 201}, "MESSAGE_TOO_LONG"),
    (
        "setMessageReaction",
        {"chat_id": 7, "message_id": 99, "reaction": [LIKE]},
        "message to react not found",
    ),
    ("setMessageReaction", {"chat_id": 7, "message_id": 2, "reaction": [LIKE, LIKE]}, "REACTIONS_TOO_MANY"),
    (
        "setMessageReaction",
        {"chat_id": 7, "message_id": 2, "reaction": [LIKE | {"emoji": "✅"}]},
        "REACTION_INVALID",
    ),
    ("createForumTopic", {"chat_id": -5, "name": "x"}, "the chat is not a forum"),
    ("setWebhook", {"url": "http://example.com/x"}, "An HTTPS URL must be provided"),
    ("setWebhook", {"url": "https://x.co", "secret_token": "a b"}, "secret token contains unallowed"),
]


EDGES: list[tuple[str, Params]] = [
    ("sendMessage", message(text="x" * 4096)),
    ("sendMessage", html(f"<b>{'x' * 4096}</b>")),
    ("sendMessage", message(reply_markup=keyboard(*[OK_BUTTON] * 100))),
    ("sendMessage", message(reply_markup=keyboard({"text": "x", "callback_data": "x" * 64}))),
    ("sendMessage", message(reply_markup={"force_reply": True})),
    ("setMessageReaction", {"chat_id": 7, "message_id": 1, "reaction": [LIKE]}),
    ("setMessageReaction", {"chat_id": 7, "message_id": 1, "reaction": []}),
    ("sendMessage", message(reply_markup={"remove_keyboard": True})),
    ("sendMessage", message(reply_parameters={"message_id": 99, "allow_sending_without_reply": True})),
    ("sendMessage", message(disable_notification="true", chat_id="7")),
    ("setMyCommands", commands(*[("a" * 32, "x" * 256)] * 100)),
    ("sendmessage", message()),
]


FORUM, OPEN, CLOSED = -1_000_000_000_005, 1, 2
IN_FORUM: list[tuple[str, Params, str]] = [
    ("sendMessage", message(message_thread_id=99), "message thread not found"),
    ("sendMessage", message(message_thread_id=CLOSED), "TOPIC_CLOSED"),
    ("createForumTopic", {"name": "x"}, "not enough rights to create a topic"),
]
LEADING_FORUM: list[tuple[str, Params, str]] = [
    ("createForumTopic", {"name": " "}, "forum topic title must be non-empty"),
    ("createForumTopic", {"name": "x" * 129}, "TOPIC_TITLE_TOO_LONG"),
    ("createForumTopic", {"name": "x", "icon_color": 1}, "TOPIC_ICON_COLOR_INVALID"),
    ("closeForumTopic", {"message_thread_id": 99}, "TOPIC_ID_INVALID"),
    ("closeForumTopic", {"message_thread_id": CLOSED}, "TOPIC_NOT_MODIFIED"),
    ("reopenForumTopic", {"message_thread_id": OPEN}, "TOPIC_NOT_MODIFIED"),
    ("editForumTopic", {"message_thread_id": OPEN, "name": "abierto"}, "TOPIC_NOT_MODIFIED"),
]
