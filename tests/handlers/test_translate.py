"""Every kind of update, and the event that it becomes."""

from typing import Any

import pytest
from telegram import Update

from handlers.telegram import to_event
from itgov_bot.messages import (
    Address,
    Event,
    Faceless,
    Incoming,
    IncomingFile,
    MemberLeft,
    MembershipChange,
    Sender,
)
from tests.rows import each_row

Json = dict[str, Any]

ANA: Json = {"id": 7, "is_bot": False, "first_name": "Ana", "last_name": "Ruiz", "username": "anaruiz"}
BOT: Json = {"id": 1, "is_bot": True, "first_name": "Mesa", "username": "mesa_bot"}
OURS: Json = {"type": "user", "date": 1767225600, "sender_user": BOT}
PRIVATE: Json = {"id": 7, "type": "private", "first_name": "Ana"}
GROUP: Json = {"id": -100500, "type": "supergroup", "title": "Mesa SAUS"}
FORUM: Json = GROUP | {"is_forum": True}
CHANNEL: Json = {"id": -100900, "type": "channel", "title": "Noticias"}
SENDER = Sender("telegram", "7", "Ana Ruiz", "anaruiz")
HERE, THERE = Address("telegram", "7"), Address("telegram", "-100500")
KEY = "telegram:42"


VIDEO = IncomingFile("video", "F1", "video.mp4", "video/mp4", None)
PLACE: Json = {"latitude": 10.4, "longitude": -75.5}
ON_MAP = "https://maps.google.com/?q=10.400000,-75.500000"


def file(**details: Any) -> Json:
    return {"file_id": "F1", "file_unique_id": "U1"} | details


def message(chat: Json = PRIVATE, **content: Any) -> Json:
    return {"message_id": 10, "date": 1767225600, "chat": chat, "from": ANA} | content


def event_of(**content: Any) -> Event | None:
    update = Update.de_json({"update_id": 42} | content, None)
    return to_event(update, "mesa_bot")


def incoming(**details: Any) -> Incoming:
    given: Json = {"key": KEY, "sender": SENDER, "address": HERE, "message_ref": "10"}
    return Incoming(**(given | details))


def in_group(**details: Any) -> Incoming:
    return incoming(**({"address": THERE, "is_group": True, "group_title": "Mesa SAUS"} | details))


