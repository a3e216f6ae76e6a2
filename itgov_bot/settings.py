"""The settings of the program, read from the environment and from an optional `.env` file, and checked."""

from __future__ import annotations

import ipaddress
import re
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent
BOGOTA = ZoneInfo("America/Bogota")
TELEGRAM_API = "https://api.telegram.org"


class SettingsError(Exception):
    """One or more settings are wrong; the text names each of them and is meant for the operator."""


class Settings(BaseSettings):
    """Everything that changes between one installation and another. See `.env.example` for the meaning."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore")

    telegram_bot_token: SecretStr | None = None
    telegram_api_base_url: str = f"{TELEGRAM_API}/bot"
    telegram_api_file_url: str = f"{TELEGRAM_API}/file/bot"
    telegram_webhook_url: str | None = None
    telegram_webhook_secret: SecretStr | None = None
    telegram_webhook_listen: str = "127.0.0.1"
    telegram_webhook_port: int = Field(default=8443, ge=1, le=65535)

    itgov_home: Path = Path("var")
    itgov_data: Path = ROOT / "data"
    database_url: SecretStr | None = None
    itgov_admins: Annotated[tuple[int, ...], NoDecode] = ()
    itgov_clock: datetime | None = None
    itgov_email_domains: Annotated[tuple[str, ...], NoDecode] = ()
    smtp_host: str | None = None
    smtp_port: int | None = Field(default=None, ge=1, le=65535)
    smtp_user: str | None = None
    smtp_password: SecretStr | None = None
    smtp_from: str | None = None
    smtp_tls: str = Field(default="starttls", pattern="^(starttls|ssl|none)$")

    itgov_webhook_url: str | None = None
    itgov_webhook_secret: SecretStr | None = Field(default=None, min_length=16)
    itgov_webhook_events: Annotated[tuple[str, ...], NoDecode] = ()
    itgov_webhook_contacts: bool = False

    itgov_max_file_mb: int = Field(default=20, ge=1, le=50)
    itgov_log: str | None = Field(default=None, pattern="^(debug|info|warning|error)$")

    @field_validator("*", mode="before")
    @classmethod
    def _blank_is_unset(cls, value: Any, info: Any) -> Any:
        """`TELEGRAM_BOT_TOKEN=` in a copied example file means the same as leaving the line out."""
        if isinstance(value, str) and not value.strip():
            field = cls.model_fields[info.field_name]
            return field.get_default(call_default_factory=True, validated_data={})
        return value

    @field_validator("itgov_admins", mode="before")
    @classmethod
    def _split_ids(cls, value: Any) -> Any:
        return (
            [part for part in value.replace(" ", "").split(",") if part] if isinstance(value, str) else value
        )

    @field_validator("itgov_clock", mode="before")
    @classmethod
    def _instant(cls, value: Any) -> Any:
        """Read here because pydantic takes a bare number ("2026") for seconds since 1970."""
        return datetime.fromisoformat(value.strip()) if isinstance(value, str) and value.strip() else value

    @field_validator("itgov_email_domains", mode="before")
    @classmethod
    def _split_domains(cls, value: Any) -> Any:
        """`@cartagena.gov.co` and `cartagena.gov.co` mean the same."""
        if not isinstance(value, str):
            return value
        return [part.strip().removeprefix("@").lower() for part in value.split(",") if part.strip()]

    @field_validator("itgov_webhook_events", mode="before")
    @classmethod
    def _split_events(cls, value: Any) -> Any:
        """Whether there is such an event is known to the desk, which reads them."""
        return value.replace(",", " ").lower().split() if isinstance(value, str) else value

    @field_validator("itgov_webhook_url")
    @classmethod
    def _receiver_is_safe(cls, value: str | None) -> str | None:
        """What happens to cases must not travel in the open."""
        url = urlsplit(value or "")
        plain_here = url.scheme == "http" and is_loopback(url.hostname or "")
        if value and not (url.hostname and (url.scheme == "https" or plain_here)):
            raise ValueError
        return value

    @field_validator("itgov_email_domains")
    @classmethod
    def _domains_are_domains(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for domain in value:
            if not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", domain):
                raise ValueError(f"«{domain}» no es un dominio; escríbalo como cartagena.gov.co")
        return value

    @field_validator("smtp_from")
    @classmethod
    def _sender_is_an_address(cls, value: str | None) -> str | None:
        if value and not re.fullmatch(r"[^@\s<>]+@[^@\s<>]+", value):
            raise ValueError(f"«{value}» no es una dirección de correo")
        return value

    @field_validator("itgov_clock")
    @classmethod
    def _clock_in_bogota(cls, value: datetime | None) -> datetime | None:
        return value.replace(tzinfo=BOGOTA) if value and value.tzinfo is None else value

    @model_validator(mode="after")
    def _webhook_is_whole(self) -> Settings:
        if self.telegram_webhook_url and not self.telegram_webhook_secret:
            raise ValueError(
                "TELEGRAM_WEBHOOK_SECRET: falta, y con TELEGRAM_WEBHOOK_URL es obligatorio; "
                f"escriba por ejemplo TELEGRAM_WEBHOOK_SECRET={_EXAMPLES['telegram_webhook_secret']}"
            )
        return self

    @model_validator(mode="after")
    def _receiver_can_check(self) -> Settings:
        if self.itgov_webhook_url and not self.itgov_webhook_secret:
            raise ValueError(
                "ITGOV_WEBHOOK_SECRET: falta, y con ITGOV_WEBHOOK_URL es obligatorio; "
                f"escriba por ejemplo ITGOV_WEBHOOK_SECRET={_EXAMPLES['itgov_webhook_secret']}"
            )
        return self

    @model_validator(mode="after")
    def _mail_is_whole(self) -> Settings:
        if self.itgov_email_domains and not (self.smtp_host and self.smtp_from):
            raise ValueError(
                "ITGOV_EMAIL_DOMAINS necesita SMTP_HOST y SMTP_FROM para mandar los códigos por correo; "
                f"escriba por ejemplo SMTP_HOST={_EXAMPLES['smtp_host']} y SMTP_FROM={_EXAMPLES['smtp_from']}"
            )
        if bool(self.smtp_user) != bool(self.smtp_password):
            raise ValueError(
                "SMTP_USER y SMTP_PASSWORD van juntos y falta uno de los dos; "
                f"escriba por ejemplo SMTP_USER={_EXAMPLES['smtp_user']} y SMTP_PASSWORD={_EXAMPLES['smtp_password']}"
            )
        return self

    @property
    def resolved_database_url(self) -> str:
        """The SQLAlchemy async URL: DATABASE_URL with its driver put in, or the SQLite file of the home."""
        if self.database_url is None:
            return f"sqlite+aiosqlite:///{(self.itgov_home / 'itgov.db').resolve()}"
        url = self.database_url.get_secret_value()
        for prefix, driver in (
            ("postgres://", "postgresql+asyncpg://"),
            ("postgresql://", "postgresql+asyncpg://"),
            ("sqlite://", "sqlite+aiosqlite://"),
        ):
            if url.startswith(prefix):
                return driver + url[len(prefix) :]
        return url

    @property
    def files_folder(self) -> Path:
        return self.itgov_home / "files"

    @property
    def models_folder(self) -> Path:
        """Where the trained model is kept."""
        return self.itgov_home / "models"


def is_loopback(host: str) -> bool:
    """Whether a host is this machine itself."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def load_settings(**overrides: Any) -> Settings:
    """Reads the environment. Raises SettingsError with one line a wrong setting, named as it is written."""
    try:
        return Settings(**overrides)
    except ValidationError as failure:
        raise SettingsError("\n".join(dict.fromkeys(_explain(one) for one in failure.errors()))) from None
    except UnicodeDecodeError:
        raise SettingsError(".env: no está escrito en UTF-8; guárdelo de nuevo como texto UTF-8") from None
    except OSError as failure:
        raise SettingsError(f".env: no se puede leer ({failure.strerror}); revise sus permisos") from None


