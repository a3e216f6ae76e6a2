"""Topics of forum groups, which the bot may manage where it is an administrator."""

from ..errors import bad_request
from ..world import Chat, Json, Stored, Topic, World

NAME_LENGTH = 128
COLORS = {7322096, 16766590, 13338331, 9367192, 16749490, 16478047}


def create_forum_topic(world: World, params: Json) -> Json:
    chat = _forum(world, params)
    _check_name(params["name"])
    if params.get("icon_color", 7322096) not in COLORS:
        raise bad_request("TOPIC_ICON_COLOR_INVALID")
    topic = add_topic(world, chat, world.bot, params["name"], params.get("icon_color", 7322096))
    return {"message_thread_id": topic.id, "name": topic.name, "icon_color": topic.icon_color}


def edit_forum_topic(world: World, params: Json) -> bool:
    topic = _topic(world, params)
    if "name" in params:
        _check_name(params["name"])
    if params.get("name", topic.name) == topic.name:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.name = params["name"]
    return True


def close_forum_topic(world: World, params: Json) -> bool:
    return _set_closed(world, params, True)


def reopen_forum_topic(world: World, params: Json) -> bool:
    return _set_closed(world, params, False)


def delete_forum_topic(world: World, params: Json) -> bool:
    topic = _topic(world, params)
    chat = world.chat(params["chat_id"])
    del chat.topics[topic.id]
    of_topic = [
        key for key, stored in chat.messages.items() if stored.message.get("message_thread_id") == topic.id
    ]
    for message_id in of_topic:
        del chat.messages[message_id]
    return True


def add_topic(world: World, chat: Chat, creator: Json, name: str, color: int = 7322096) -> Topic:
    """A topic is known by the service message that begins it."""
    message = world.new_message(chat, creator)
    thread = message["message_id"]
    message |= {"message_thread_id": thread, "is_topic_message": True}
    message["forum_topic_created"] = {"name": name, "icon_color": color}
    world.keep(chat, Stored(message, creator is world.bot, fixed=True))
    chat.topics[thread] = Topic(thread, name, color)
    return chat.topics[thread]


def _set_closed(world: World, params: Json, closed: bool) -> bool:
    topic = _topic(world, params)
    if topic.closed == closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.closed = closed
    return True


def _forum(world: World, params: Json) -> Chat:
    chat = world.chat_to_write(params["chat_id"])
    if not chat.forum:
        raise bad_request("the chat is not a forum")
    if chat.bot_status != "administrator":
        raise bad_request("not enough rights to create a topic")
    return chat


def _topic(world: World, params: Json) -> Topic:
    topic = _forum(world, params).topics.get(params["message_thread_id"])
    if topic is None:
        raise bad_request("TOPIC_ID_INVALID")
    return topic


def _check_name(name: str) -> None:
    if not name.strip():
        raise bad_request("forum topic title must be non-empty")
    if len(name) > NAME_LENGTH:
        raise bad_request("TOPIC_TITLE_TOO_LONG")


METHODS = {
    "createForumTopic": create_forum_topic,
    "editForumTopic": edit_forum_topic,
    "closeForumTopic": close_forum_topic,
    "reopenForumTopic": reopen_forum_topic,
    "deleteForumTopic": delete_forum_topic,
}