MESSAGES = {
    "text": (message(text="no me abre el correo"), incoming(text="no me abre el correo")),
    "command": (message(text="/caso SAUS-2026-000001"), incoming(text="/caso SAUS-2026-000001")),
    "no last name": (
        message(text="hola", **{"from": {"id": 7, "is_bot": False, "first_name": "Ana"}}),
        incoming(text="hola", sender=Sender("telegram", "7", "Ana", None)),
    ),
    "group": (message(GROUP, text="hola"), in_group(text="hola")),
    "our command": (message(GROUP, text="/start@Mesa_Bot ya"), in_group(text="/start ya")),
    "our command in a caption": (
        message(GROUP, caption="/caso@mesa_bot roto", photo=[file(width=1, height=1)]),
        in_group(text="/caso roto", files=(IncomingFile("photo", "F1", "foto.jpg", "image/jpeg", None),)),
    ),
    "another bot's command": (message(GROUP, text="/start@otro_bot"), None),
    "an address is no command": (
        message(text="escriba a /a b@otro_bot"),
        incoming(text="escriba a /a b@otro_bot"),
    ),
    "topic": (
        message(FORUM, text="hola", message_thread_id=5, is_topic_message=True),
        in_group(text="hola", address=Address("telegram", "-100500", "5"), has_topics=True),
    ),
    "first message of a topic": (
        message(
            FORUM,
            text="hola",
            message_thread_id=5,
            is_topic_message=True,
            reply_to_message=message(FORUM, message_id=5, forum_topic_created={"name": "x", "icon_color": 1}),
        ),
        in_group(text="hola", address=Address("telegram", "-100500", "5"), has_topics=True),
    ),
    "answer in a topic": (
        message(
            FORUM,
            text="hola",
            message_thread_id=5,
            is_topic_message=True,
            reply_to_message=message(FORUM, message_id=8, text="¿qué?"),
        ),
        in_group(text="hola", address=Address("telegram", "-100500", "5"), has_topics=True, reply_to_ref="8"),
    ),
    "answer to a message of ours": (
        message(text="sí", reply_to_message=message(message_id=8, text="¿Ya?", **{"from": BOT})),
        incoming(text="sí", reply_to_ref="8", reply_to_text="¿Ya?"),
    ),
    "answer to a picture of ours": (
        message(text="sí", reply_to_message=message(message_id=8, caption="foto", **{"from": BOT})),
        incoming(text="sí", reply_to_ref="8", reply_to_text="foto"),
    ),
    "answer to another bot's message": (
        message(
            text="sí",
            reply_to_message=message(message_id=8, text="¿?", **{"from": BOT | {"username": "otro_bot"}}),
        ),
        incoming(text="sí", reply_to_ref="8"),
    ),
    "answer to a message of ours that somebody forwarded": (
        message(text="sí", reply_to_message=message(message_id=8, text="¿Ya?", forward_origin=OURS)),
        incoming(text="sí", reply_to_ref="8", reply_to_text="¿Ya?"),
    ),
    "a forwarded message of ours points at what it tells of": (
        message(text="Su caso está resuelto", forward_origin=OURS),
        incoming(reply_to_ref="10", reply_to_text="Su caso está resuelto"),
    ),
    "a forwarded message of a person is words": (
        message(text="no imprime", forward_origin={"type": "user", "date": 1767225600, "sender_user": ANA}),
        incoming(text="no imprime"),
    ),
    "a chain of replies is no topic": (
        message(
            GROUP, text="sí", message_thread_id=3, reply_to_message=message(GROUP, message_id=3, text="¿?")
        ),
        in_group(text="sí", reply_to_ref="3"),
    ),
    "largest photo": (
        message(
            caption="así se ve",
            photo=[
                file(width=90, height=90),
                file(file_id="F2", width=900, height=900, file_size=8000),
            ],
        ),
        incoming(text="así se ve", files=(IncomingFile("photo", "F2", "foto.jpg", "image/jpeg", 8000),)),
    ),
    "document": (
        message(document=file(file_name="error.pdf", mime_type="application/pdf", file_size=5)),
        incoming(files=(IncomingFile("document", "F1", "error.pdf", "application/pdf", 5),)),
    ),
    "nameless document": (
        message(document=file()),
        incoming(files=(IncomingFile("document", "F1", "documento", "application/octet-stream", None),)),
    ),
    "voice": (
        message(voice=file(duration=3, file_size=900)),
        incoming(files=(IncomingFile("voice", "F1", "voz.ogg", "audio/ogg", 900),)),
    ),
    "video": (
        message(video=file(width=1, height=1, duration=1, file_name="x.mov", mime_type="video/quicktime")),
        incoming(files=(IncomingFile("video", "F1", "x.mov", "video/quicktime", None),)),
    ),
    "video with words": (
        message(video=file(width=1, height=1, duration=1), caption="mire"),
        incoming(text="mire", files=(VIDEO,)),
    ),
    "round video": (message(video_note=file(length=1, duration=1)), incoming(files=(VIDEO,))),
    "animation": (
        message(animation=file(width=1, height=1, duration=1), document=file(file_name="x.mp4")),
        incoming(files=(IncomingFile("video", "F1", "animacion.mp4", "video/mp4", None),)),
    ),
    "audio": (
        message(audio=file(duration=3)),
        incoming(files=(IncomingFile("audio", "F1", "audio.mp3", "audio/mpeg", None),)),
    ),
    "sticker": (
        message(
            sticker=file(width=1, height=1, is_animated=False, is_video=False, type="regular"),
        ),
        incoming(files=(IncomingFile("none", "", "sticker", "", None),)),
    ),
    "location": (message(location=PLACE), incoming(text=ON_MAP)),
    "venue": (
        message(
            location=PLACE, venue={"location": PLACE, "title": "Aduana", "address": "Plaza de la Aduana"}
        ),
        incoming(text=f"Aduana, Plaza de la Aduana {ON_MAP}"),
    ),
    "contact": (message(contact={"phone_number": "300", "first_name": "X"}), incoming(text="X 300")),
    "poll": (
        message(
            poll={
                "id": "1",
                "question": "?",
                "options": [],
                "total_voter_count": 0,
                "is_closed": False,
                "is_anonymous": True,
                "type": "regular",
                "allows_multiple_answers": False,
                "allows_revoting": False,
                "members_only": False,
            }
        ),
        incoming(files=(IncomingFile("none", "", "poll", "", None),)),
    ),
    "service: joined": (message(GROUP, new_chat_members=[ANA]), None),
    "service: left": (message(GROUP, left_chat_member=ANA), MemberLeft(KEY, THERE, SENDER)),
    "service: the bot left": (message(GROUP, left_chat_member=BOT), None),
    "service: title": (message(GROUP, new_chat_title="X"), None),
    "service: topic": (message(FORUM, forum_topic_created={"name": "x", "icon_color": 1}), None),
    "service: from a group": (message(GROUP, migrate_from_chat_id=-55), None),
    "a bot": (message(GROUP, text="hola", **{"from": BOT}), None),
    "an anonymous administrator": (message(GROUP, text="hola", sender_chat=GROUP), None),
    "a channel's post in its group": (message(GROUP, text="hola", sender_chat=CHANNEL), None),
    "an anonymous administrator's order": (
        message(GROUP, text="/mesa", sender_chat=GROUP),
        Faceless(KEY, THERE, as_channel=False),
    ),
    "a channel's order": (
        message(GROUP, text="/mesa@mesa_bot", sender_chat=CHANNEL),
        Faceless(KEY, THERE, as_channel=True),
    ),
    "an anonymous order to another bot": (message(GROUP, text="/mesa@otro_bot", sender_chat=GROUP), None),
    "a post that its channel forwards by itself": (
        message(GROUP, text="/mesa", sender_chat=CHANNEL, is_automatic_forward=True),
        None,
    ),
    "migration": (
        message(GROUP | {"id": -55, "type": "group"}, migrate_to_chat_id=-100500),
        MembershipChange(KEY, Address("telegram", "-55"), reachable=True, new_chat="-100500"),
    ),
}


