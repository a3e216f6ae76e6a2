"""What a Telegram message carries beside its words: files, what is told in words, and what is declined."""

from telegram import Message

from itgov_bot.messages import FileKind, IncomingFile

_FILES: tuple[tuple[str, FileKind, str, str], ...] = (
    ("voice", "voice", "voz.ogg", "audio/ogg"),
    ("video", "video", "video.mp4", "video/mp4"),
    ("video_note", "video", "video.mp4", "video/mp4"),
    ("animation", "video", "animacion.mp4", "video/mp4"),  # its document is the same file once more
    ("audio", "audio", "audio.mp3", "audio/mpeg"),
    ("document", "document", "documento", "application/octet-stream"),
)
"""The field, its kind here, and the name and type of one that says neither."""
_DECLINED = ("sticker", "poll", "dice", "game", "story", "checklist", "paid_media")


def files_of(message: Message) -> tuple[IncomingFile, ...]:
    """Telegram offers a photo in several sizes: the last is the largest. What is no file is named, to be declined."""
    if message.photo:
        photo = message.photo[-1]
        return (IncomingFile("photo", photo.file_id, "foto.jpg", "image/jpeg", photo.file_size),)
    for field, kind, name, mime in _FILES:
        if found := getattr(message, field, None):
            called, of_type = getattr(found, "file_name", None), getattr(found, "mime_type", None)
            return (IncomingFile(kind, found.file_id, called or name, of_type or mime, found.file_size),)
    declined = next((one for one in _DECLINED if getattr(message, one, None)), None)
    return (IncomingFile("none", "", declined, "", None),) if declined else ()


def told_in_words(message: Message) -> str:
    """A place on the map, or a contact: they are passed on as words."""
    if contact := message.contact:
        return " ".join(filter(None, (contact.first_name, contact.last_name, contact.phone_number)))
    if place := message.location:
        named = f"{message.venue.title}, {message.venue.address} " if message.venue else ""
        return f"{named}https://maps.google.com/?q={place.latitude:.6f},{place.longitude:.6f}"
    return ""