def _explain(error: Any) -> str:
    """One line: the variable, what is wrong with it, and how a right value looks. Secrets are not shown."""
    if not error["loc"]:
        return str(error["ctx"]["error"])
    name = str(error["loc"][0])
    given = error["input"]
    text = ",".join(map(str, given)) if isinstance(given, list | tuple) else str(given)
    shown = "" if name in _SECRETS else f"«{' '.join(text.split())[:60]}» "
    wrong = _WRONG.get(name, "no sirve")
    return f"{name.upper()}: {shown}{wrong}; escriba por ejemplo {name.upper()}={_EXAMPLES[name]}"


_SECRETS = frozenset(
    {"telegram_bot_token", "telegram_webhook_secret", "database_url", "smtp_password", "itgov_webhook_secret"}
)
_WRONG = {
    "telegram_webhook_port": "no es un puerto (un número entero de 1 a 65535)",
    "itgov_admins": "no es un número de usuario de Telegram (van separados por comas)",
    "itgov_clock": "no es una fecha con hora",
    "itgov_email_domains": "no es una lista de dominios de correo separados por comas",
    "smtp_port": "no es un puerto (un número entero de 1 a 65535)",
    "smtp_from": "no es una dirección de correo",
    "smtp_tls": "no es una forma de cifrar el correo (starttls, ssl o none)",
    "itgov_webhook_url": "no es una dirección https (http solo sirve para este mismo equipo)",
    "itgov_webhook_secret": "es muy corta (de 16 caracteres en adelante)",
    "itgov_webhook_contacts": "no es true ni false",
    "itgov_max_file_mb": "no es un tamaño permitido (un número entero de 1 a 50, en MB)",
    "itgov_log": "no es un nivel de registro (debug, info, warning o error)",
}
_EXAMPLES = {
    "telegram_bot_token": "123456789:AAE-lo-que-dio-BotFather",
    "telegram_api_base_url": f"{TELEGRAM_API}/bot",
    "telegram_api_file_url": f"{TELEGRAM_API}/file/bot",
    "telegram_webhook_url": "https://mesa.example.gov.co/telegram",
    "telegram_webhook_secret": "una-clave-larga-de-letras-y-cifras",
    "telegram_webhook_listen": "127.0.0.1",
    "telegram_webhook_port": "8443",
    "itgov_home": "./var",
    "itgov_data": "./data",
    "database_url": "postgresql://usuario:clave@servidor:5432/base",
    "itgov_admins": "12345678,87654321",
    "itgov_clock": "2026-12-24T23:00",
    "itgov_email_domains": "cartagena.gov.co",
    "smtp_host": "smtp.example.gov.co",
    "smtp_port": "587",
    "smtp_user": "mesa@example.gov.co",
    "smtp_password": "la-clave-del-buzon",
    "smtp_from": "mesa@example.gov.co",
    "smtp_tls": "starttls",
    "itgov_webhook_url": "https://ayuda.example.gov.co/itgov",
    "itgov_webhook_secret": "una-clave-larga-de-letras-y-cifras",
    "itgov_webhook_events": "opened,taken,resolved,closed",
    "itgov_webhook_contacts": "false",
    "itgov_max_file_mb": "20",
    "itgov_log": "info",
}
