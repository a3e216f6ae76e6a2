"""The files of a Telegram message: those that the desk takes, and the kinds that it can only decline."""

from telegram import Message

from itgov_bot.messages import IncomingFile

_UNSUPPORTED = (
    "animation", "audio", "checklist", "contact", "dice", "game", "location", "paid_media", "poll",
    "sticker", "story", "venue", "video", "video_note",
)  # fmt: skip


def files_of(message: Message) -> tuple[IncomingFile, ...]:
    """Telegram offers a photo in several sizes: the last is the largest."""
    if message.photo:
        photo = message.photo[-1]
        return (IncomingFile("photo", photo.file_id, "foto.jpg", "image/jpeg", photo.file_size),)
    if message.voice:
        voice = message.voice
        return (
            IncomingFile("voice", voice.file_id, "voz.ogg", voice.mime_type or "audio/ogg", voice.file_size),
        )
    if message.document and not message.animation:
        document = message.document
        name, mime = document.file_name or "documento", document.mime_type or "application/octet-stream"
        return (IncomingFile("document", document.file_id, name, mime, document.file_size),)
    return ()


def is_unsupported(message: Message) -> bool:
    """A person sent something of a kind that the desk does not take; false for service messages."""
    return any(getattr(message, kind, None) for kind in _UNSUPPORTED)