@each_row(("given", "expected"), MESSAGES.values())
def test_messages(given: Json, expected: object) -> None:
    assert event_of(message=given) == expected


EDITS = {
    "text": (message(text="no abre", edit_date=1), incoming(text="no abre", is_edit=True)),
    "live location": (message(location={"latitude": 10.4, "longitude": -75.5}, edit_date=1), None),
}


@pytest.mark.parametrize(("given", "expected"), EDITS.values(), ids=EDITS.keys())
def test_edited_messages(given: Json, expected: object) -> None:
    assert event_of(edited_message=given) == expected


def query(**details: Any) -> Json:
    return {"id": "q1", "from": ANA, "chat_instance": "1"} | details


def pressed(**details: Any) -> Incoming:
    press = {"pressed": "case:new", "press_ref": "10", "press": Address("telegram", "press:q1")}
    return incoming(**({"message_ref": None} | press | details))


PRESSES = {
    "private": (query(data="case:new", message=message(text="?")), pressed()),
    "group topic": (
        query(data="case:new", message=message(FORUM, text="?", message_thread_id=5, is_topic_message=True)),
        pressed(
            address=Address("telegram", "-100500", "5"),
            has_topics=True,
            is_group=True,
            group_title="Mesa SAUS",
        ),
    ),
    "an old message": (
        query(data="case:new", message={"message_id": 10, "date": 0, "chat": PRIVATE}),
        pressed(),
    ),
    "a game": (query(game_short_name="x", message=message(text="?")), None),
    "an inline message": (query(data="case:new", inline_message_id="i"), None),
}


@pytest.mark.parametrize(("given", "expected"), PRESSES.values(), ids=PRESSES.keys())
def test_presses(given: Json, expected: object) -> None:
    assert event_of(callback_query=given) == expected


def member(status: str, **details: Any) -> Json:
    return {"user": BOT, "status": status} | details


RIGHTS = {
    f"can_{right}": True
    for right in (
        "send_messages", "send_polls", "send_other_messages", "add_web_page_previews", "change_info",
        "invite_users", "pin_messages", "manage_topics", "send_audios", "send_documents", "send_photos",
        "send_videos", "send_video_notes", "send_voice_notes", "edit_tag", "react_to_messages",
    )
}  # fmt: skip

MEMBERSHIPS = [
    (PRIVATE, member("kicked", until_date=0), False),
    (PRIVATE, member("member"), True),
    (GROUP, member("left"), False),
    (GROUP, member("kicked", until_date=0), False),
    (GROUP, member("member"), True),
    (GROUP, member("restricted", is_member=False, until_date=0, **RIGHTS), False),
    (GROUP, member("restricted", is_member=True, until_date=0, **RIGHTS), True),
]


@pytest.mark.parametrize(("chat", "now", "reachable"), MEMBERSHIPS)
def test_memberships(chat: Json, now: Json, reachable: bool) -> None:
    change = {
        "chat": chat,
        "from": ANA,
        "date": 1,
        "old_chat_member": member("member"),
        "new_chat_member": now,
    }
    expected = MembershipChange(KEY, Address("telegram", str(chat["id"])), reachable)
    assert event_of(my_chat_member=change) == expected


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"channel_post": message(CHANNEL, text="hola")},
        {"my_chat_member": {
            "chat": CHANNEL, "from": ANA, "date": 1,
            "old_chat_member": member("left"), "new_chat_member": member("member"),
        }},
        {"inline_query": {"id": "1", "from": ANA, "query": "x", "offset": ""}},
    ],
)  # fmt: skip
def test_what_is_of_no_concern(content: Json) -> None:
    assert event_of(**content) is None
