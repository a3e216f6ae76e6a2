"""Answers to pressed buttons, signs on messages, and files asked for by the bot."""

from ..errors import bad_request
from ..inbox import Toast
from ..limits import check_reaction, check_toast
from ..world import TOO_OLD, Json, World


def answer_callback_query(world: World, params: Json) -> bool:
    """A press is answered once."""
    text = params.get("text", "")
    check_toast(text)
    press = world.press_to_answer(params["callback_query_id"])
    if press.answered:
        raise bad_request(TOO_OLD)
    if text:
        world.toasts[press.person["id"]].add(Toast(text, params.get("show_alert", False)))
    press.answered = True
    return True


def set_message_reaction(world: World, params: Json) -> bool:
    """A bot puts one sign on a message, or none; a group may have chosen which signs it takes."""
    chat = world.chat_to_write(params["chat_id"])
    stored = chat.messages.get(params["message_id"])
    if stored is None or stored.service:
        raise bad_request("message to react not found")
    signs = [check_reaction(one) for one in params.get("reaction", [])]
    if len(signs) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if chat.signs is not None and not set(signs) <= chat.signs:
        raise bad_request("REACTION_INVALID")
    chat.reactions[params["message_id"]] = "".join(signs)
    return True


def get_file(world: World, params: Json) -> Json:
    return world.files.describe(params["file_id"])


METHODS = {
    "answerCallbackQuery": answer_callback_query,
    "setMessageReaction": set_message_reaction,
    "getFile": get_file,
}
