"""Files that leave for Telegram: one as what it is, several as one album."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path

from telegram import InputFile, InputMediaDocument, InputMediaPhoto, InputMediaVideo, Message
from telegram.constants import ParseMode

from itgov_bot.channels.telegram.bot import TelegramBot
from itgov_bot.channels.telegram.posts import Post
from itgov_bot.replies import Outgoing, OutgoingKind

_SEEN = {"picture": InputMediaPhoto, "video": InputMediaVideo}


async def send_files(bot: TelegramBot, post: Post) -> Sequence[int]:
    """The ids of the messages that show them."""
    is_album = len(post.files) > 1
    files = await asyncio.to_thread(lambda: [_read(one, in_album=is_album) for one in post.files])
    if not is_album:
        return (await _send_one(bot, post, files[0]),)
    # Pictures and videos are seen together; anything else goes with its like alone.
    are_seen = all(one.kind in _SEEN for one in post.files)
    media = [
        (_SEEN[one.kind] if are_seen else InputMediaDocument)(file)
        for one, file in zip(post.files, files, strict=True)
    ]
    words = post.text or None
    sent = await bot.send_media_group(
        post.chat, media, message_thread_id=post.thread, caption=words, parse_mode=ParseMode.HTML
    )
    return [one.message_id for one in sent]


async def _send_one(bot: TelegramBot, post: Post, file: InputFile) -> int:
    sends: Mapping[OutgoingKind, Callable[..., Awaitable[Message]]] = {
        "picture": bot.send_photo,
        "voice": bot.send_voice,
        "video": bot.send_video,
        "file": bot.send_document,
    }
    words, keys = post.text or None, post.keyboard
    send = sends[post.files[0].kind]
    sent = await send(post.chat, file, caption=words, message_thread_id=post.thread, reply_markup=keys)
    return sent.message_id


def _read(file: Outgoing, *, in_album: bool) -> InputFile:
    return InputFile(Path(file.path).read_bytes(), filename=file.name, attach=in_album)
