"""What the bot may ask about chats and their members."""

from ..errors import bad_request
from ..world import BOT_ID, OUTSIDE, Chat, Json, World

NO_GIFTS = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
)
NEEDED_OF_ALL = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": NO_GIFTS}
RIGHTS = (
    "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
    "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
    "can_edit_stories", "can_delete_stories",
)  # fmt: skip
OF_GROUPS = ("can_manage_topics", "can_pin_messages")


def get_me(world: World, params: Json) -> Json:
    abilities = {
        "can_join_groups": True,
        "can_read_all_group_messages": not world.privacy_mode,
        "supports_inline_queries": False,
    }
    return world.bot | abilities


def get_chat(world: World, params: Json) -> Json:
    chat = world.chat(params["chat_id"])
    pinned = {"pinned_message": chat.messages[chat.pinned[-1]].message} if chat.pinned else {}
    return chat.describe() | NEEDED_OF_ALL | pinned


def get_chat_member(world: World, params: Json) -> Json:
    chat = world.chat_to_write(params["chat_id"])
    user_id = params["user_id"]
    if user_id != BOT_ID and user_id not in world.people:
        raise bad_request("invalid user_id specified")
    return member(world, user_id, _status(chat, user_id))


def get_chat_administrators(world: World, params: Json) -> list[Json]:
    chat = world.chat_to_write(params["chat_id"])
    if chat.private:
        raise bad_request("there are no administrators in the private chat")
    everybody = chat.members | {BOT_ID: chat.bot_status}
    leading = {user: status for user, status in everybody.items() if status in ("creator", "administrator")}
    return [member(world, user_id, status) for user_id, status in leading.items()]


def get_chat_member_count(world: World, params: Json) -> int:
    chat = world.chat_to_write(params["chat_id"])
    return 2 if chat.private else 1 + sum(status not in OUTSIDE for status in chat.members.values())


def leave_chat(world: World, params: Json) -> bool:
    chat = world.chat_to_write(params["chat_id"])
    if chat.private:
        raise bad_request("chat member status can't be changed in private chats")
    chat.bot_status = "left"
    return True


def member(world: World, user_id: int, status: str) -> Json:
    user = world.bot if user_id == BOT_ID else world.people[user_id]
    described: Json = {"user": user, "status": status}
    extras: dict[str, Json] = {
        "administrator": dict.fromkeys((*RIGHTS, *OF_GROUPS), True) | {"is_anonymous": False},
        "creator": {"is_anonymous": False},
        "kicked": {"until_date": 0},
    }
    return described | extras.get(status, {})


def _status(chat: Chat, user_id: int) -> str:
    if user_id == BOT_ID:
        return chat.bot_status
    return "member" if chat.private and user_id == chat.id else chat.members.get(user_id, "left")


METHODS = {
    "getMe": get_me,
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatAdministrators": get_chat_administrators,
    "getChatMemberCount": get_chat_member_count,
    "leaveChat": leave_chat,
}
