"""What others must do for the desk: Telegram, the hour that it has, and the mail server."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from itgov_bot.cli.check.finding import Finding, Ground, ok, problem, warning
from itgov_bot.replies import DeliveryFailure
from itgov_bot.settings import Settings
from itgov_bot.urls import stays_here

if TYPE_CHECKING:
    from telegram import WebhookInfo

PATIENCE_SECONDS = 10.0
SKEW_SECONDS = 60
MANY_PENDING = 100


async def telegram(ground: Ground) -> list[Finding]:
    """Whether the bot is let in, and whether its updates come the way that the settings say."""
    token = ground.settings.telegram_bot_token
    if token is None:
        return [warning("Telegram", "none")]
    from telegram.error import EndPointNotFound, InvalidToken, TelegramError

    from itgov_bot.channels.telegram import TelegramChannel, make_bot

    bot = make_bot(token.get_secret_value(), ground.settings.telegram_api_base_url)
    try:
        name = (await bot.get_me(read_timeout=PATIENCE_SECONDS)).username
        return [ok("Telegram", name=name), _updates(ground.settings, await bot.get_webhook_info())]
    except (InvalidToken, EndPointNotFound):
        return [problem("Telegram", "refused")]
    except TelegramError as failure:  # its text may hold the token
        return [problem("Telegram", "away", reason=type(failure).__name__)]
    finally:
        await TelegramChannel(bot).close()


def _updates(settings: Settings, found: "WebhookInfo") -> Finding:
    if found.url != (settings.telegram_webhook_url or ""):
        return warning("mensajes", "elsewhere")
    if found.last_error_message and found.pending_update_count:
        return problem("mensajes", "undelivered", reason=found.last_error_message)
    if found.pending_update_count > MANY_PENDING:
        return warning("mensajes", "many", count=found.pending_update_count)
    return ok("mensajes", way="webhook" if found.url else "consulta a Telegram")


async def clock(ground: Ground) -> list[Finding]:
    """Against the hour of whoever answers for Telegram: a wrong one pages at wrong hours."""
    if ground.settings.itgov_clock:
        return [warning("reloj", "rehearsal")]
    theirs = await _hour_of(ground.settings.telegram_api_base_url)
    if theirs is None:
        return [warning("reloj", "unknown")]
    skew = (datetime.now(UTC) - theirs).total_seconds()
    if abs(skew) > SKEW_SECONDS:
        side = "adelantado" if skew > 0 else "atrasado"
        return [problem("reloj", "wrong", seconds=round(abs(skew)), side=side)]
    return [ok("reloj")]


async def _hour_of(address: str) -> datetime | None:
    """Without the bot's token: only the head of the site is asked for."""
    import httpx

    from itgov_bot.channels.telegram.bot import certificates

    site, trust_env = urlsplit(address), not stays_here(address)
    try:
        async with httpx.AsyncClient(
            verify=certificates(), trust_env=trust_env, timeout=PATIENCE_SECONDS
        ) as client:
            answer = await client.head(f"{site.scheme}://{site.netloc}/", follow_redirects=False)
        return parsedate_to_datetime(answer.headers["Date"])
    except (httpx.HTTPError, KeyError, ValueError):
        return None


async def mail(ground: Ground) -> list[Finding]:
    if not ground.settings.has_mail:
        return []
    from itgov_bot.channels.email import EmailChannel

    try:
        await EmailChannel(ground.settings).try_out()
    except DeliveryFailure as failure:
        return [problem("correo", "refused", reason=failure)]
    return [ok("correo")]
