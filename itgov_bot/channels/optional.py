"""The channels of a city that has settings for them, beside the one that people write in. What is not used is not
loaded: the libraries of mail and web take a good part of a start."""

from __future__ import annotations

from itgov_bot.channels.contract import AnyChannel
from itgov_bot.settings import Settings


def optional_channels(settings: Settings) -> list[AnyChannel]:
    """Mail for the codes of registration, and the receiver of webhooks."""
    channels: list[AnyChannel] = []
    if settings.itgov_email_domains:
        from itgov_bot.channels.email import EmailChannel

        channels.append(EmailChannel(settings))
    if settings.itgov_webhook_url and settings.itgov_webhook_secret:
        from itgov_bot.channels.webhook import WebhookChannel

        secret = settings.itgov_webhook_secret.get_secret_value()
        channels.append(WebhookChannel(settings.itgov_webhook_url, secret))
    return channels
