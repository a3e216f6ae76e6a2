"""What the entries of the data files have in common: nothing unknown, nothing blank, times as people write them."""

import re
from datetime import time, timedelta
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from itgov_bot.validation import wrong

Item = TypeVar("Item")

CLOSED = ConfigDict(
    extra="forbid",
    str_min_length=1,
    str_strip_whitespace=True,
    field_title_generator=lambda key, _: f"`{key}`",  # what has no Spanish name is called by its key
)


class Entry(BaseModel):
    """A mapping of a file. A key that is left blank counts as left out."""

    model_config = CLOSED

    @model_validator(mode="before")
    @classmethod
    def _without_blanks(cls, data: Any) -> Any:
        return (
            {key: value for key, value in data.items() if value is not None}
            if isinstance(data, dict)
            else data
        )


def _not_empty(items: tuple[Item, ...], info: Any) -> tuple[Item, ...]:
    if not items:
        raise wrong(f"la lista `{info.field_name}` está vacía", "escriba al menos un elemento")
    return items


# Not `min_length`, which would also speak when every element is wrong.
Some = Annotated[tuple[Item, ...], AfterValidator(_not_empty)]


def at_most(count: int) -> AfterValidator:
    """Of a list: as many as fit under one message, or on one screen."""

    def checked(items: tuple[Item, ...], info: Any) -> tuple[Item, ...]:
        if len(items) > count:
            raise wrong(f"la lista `{info.field_name}` tiene {len(items)} elementos", f"deje {count} o menos")
        return items

    return AfterValidator(checked)


Count = Annotated[int, Field(strict=True, gt=0, examples=["1"])]


def _clock(value: object, info: Any) -> time:
    written = re.fullmatch(r"(\d{1,2}):([0-5]\d)", str(value))
    if written and int(written[1]) < 24:
        return time(int(written[1]), int(written[2]))
    if type(value) is int and 0 <= value < 24 * 60:
        _unquoted("la hora", info, f"{value // 60:02d}:{value % 60:02d}")
    raise ValueError


def _duration(value: object, info: Any) -> timedelta:
    written = re.fullmatch(r"(\d{1,3}):([0-5]\d)", value) if isinstance(value, str) else None
    length = timedelta(hours=int(written[1]), minutes=int(written[2])) if written else timedelta()
    if type(value) is int and value > 0:
        _unquoted("el tiempo", info, hours_minutes(timedelta(minutes=value)))
    if not length:
        raise ValueError
    return length


def _unquoted(what: str, info: Any, typed: str) -> None:
    """YAML reads 16:00 without quotes as 960, sixteen times sixty."""
    key = {"opens": "from", "closes": "to"}.get(info.field_name, info.field_name)
    raise wrong(f"{what} de `{key}` no está entre comillas", f'escriba `{key}: "{typed}"`')


def _key(key: str) -> str:
    if not re.fullmatch(r"[a-z_]{2,20}", key):
        raise wrong(f"`key: {key}` no es válida", "use de 2 a 20 minúsculas sin tilde: `key: printer`")
    return key


Key = Annotated[str, AfterValidator(_key)]
"""Names an entry in the data of buttons."""

Clock = Annotated[
    time, BeforeValidator(_clock), Field(description="una hora (de 24 horas)", examples=['"08:00"'])
]
Duration = Annotated[
    timedelta, BeforeValidator(_duration), Field(description="un tiempo (horas:minutos)", examples=['"4:00"'])
]
"""A length of time that is not zero, written "hours:minutes"."""


class Span(Entry):
    """From when to when of a day; a closing of 00:00 is the end of the day."""

    opens: Clock = Field(title="la hora de apertura", alias="from")
    closes: Clock = Field(title="la hora de cierre", alias="to")

    @model_validator(mode="after")
    def _in_order(self) -> "Span":
        if self.closes != time(0) and self.closes <= self.opens:
            problem = f"cierra ({self.closes:%H:%M}) antes de abrir ({self.opens:%H:%M})"
            raise wrong(problem, "corrija `from` o `to`")
        return self


def hours_minutes(length: timedelta) -> str:
    """«4:00», as a duration is written in the files."""
    minutes = int(length.total_seconds() // 60)
    return f"{minutes // 60}:{minutes % 60:02d}"
