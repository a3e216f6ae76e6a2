"""The settings of the program, read from the environment and from an optional `.env` file, and checked."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from itgov_bot.urls import is_safe_url
from itgov_bot.validation import Schema, explain, wrong

ROOT = Path(__file__).resolve().parent.parent
BOGOTA = ZoneInfo("America/Bogota")
TELEGRAM_API = "https://api.telegram.org"


def _number(
    default: int | None, most: int, told: str, besides: str = "", *, example: int | None = None
) -> Any:
    """A whole number from 1 on; `told` and `besides` say in Spanish which ones are right."""
    described = f"{told} (un número entero de 1 a {most}{besides})"
    return Field(default, ge=1, le=most, description=described, examples=[str(example or default)])


def _port(default: int | None, *, example: int | None = None) -> Any:
    return _number(default, 65535, "un puerto", example=example)


def _safe_url(example: str) -> Any:
    described = "una dirección https (http solo sirve para este mismo equipo)"
    return Field(None, description=described, examples=[example])


class SettingsError(Exception):
    """One or more settings are wrong; the text names each of them and is meant for the operator."""


class Settings(BaseSettings):
    """Everything that changes between one installation and another. See `.env.example` for the meaning."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore")

    telegram_bot_token: SecretStr | None = Field(None, examples=["123456789:AAE-lo-que-dio-BotFather"])
    telegram_api_base_url: str = Field(f"{TELEGRAM_API}/bot", examples=[f"{TELEGRAM_API}/bot"])
    telegram_api_file_url: str = Field(f"{TELEGRAM_API}/file/bot", examples=[f"{TELEGRAM_API}/file/bot"])
    telegram_api_http: bool = Field(False, description="true ni false", examples=["false"])
    telegram_webhook_url: str | None = Field(None, examples=["https://mesa.example.gov.co/telegram"])
    telegram_webhook_secret: SecretStr | None = Field(None, examples=["una-clave-larga-de-letras-y-cifras"])
    telegram_webhook_listen: str = Field("127.0.0.1", examples=["127.0.0.1"])
    telegram_webhook_port: int = _port(8443)

    itgov_home: Path = Field(Path("var"), examples=["./var"])
    itgov_data: Path = Field(ROOT / "data", examples=["./data"])
    database_url: SecretStr | None = Field(None, examples=["postgresql://usuario:clave@servidor:5432/base"])
    itgov_admins: Annotated[tuple[int, ...], NoDecode] = Field(
        (),
        description="un número de usuario de Telegram (van separados por comas)",
        examples=["12345678,87654321"],
    )
    itgov_clock: datetime | None = Field(
        None, description="una fecha con hora", examples=["2026-12-24T23:00"]
    )
    itgov_email_domains: Annotated[tuple[str, ...], NoDecode] = Field(
        (), description="una lista de dominios de correo separados por comas", examples=["cartagena.gov.co"]
    )
    smtp_host: str | None = Field(None, examples=["smtp.example.gov.co"])
    smtp_port: int | None = _port(None, example=587)
    smtp_user: str | None = Field(None, examples=["mesa@example.gov.co"])
    smtp_password: SecretStr | None = Field(None, examples=["la-clave-del-buzon"])
    smtp_from: str | None = Field(
        None,
        pattern=r"^[^@\s<>]+@[^@\s<>]+$",
        description="una dirección de correo",
        examples=["mesa@example.gov.co"],
    )
    smtp_tls: str = Field(
        "starttls",
        pattern="^(starttls|ssl|none)$",
        description="una forma de cifrar el correo (starttls, ssl o none)",
        examples=["starttls"],
    )

    itgov_webhook_url: str | None = _safe_url("https://ayuda.example.gov.co/itgov")
    itgov_webhook_secret: SecretStr | None = Field(None, examples=["una-clave-larga-de-letras-y-cifras"])
    itgov_webhook_events: Annotated[tuple[str, ...], NoDecode] = Field(
        (), examples=["opened,taken,resolved,closed"]
    )
    itgov_webhook_contacts: bool = Field(False, description="true ni false", examples=["false"])
    itgov_page_secret: SecretStr | None = Field(None, examples=["otra-clave-larga-de-letras-y-cifras"])

    itgov_heartbeat_url: str | None = _safe_url("https://vigilante.example.gov.co/ping/mesa")
    itgov_metrics_listen: str = Field("127.0.0.1", examples=["127.0.0.1"])
    itgov_metrics_port: int | None = _port(None, example=9464)

    itgov_max_file_mb: int = _number(20, 50, "un tamaño permitido", ", en MB")
    itgov_files_a_day: int = _number(40, 1000, "un número permitido", ": archivos de una persona en un día")
    itgov_file_mb_a_day: int = _number(200, 10_000, "un tamaño permitido", ", en MB de una persona en un día")
    itgov_log: str | None = Field(
        None,
        pattern="^(debug|info|warning|error)$",
        description="un nivel de registro (debug, info, warning o error)",
        examples=["info"],
    )

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

    @field_validator("telegram_webhook_secret")
    @classmethod
    def _telegrams_secret_is_long(cls, value: SecretStr | None) -> SecretStr | None:
        """Whoever guesses it writes in anybody's name. Telegram takes no other characters."""
        if value and not re.fullmatch(r"[A-Za-z0-9_-]{24,256}", value.get_secret_value()):
            raise wrong(
                "debe tener de 24 a 256 letras sin tilde, cifras, guiones o rayas bajas",
                "escriba una nueva que nadie pueda adivinar",
            )
        return value

    @field_validator("itgov_webhook_url", "itgov_heartbeat_url")
    @classmethod
    def _goes_safely(cls, value: str | None) -> str | None:
        if value and not is_safe_url(value):
            raise ValueError
        return value

    @field_validator("itgov_email_domains")
    @classmethod
    def _domains_are_domains(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for domain in value:
            if not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", domain):
                raise ValueError
        return value

    @field_validator("itgov_clock")
    @classmethod
    def _clock_in_bogota(cls, value: datetime | None) -> datetime | None:
        return value.replace(tzinfo=BOGOTA) if value and value.tzinfo is None else value

    @field_validator("itgov_webhook_secret", "itgov_page_secret")
    @classmethod
    def _secret_is_long(cls, value: SecretStr | None) -> SecretStr | None:
        if value and len(value.get_secret_value()) < 16:
            raise wrong("es muy corta (de 16 caracteres en adelante)", "escriba una más larga")
        return value

    @model_validator(mode="after")
    def _token_travels_safely(self) -> Settings:
        """What goes to the Bot API has the token in its address."""
        for name in ("telegram_api_base_url", "telegram_api_file_url"):
            if not (self.telegram_api_http or is_safe_url(getattr(self, name), private=True)):
                raise wrong(
                    f"{name.upper()}: debe ser una dirección https, porque por ella viaja el token del bot (http solo "
                    "sirve para este mismo equipo o una dirección IP de su red)",
                    "si el camino es suyo de punta a punta, dígalo con TELEGRAM_API_HTTP=true",
                )
        return self

    @model_validator(mode="after")
    def _webhooks_have_secrets(self) -> Settings:
        for prefix in ("telegram", "itgov"):
            url, secret = f"{prefix}_webhook_url", f"{prefix}_webhook_secret"
            if getattr(self, url) and not getattr(self, secret):
                raise wrong(
                    f"{secret.upper()}: falta, y con {url.upper()} es obligatorio",
                    f"escriba por ejemplo {_example(secret)}",
                )
        return self

    @model_validator(mode="after")
    def _mail_is_whole(self) -> Settings:
        if self.itgov_email_domains and not self.has_mail:
            raise wrong(
                "ITGOV_EMAIL_DOMAINS necesita SMTP_HOST y SMTP_FROM para mandar los códigos por correo",
                f"escriba por ejemplo {_example('smtp_host')} y {_example('smtp_from')}",
            )
        if bool(self.smtp_user) != bool(self.smtp_password):
            raise wrong(
                "SMTP_USER y SMTP_PASSWORD van juntos y falta uno de los dos",
                f"escriba por ejemplo {_example('smtp_user')} y {_example('smtp_password')}",
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
    def database_file(self) -> Path | None:
        """The file of a SQLite database; None where the database is a server."""
        scheme, _, file = self.resolved_database_url.partition("?")[0].partition(":///")
        return Path(file) if scheme == "sqlite+aiosqlite" and file not in ("", ":memory:") else None

    @property
    def admin_users(self) -> frozenset[str]:
        """ITGOV_ADMINS as the channel writes its users."""
        return frozenset(map(str, self.itgov_admins))

    @property
    def has_mail(self) -> bool:
        return bool(self.smtp_host and self.smtp_from)

    @property
    def page_secret(self) -> SecretStr | None:
        """What signs the pages for people's own webhooks; None where there are none."""
        return self.itgov_page_secret or self.itgov_webhook_secret

    @property
    def files_folder(self) -> Path:
        return self.itgov_home / "files"

    @property
    def models_folder(self) -> Path:
        """Where the trained model is kept."""
        return self.itgov_home / "models"


def load_settings(**overrides: Any) -> Settings:
    """Reads the environment. Raises SettingsError with one line a wrong setting, named as it is written."""
    try:
        return Settings(**overrides)
    except ValidationError as failure:
        schema = Settings.model_json_schema()
        lines = dict.fromkeys(_explain(error, schema) for error in failure.errors())
        raise SettingsError("\n".join(lines)) from None
    except UnicodeDecodeError:
        raise SettingsError(".env: no está escrito en UTF-8; guárdelo de nuevo como texto UTF-8") from None
    except OSError as failure:
        raise SettingsError(f".env: no se puede leer ({failure.strerror}); revise sus permisos") from None


def _explain(error: ErrorDetails, schema: Schema) -> str:
    """One line: the variable, what is wrong with it, and how a right value looks. Secrets are not shown."""
    problem, remedy = explain(error, schema)
    if not error["loc"]:
        return f"{problem}; {remedy}"
    name = str(error["loc"][0])
    return f"{name.upper()}: {problem}; escriba por ejemplo {_example(name)}"


def _example(name: str) -> str:
    return f"{name.upper()}={(Settings.model_fields[name].examples or ['…'])[0]}"
