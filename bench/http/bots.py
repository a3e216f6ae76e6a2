"""The two programs that are measured: `python -m bench.http.bots echo|desk URL HOME`."""

import asyncio
import sys
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bench.http.telegram import TOKEN

AT_ONCE = 8
"""Updates that the echo bot works on at once: more do not make it faster."""


def echo(url: str) -> None:
    """What the library alone does: an answer a message, nothing kept, no order of anybody."""
    from telegram import Update
    from telegram.ext import Application, MessageHandler, filters

    async def answer(update: Update, _context: Any) -> None:
        if update.message:
            await update.message.reply_text(update.message.text or "")

    builder = Application.builder().token(TOKEN).base_url(url).concurrent_updates(AT_ONCE)
    application = builder.connection_pool_size(32).build()
    application.add_handler(MessageHandler(filters.ALL, answer))
    application.run_polling()


def desk(url: str, home: Path) -> None:
    """The whole desk, with no limit of a vendor to keep to."""
    from bot import quick_loop, run_telegram
    from itgov_bot.channels.contract import RateLimit
    from itgov_bot.channels.telegram.channel import TelegramLimits
    from itgov_bot.logs import set_up_logging
    from itgov_bot.settings import Settings

    none = RateLimit(messages=1_000_000, seconds=1, kept_for_urgent=500_000)
    set_up_logging("warning")
    settings = Settings(
        _env_file=None, itgov_home=home, telegram_bot_token=SecretStr(TOKEN), telegram_api_base_url=url
    )
    with asyncio.Runner(loop_factory=quick_loop()) as runner:
        runner.run(run_telegram(settings, TelegramLimits(none, none, none)))


if __name__ == "__main__":
    which, url, home = sys.argv[1:]
    if which == "echo":
        echo(url)
    else:
        desk(url, Path(home))
