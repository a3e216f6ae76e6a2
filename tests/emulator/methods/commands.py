"""The bot's menu of commands, by scope and language, and how it presents itself."""

from collections.abc import Callable
from typing import Any

from ..errors import bad_request
from ..limits import check_commands
from ..world import Json, World

Key = tuple[Any, ...]
PROFILE_LIMITS = {"name": 64, "description": 512, "short_description": 120}


def set_my_commands(world: World, params: Json) -> bool:
    check_commands(params["commands"])
    key = _key(world, params)
    world.commands[key] = [
        item | {"command": item["command"].removeprefix("/")} for item in params["commands"]
    ]
    return True


def get_my_commands(world: World, params: Json) -> list[Json]:
    return world.commands.get(_key(world, params), [])


def delete_my_commands(world: World, params: Json) -> bool:
    world.commands.pop(_key(world, params), None)
    return True


def menu(world: World, chat_id: int, user_id: int | None, admin: bool, language: str) -> list[Json]:
    """The commands a person sees in a chat: of the narrowest scope with any, in the person's language."""
    for scope in _scopes(chat_id, user_id, admin):
        for spoken in (language, ""):
            if found := world.commands.get((*scope, spoken)):
                return found
    return []


def _scopes(chat_id: int, user_id: int | None, admin: bool) -> list[Key]:
    private = chat_id > 0
    scopes: list[Key] = [] if private else [("chat_member", chat_id, user_id)]
    scopes += [("chat_administrators", chat_id, None)] if admin else []
    scopes += [("chat", chat_id, None)]
    scopes += [("all_chat_administrators", None, None)] if admin else []
    return [
        *scopes,
        ("all_private_chats" if private else "all_group_chats", None, None),
        ("default", None, None),
    ]


def _key(world: World, params: Json) -> Key:
    scope = params.get("scope", {"type": "default"})
    chat_id = world.chat(scope["chat_id"]).id if "chat_id" in scope else None
    if chat_id is not None and chat_id > 0 and scope["type"] != "chat":
        raise bad_request("can't use this scope in private chats")
    return (scope["type"], chat_id, scope.get("user_id"), params.get("language_code", ""))


def _setter(field: str) -> Callable[[World, Json], bool]:
    def set_field(world: World, params: Json) -> bool:
        text = params.get(field, "")
        if len(text) > PROFILE_LIMITS[field]:
            raise bad_request(f"{field} is too long")
        world.profile[field, params.get("language_code", "")] = text
        return True

    return set_field


def _getter(field: str) -> Callable[[World, Json], Json]:
    def get_field(world: World, params: Json) -> Json:
        unset = world.bot["first_name"] if field == "name" else ""
        return {field: world.profile.get((field, params.get("language_code", "")), unset)}

    return get_field


METHODS: dict[str, Callable[[World, Json], Any]] = {
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setMyName": _setter("name"),
    "getMyName": _getter("name"),
    "setMyDescription": _setter("description"),
    "getMyDescription": _getter("description"),
    "setMyShortDescription": _setter("short_description"),
    "getMyShortDescription": _getter("short_description"),
}
