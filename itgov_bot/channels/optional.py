"""The channels of a city that has settings for them, beside the one that people write in. What is not used is not
loaded: the libraries of mail and web take a good part of a start."""

from itgov_bot.channels.contract import AnyChannel
from itgov_bot.settings import Settings


def optional_channels(settings: Settings) -> list[AnyChannel]:
    """Mail where there is a server for it; webhooks where the city has a receiver, or a secret to sign pages with."""
    channels: list[AnyChannel] = []
    if settings.has_mail:
        from itgov_bot.channels.email import EmailChannel

        channels.append(EmailChannel(settings))
    if settings.page_secret:
        from itgov_bot.channels.webhook import WebhookChannel

        page_secret = settings.page_secret.get_secret_value()
        secret = settings.itgov_webhook_secret
        own = secret.get_secret_value() if secret else page_secret
        channels.append(WebhookChannel(settings.itgov_webhook_url, own, page_secret=page_secret))
    return channels
