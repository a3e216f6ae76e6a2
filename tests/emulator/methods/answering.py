"""Answers to pressed buttons, and files asked for by the bot."""

from ..inbox import Toast
from ..limits import check_toast
from ..world import Json, World


def answer_callback_query(world: World, params: Json) -> bool:
    """Only the first answer of a press is shown; later ones do nothing, as with Telegram."""
    text = params.get("text", "")
    check_toast(text)
    press = world.press_to_answer(params["callback_query_id"])
    if text and not press.answered:
        world.toasts[press.person["id"]].add(Toast(text, params.get("show_alert", False)))
    press.answered = True
    return True


def get_file(world: World, params: Json) -> Json:
    return world.files.describe(params["file_id"])


METHODS = {"answerCallbackQuery": answer_callback_query, "getFile": get_file}
