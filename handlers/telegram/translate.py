"""Translates a Telegram update into what happened, in the words of `messages`. Pure."""

from typing import NamedTuple

from telegram import (
    CallbackQuery,
    Chat,
    ChatMember,
    ChatMemberUpdated,
    Message,
    MessageOriginUser,
    Update,
    User,
)
from telegram.constants import ChatType

from handlers.telegram.attachments import files_of, told_in_words
from itgov_bot.messages import (
    Address,
    Event,
    Faceless,
    Incoming,
    MemberLeft,
    MembershipChange,
    Sender,
    press_address,
)
from itgov_bot.patterns import regex

CHANNEL = "telegram"
_GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)
_ADDRESSED = regex(r"(?P<command>/[A-Za-z0-9_]+)@(?P<bot>[A-Za-z0-9_]+)")
_GONE = (ChatMember.LEFT, ChatMember.BANNED)


class _Answered(NamedTuple):
    """The message that is answered, and what it says if it is the bot's own."""

    ref: str | None = None
    text: str | None = None


def to_event(update: Update, bot_name: str) -> Event | None:
    """None for what is of no concern: channel posts, other bots, service messages. `bot_name` has no @."""
    key = f"{CHANNEL}:{update.update_id}"
    if update.callback_query:
        return _pressed(key, update.callback_query)
    if update.my_chat_member:
        return _membership(key, update.my_chat_member)
    if update.message and update.message.migrate_to_chat_id:
        return _migrated(key, update.message, update.message.migrate_to_chat_id)
    if update.message and update.message.left_chat_member:
        return _left(key, update.message, update.message.left_chat_member)
    if update.message:
        return _written(key, update.message, bot_name)
    if update.edited_message:
        return _written(key, update.edited_message, bot_name, is_edit=True)
    return None


def _written(
    key: str, message: Message, bot_name: str, *, is_edit: bool = False
) -> Incoming | Faceless | None:
    author, text = _author(message), _own_text(message, bot_name)
    answered = _answered(message, bot_name)
    if message.sender_chat and not is_edit and text is not None:
        return _faceless(key, message, is_to_us=text.startswith("/") or answered.text is not None)
    files = files_of(message)
    if author is None or text is None or message.chat.type == ChatType.CHANNEL:
        return None
    if not is_edit:
        text = text or told_in_words(message)
    if not text and (is_edit or not files):
        return None
    if message.forward_origin and _is_ours(
        message, bot_name
    ):  # it points at what it tells of, and says nothing more
        answered, text, files = _Answered(str(message.message_id), text), "", ()
    return Incoming(
        key,
        _sender(author),
        _address(message),
        text=text,
        files=files,
        message_ref=str(message.message_id),
        reply_to_ref=answered.ref,
        reply_to_text=answered.text,
        is_group=message.chat.type in _GROUPS,
        group_title=message.chat.title,
        has_topics=bool(message.chat.is_forum),
        is_edit=is_edit,
    )


def _faceless(key: str, message: Message, *, is_to_us: bool) -> Faceless | None:
    """Somebody speaks as the group or as a channel. What a channel's posts bring into its group by themselves, and what
    is not said to the bot, is of no concern."""
    if message.is_automatic_forward or message.chat.type not in _GROUPS or not is_to_us:
        return None
    return Faceless(key, _address(message), as_channel=message.sender_chat != message.chat)


def _author(message: Message) -> User | None:
    """Only people: not bots, and not a channel or an anonymous administrator speaking as the group."""
    if message.from_user is None or message.from_user.is_bot or message.sender_chat:
        return None
    return message.from_user


def _own_text(message: Message, bot_name: str) -> str | None:
    """The text, with `/command@our_bot` as `/command`; None when the command is for another bot."""
    text = message.text or message.caption or ""
    addressed = _ADDRESSED.match(text)
    if addressed is None:
        return text
    if addressed["bot"].lower() != bot_name.lower():
        return None
    return addressed["command"] + text[addressed.end() :]


def _answered(message: Message, bot_name: str) -> _Answered:
    """In a topic Telegram calls every message an answer to the one that opened it."""
    answered = message.reply_to_message
    if answered is None or (message.is_topic_message and answered.message_id == message.message_thread_id):
        return _Answered()
    text = (answered.text or answered.caption) if _is_ours(answered, bot_name) else None
    return _Answered(str(answered.message_id), text)


def _is_ours(message: Message, bot_name: str) -> bool:
    """The bot wrote it, or wrote what somebody forwarded."""
    origin = message.forward_origin
    author = origin.sender_user if isinstance(origin, MessageOriginUser) else message.from_user
    if author is None or not author.is_bot:
        return False
    return (author.username or "").lower() == bot_name.lower()


def _pressed(key: str, query: CallbackQuery) -> Incoming | None:
    """The message may be too old for Telegram to show, but it still tells its chat and its id."""
    message = query.message
    if query.data is None or message is None or message.chat.type == ChatType.CHANNEL:
        return None
    return Incoming(
        key,
        _sender(query.from_user),
        _address(message) if isinstance(message, Message) else _chat_address(message.chat),
        pressed=query.data,
        press_ref=str(message.message_id),
        press=press_address(CHANNEL, query.id),
        is_group=message.chat.type in _GROUPS,
        group_title=message.chat.title,
        has_topics=bool(message.chat.is_forum),
    )


def _membership(key: str, change: ChatMemberUpdated) -> MembershipChange | None:
    """In private: the bot was blocked or unblocked; in a group: it was removed or added."""
    if change.chat.type == ChatType.CHANNEL:
        return None
    member = change.new_chat_member
    outside = member.status in _GONE or getattr(member, "is_member", True) is False
    return MembershipChange(key, _chat_address(change.chat), reachable=not outside)


def _left(key: str, message: Message, user: User) -> MemberLeft | None:
    """Of the bot itself `my_chat_member` tells."""
    return None if user.is_bot else MemberLeft(key, _chat_address(message.chat), _sender(user))


def _migrated(key: str, message: Message, new_chat: int) -> MembershipChange:
    return MembershipChange(key, _chat_address(message.chat), reachable=True, new_chat=str(new_chat))


def _sender(user: User) -> Sender:
    return Sender(CHANNEL, str(user.id), user.full_name, user.username)


def _address(message: Message) -> Address:
    """Outside topics Telegram uses the thread id for chains of replies, which are no place to answer in."""
    in_topic = message.is_topic_message and message.message_thread_id is not None
    return Address(CHANNEL, str(message.chat.id), str(message.message_thread_id) if in_topic else None)


def _chat_address(chat: Chat) -> Address:
    return Address(CHANNEL, str(chat.id))
