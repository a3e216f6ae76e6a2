"""Loads `rota.yaml`: when the guard is handed over, how many steps rotate, and in which order. Called by `load`.

A data folder of an earlier version has no such file: then it is as the file of the first city says, without an order.
"""

import datetime as dt
from pathlib import Path
from typing import Literal, get_args

from pydantic import Field, model_validator

from itgov_bot.domain.rota import RotaRules
from itgov_bot.validation import wrong

from .entries import Clock, Count, Entry
from .files import DataFile

FILE = "rota.yaml"
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


class HandOverEntry(Entry):
    day: Weekday = Field("monday", title="el día de la entrega")
    hour: Clock = Field(dt.time(8), title="la hora de la entrega")


class RotaFile(Entry):
    hand_over: HandOverEntry = Field(HandOverEntry(), title="la entrega de la guardia")
    steps: Count = Field(2, title="cuántos escalones rotan")
    warn_days: Count = Field(3, title="con cuántos días se avisa de un hueco")
    order: tuple[Count, ...] = Field(
        (), title="el orden de las personas", examples=["[700000001, 700000002]"]
    )
    counts_from: dt.date | None = Field(
        None,
        title="un día de la semana de la primera persona",
        description="una fecha (año-mes-día)",
        examples=['"2026-11-16"'],
        alias="from",
    )

    @model_validator(mode="after")
    def _each_once(self) -> "RotaFile":
        for number, user in enumerate(self.order):
            if user in self.order[:number]:
                raise wrong(f"en `order` la persona {user} está dos veces", "deje una sola")
        return self

    @model_validator(mode="after")
    def _counted_from_a_week(self) -> "RotaFile":
        if self.order and self.counts_from is None:
            raise wrong(
                "hay un orden y no se sabe de quién es cada semana",
                'escriba un día de la semana de la primera persona: `from: "2026-11-16"`',
            )
        return self

    @model_validator(mode="after")
    def _enough_people(self) -> "RotaFile":
        if self.order and self.steps > len(self.order):
            raise wrong(
                f"rotan {self.steps} escalones y en `order` no hay tantas personas ({len(self.order)})",
                "agregue personas o baje `steps`",
            )
        return self


def load_rota(folder: Path) -> RotaRules:
    file = DataFile(folder, FILE).read(RotaFile) if (folder / FILE).exists() else RotaFile()
    return RotaRules(
        weekday=get_args(Weekday).index(file.hand_over.day),
        hour=file.hand_over.hour,
        steps=file.steps,
        warn_days=file.warn_days,
        order=tuple(map(str, file.order)),
        counts_from=file.counts_from,
    )
