"""The emulator's own tests talk to it as bots do: with python-telegram-bot."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from telegram import Bot, Update
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    ContextTypes,
    MessageHandler,
    filters,
)
from telegram.request import HTTPXRequest, RequestData
from telegram.request._requestparameter import RequestParameter  # how python-telegram-bot encodes a value

import itgov_bot.channels.telegram.bot  # noqa: F401 - the one place that sets PTB_TIMEDELTA

from . import Person, TelegramEmulator

AnyApplication = Application[Any, Any, Any, Any, Any, Any]


def plain_request() -> HTTPXRequest:
    """Loopback needs no certificates, whose loading would be most of these tests' time."""
    return HTTPXRequest(httpx_kwargs={"verify": False})


def bot_of(telegram: TelegramEmulator, token: str | None = None) -> Bot:
    return Bot(
        token or telegram.token,
        base_url=telegram.base_url,
        base_file_url=telegram.base_file_url,
        request=plain_request(),
        get_updates_request=plain_request(),
    )


async def call(bot: Bot, method: str, params: dict[str, Any]) -> Any:
    """Any call with any parameters, as python-telegram-bot would put it on the wire."""
    encoded = [RequestParameter.from_input(name, value) for name, value in params.items()]
    return await bot.request.post(f"{bot.base_url}/{method}", RequestData(encoded))


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramEmulator]:
    async with TelegramEmulator() as emulator:
        yield emulator


@pytest.fixture
async def bot(telegram: TelegramEmulator) -> AsyncIterator[Bot]:
    async with bot_of(telegram) as bot:
        yield bot


@pytest.fixture
async def ana(telegram: TelegramEmulator) -> Person:
    """She has started the bot."""
    person = telegram.person(7, "Ana", "ana")
    await person.writes("/start")
    return person


async def _echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    if update.effective_message and update.effective_message.text:
        await update.effective_message.reply_text(f"eco: {update.effective_message.text}")


async def _answer(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    if update.callback_query:
        await update.callback_query.answer(f"pulsó {update.callback_query.data}")


@asynccontextmanager
async def polling(telegram: TelegramEmulator) -> AsyncIterator[AnyApplication]:
    """An application that repeats what it hears and names the buttons pressed."""
    async with built(telegram) as application:
        assert application.updater
        await application.updater.start_polling()
        yield application
        await application.updater.stop()


@asynccontextmanager
async def built(telegram: TelegramEmulator) -> AsyncIterator[AnyApplication]:
    application = ApplicationBuilder().bot(bot_of(telegram)).build()
    application.add_handler(CallbackQueryHandler(_answer))
    application.add_handler(MessageHandler(filters.ALL, _echo))
    async with application:
        await application.start()
        yield application
        await application.stop()
