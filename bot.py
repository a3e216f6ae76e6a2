"""Start: settings → channel (Telegram with a token, the terminal without one), wire, run."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import signal
import sys
from collections.abc import Callable, Coroutine
from contextlib import AbstractAsyncContextManager
from functools import partial
from typing import TYPE_CHECKING

from handlers.start_failed import StartFailed
from itgov_bot import USUAL_THRESHOLDS
from itgov_bot.app import App
from itgov_bot.channels.contract import AnyChannel
from itgov_bot.channels.optional import optional_channels
from itgov_bot.clock import clock_from
from itgov_bot.composition import build
from itgov_bot.home import HomeInUse, held, keep_private
from itgov_bot.logs import set_up_logging
from itgov_bot.plain_libraries import without_colours
from itgov_bot.reference import DataError
from itgov_bot.settings import Settings, SettingsError, load_settings
from itgov_bot.storage.chosen import work_as_one
from itgov_bot.storage.database import StorageUnavailable
from itgov_bot.understanding import Understanding, VocabularyError
from itgov_bot.wording.admins.setup import no_administrator

if TYPE_CHECKING:
    from itgov_bot.channels.telegram import TelegramBot
    from itgov_bot.channels.telegram.channel import TelegramLimits

BAD_CONFIGURATION = 2


async def run_terminal(settings: Settings) -> None:
    """A chat on stdin and stdout, with the person at the keyboard as administrator."""
    from handlers.terminal import converse
    from itgov_bot.channels.terminal import TerminalChannel

    channel = TerminalChannel(settings.itgov_home)
    _say_if_it_takes_long(settings)
    channels: list[AnyChannel] = [channel, *optional_channels(settings)]
    app = await build(settings, channels, clock_from(settings.itgov_clock))
    try:
        await app.run_jobs()
        app.learn_meaning()
        await converse(app.receive, app.settle, ended=lambda: channel.broken)
    finally:
        await app.close()


async def run_telegram(settings: Settings, limits: TelegramLimits | None = None) -> None:
    """The bot, by polling or by webhook, until it is told to stop. It keeps to Telegram's limits, unless to others."""
    # Its library takes a third of a start, and the terminal chat has no use for it.
    with without_colours():
        from handlers.telegram import connect
        from itgov_bot.channels.telegram import TelegramChannel, make_bot

    assert settings.telegram_bot_token
    bot = make_bot(
        settings.telegram_bot_token.get_secret_value(),
        settings.telegram_api_base_url,
        settings.telegram_api_file_url,
    )
    channel = TelegramChannel(bot, limits) if limits else TelegramChannel(bot)
    channels: list[AnyChannel] = [channel, *optional_channels(settings)]
    app = await build(settings, channels, clock_from(settings.itgov_clock))
    gc.freeze()  # nor is the model: looking through it would hold everybody up for a tenth of a second
    gc.set_threshold(*USUAL_THRESHOLDS)
    try:
        await connect(bot)
        async with _metrics_served(settings, app):
            await app.start(bot_name=bot.username)
            await say_if_nobody_administers(app, bot.username)
            await _until_stopped(_receive_updates(settings, bot, app))
    finally:
        await app.close()
        await channel.close()


def _metrics_served(settings: Settings, app: App) -> AbstractAsyncContextManager[None]:
    if settings.itgov_metrics_port is None:
        return contextlib.nullcontext()
    from itgov_bot.metrics import metrics_served

    return metrics_served(settings, app.work, app.watch)


async def say_if_nobody_administers(app: App, bot_name: str) -> None:
    if not await app.is_administered():
        print(no_administrator(bot_name), file=sys.stderr)


async def _receive_updates(settings: Settings, bot: TelegramBot, app: App) -> None:
    from handlers.telegram import poll

    if settings.telegram_webhook_url and settings.telegram_webhook_secret:
        from handlers.telegram.webhook import serve  # with a web server, which nobody else needs

        await serve(
            bot,
            app.inbox,
            url=settings.telegram_webhook_url,
            secret=settings.telegram_webhook_secret.get_secret_value(),
            listen=settings.telegram_webhook_listen,
            port=settings.telegram_webhook_port,
        )
    else:
        await poll(bot, app.inbox, as_one=partial(work_as_one, app.work.database))


async def _until_stopped(work: Coroutine[None, None, None]) -> None:
    """SIGTERM and Ctrl-C end the receiving; turns under way are finished by the handlers."""
    task = asyncio.ensure_future(work)
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):  # Windows
            loop.add_signal_handler(name, task.cancel)
    with contextlib.suppress(asyncio.CancelledError):
        await task


def main() -> int:
    """0 when it ended as asked, 2 with a clear message when it could not start."""
    gc.freeze()  # what is loaded is not looked through for garbage, nor taken apart at the end
    try:
        settings = load_settings()
        set_up_logging(_log_level(settings))
        if settings.itgov_clock:
            print(
                f"⏰ RELOJ DE ENSAYO: el programa cree que es {settings.itgov_clock.isoformat()}",
                file=sys.stderr,
            )
        keep_private(settings.itgov_home)
        with held(settings.database_file), asyncio.Runner(loop_factory=quick_loop()) as runner:
            runner.run(run_telegram(settings) if settings.telegram_bot_token else run_terminal(settings))
    except SettingsError as failure:
        return _cannot_start("Hay ajustes del entorno por corregir", failure)
    except (DataError, VocabularyError) as failure:
        return _cannot_start("Hay datos de la ciudad por corregir", failure)
    except StorageUnavailable as failure:
        return _cannot_start("No se puede usar la base de datos", failure)
    except HomeInUse as failure:
        return _cannot_start("Ya hay un programa en marcha", failure)
    except StartFailed as failure:
        return _cannot_start("Telegram no deja seguir", failure)
    return 0


def quick_loop() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """That of the extra `fast`, where it is installed; else Python's own."""
    try:
        from uvloop import new_event_loop
    except ImportError:
        return None
    return new_event_loop  # type: ignore[no-any-return]


def _log_level(settings: Settings) -> str:
    """At the keyboard the conversation is what counts: there, only what went wrong is logged unless it is asked for."""
    return settings.itgov_log or ("info" if settings.telegram_bot_token else "error")


def _say_if_it_takes_long(settings: Settings) -> None:
    trained = Understanding.is_trained(settings.itgov_data, settings.models_folder)
    if not trained and sys.stderr.isatty():
        print("Aprendiendo las frases de la mesa (solo la primera vez, medio minuto)…", file=sys.stderr)


def _cannot_start(what: str, failure: Exception) -> int:
    print(f"{what}:\n{failure}", file=sys.stderr)
    return BAD_CONFIGURATION


if __name__ == "__main__":
    sys.exit(main())
