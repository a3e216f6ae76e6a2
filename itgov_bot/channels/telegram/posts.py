"""From a reply to the posts that Telegram takes, and the gentler post to try when it refuses one. Pure."""

from collections.abc import Callable
from dataclasses import replace
from html import escape
from itertools import islice, repeat
from typing import TypeAlias

from telegram import ForceReply, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest

from itgov_bot.channels.markup import plain_text, visible_length, without_lone_surrogates
from itgov_bot.channels.telegram.failures import says
from itgov_bot.channels.telegram.split import CAPTION_LIMIT, split_html
from itgov_bot.messages import Address
from itgov_bot.records import dataclass
from itgov_bot.replies import Choice, Outgoing, Reply

Keyboard: TypeAlias = InlineKeyboardMarkup | ForceReply


@dataclass(frozen=True, slots=True)
class Post:
    """One message: its text is the caption where there are files, an album if there are several. `plain` shows its words
    without markup."""

    chat: int | str
    thread: int | None
    html: str
    files: tuple[Outgoing, ...] = ()
    keyboard: Keyboard | None = None
    plain: bool = False
    strict: bool = False

    @property
    def text(self) -> str:
        return escape(plain_text(self.html), quote=False) if self.plain else self.html


def posts_of(address: Address, reply: Reply) -> list[Post]:
    """One post, or several: a long text is cut, a long caption follows its file. Choices go with the last."""
    html = without_lone_surrogates(reply.text)
    thread = int(address.thread) if address.thread else None
    blank = Post(chat_id(address), thread, "", strict=address.strict)
    if reply.files and visible_length(html) <= CAPTION_LIMIT:
        posts = [replace(blank, html=html, files=reply.files)]
    else:
        files = [replace(blank, files=reply.files)] if reply.files else []
        posts = files + [replace(blank, html=part) for part in split_html(html)]
    posts[-1] = replace(posts[-1], keyboard=keyboard_of(reply))
    return posts


def chat_id(address: Address) -> int | str:
    chat = address.chat
    return int(chat) if chat.removeprefix("-").isdecimal() else chat


def keyboard_of(reply: Reply) -> Keyboard | None:
    """The choices; without any, an answer that is awaited opens the writing of it for who is called in the text."""
    choices = iter(reply.choices)
    sizes = (*reply.rows, *repeat(max(reply.columns, 1), len(reply.choices)))
    rows = [row for size in sizes if (row := [_button(choice) for choice in islice(choices, size)])]
    if rows:
        return InlineKeyboardMarkup(rows)
    return ForceReply(selective=True) if reply.awaits_answer else None


def _button(choice: Choice) -> InlineKeyboardButton:
    return InlineKeyboardButton(without_lone_surrogates(choice.label), callback_data=choice.data)


def gentler(post: Post, refusal: BadRequest) -> Post | None:
    """The same words in a way that Telegram may take, or nothing when there is none left."""
    for phrases, remedy in _REMEDIES:
        if says(refusal, *phrases) and (other := remedy(post)) != post:
            return other
    return None


def _without_markup(post: Post) -> Post:
    return replace(post, plain=True)


def _outside_topics(post: Post) -> Post:
    """A topic that was deleted or closed must not swallow a page: it goes to the group itself."""
    return post if post.strict else replace(post, thread=None)


def _as_document(post: Post) -> Post:
    return replace(post, files=tuple(replace(one, kind="file") for one in post.files))


def _without_file(post: Post) -> Post:
    return replace(post, files=()) if post.html.strip() else post


_REMEDIES: tuple[tuple[tuple[str, ...], Callable[[Post], Post]], ...] = (
    (("can't parse entities",), _without_markup),
    (("thread not found", "topic_closed", "topic_deleted"), _outside_topics),
    (("photo_invalid_dimensions", "image_process_failed", "too big for a photo"), _as_document),
    (("voice_messages_forbidden", "wrong file", "type of file"), _as_document),
    (("file must be non-empty",), _without_file),
)
