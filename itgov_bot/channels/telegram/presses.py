"""What makes no new message: the answer to a press, a message taken back or kept in sight, a sign on somebody's message."""

from telegram import Bot, ChatMemberAdministrator
from telegram.error import BadRequest

from itgov_bot.channels.telegram import editing
from itgov_bot.channels.telegram.failures import says
from itgov_bot.channels.telegram.posts import chat_id
from itgov_bot.messages import Address
from itgov_bot.replies import Reply

_OVER = ("query is too old", "query id is invalid", "query_id_invalid")
_GONE = ("message to delete not found", "message_id_invalid")
_STAYS = ("message can't be deleted",)
_NO_SIGN = ("reaction_invalid", "reactions_too_many", "message to react not found", "message_id_invalid")


async def answered(bot: Bot, query: str, text: str) -> bool:
    """False: it is too old, or was answered before."""
    try:
        await bot.answer_callback_query(query, text or None)
    except BadRequest as refusal:
        if says(refusal, *_OVER):
            return False
        raise
    return True


async def withdrawn(bot: Bot, address: Address, ref: str, instead: Reply) -> None:
    """One that is older than two days cannot be deleted, and says something else; one that asked for an answer cannot
    be edited either, and stays."""
    try:
        await bot.delete_message(chat_id(address), int(ref))
        return
    except BadRequest as refusal:
        if says(refusal, *_GONE):
            return
        if not says(refusal, *_STAYS):
            raise
    if edit := editing.edit_of(address, instead, ref):
        await editing.apply(bot, edit)


async def pinned(bot: Bot, address: Address, ref: str) -> bool:
    """False: it needs a right that the group did not give, or the message is gone. Nobody is woken by it."""
    try:
        us = await bot.get_chat_member(chat_id(address), bot.id)
        may_pin = isinstance(us, ChatMemberAdministrator) and bool(us.can_pin_messages)
        return may_pin and await bot.pin_chat_message(chat_id(address), int(ref), disable_notification=True)
    except BadRequest:
        return False


async def reacted(bot: Bot, address: Address, ref: str, sign: str) -> bool:
    """False: the group does not take this sign, or the message is gone."""
    try:
        await bot.set_message_reaction(chat_id(address), int(ref), sign)
    except BadRequest as refusal:
        if says(refusal, *_NO_SIGN):
            return False
        raise
    return True
