"""Changes a message that is already in the chat; says when a new one must be sent instead."""

from dataclasses import replace

from telegram import Bot, ForceReply, InlineKeyboardMarkup
from telegram.error import BadRequest

from itgov_bot.channels.markup import visible_length
from itgov_bot.channels.telegram.failures import says
from itgov_bot.channels.telegram.posts import Post, posts_of
from itgov_bot.channels.telegram.split import CAPTION_LIMIT
from itgov_bot.messages import Address
from itgov_bot.records import dataclass
from itgov_bot.replies import Reply

_CANNOT = ("message to edit not found", "can't be edited", "message_id_invalid", "no caption in the message")


@dataclass(frozen=True, slots=True)
class Edit:
    post: Post
    message: int
    keyboard: InlineKeyboardMarkup | None
    as_caption: bool = False


def edit_of(address: Address, reply: Reply, ref: str) -> Edit | None:
    """None: such a reply cannot take the place of a message (it has a file, needs several, or asks for an answer)."""
    posts = posts_of(address, reply)
    keyboard = posts[0].keyboard
    if reply.attachment or len(posts) > 1 or isinstance(keyboard, ForceReply) or not ref.isdecimal():
        return None
    return Edit(posts[0], int(ref), keyboard)


async def apply(bot: Bot, edit: Edit) -> bool:
    """Whether the message now says it; False means that it cannot be changed any more."""
    try:
        await _change(bot, edit)
    except BadRequest as error:
        if says(error, "message is not modified"):
            return True
        if says(error, *_CANNOT):
            return False
        other = _other_way(edit, error)
        if other is None:
            raise
        return await apply(bot, other) if _fits(other) else False
    return True


def _other_way(edit: Edit, refusal: BadRequest) -> Edit | None:
    if says(refusal, "no text in the message to edit") and not edit.as_caption:
        return replace(edit, as_caption=True)
    if says(refusal, "can't parse entities") and not edit.post.plain:
        return replace(edit, post=replace(edit.post, plain=True))
    return None


def _fits(edit: Edit) -> bool:
    return not edit.as_caption or visible_length(edit.post.html) <= CAPTION_LIMIT


async def _change(bot: Bot, edit: Edit) -> None:
    post = edit.post
    if edit.as_caption:
        await bot.edit_message_caption(post.chat, edit.message, caption=post.text, reply_markup=edit.keyboard)
    else:
        await bot.edit_message_text(post.text, post.chat, edit.message, reply_markup=edit.keyboard)
