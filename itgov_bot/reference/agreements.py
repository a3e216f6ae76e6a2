"""Loads `agreements.yaml`: targets, rating, outage window, duty, events. Called by `load`."""

from datetime import time, timedelta
from pathlib import Path

from pydantic import Field, StrictBool, model_validator
from pydantic.dataclasses import dataclass

from itgov_bot.domain import agreements as rules
from itgov_bot.domain.tickets.ticket import Priority
from itgov_bot.validation import wrong

from .entries import CLOSED, Clock, Count, Duration, Entry, hours_minutes
from .files import DataFile


@dataclass(frozen=True, kw_only=True, config=CLOSED)
class TargetEntry(rules.Target):
    first_answer: Duration = Field(title="el plazo de la primera respuesta")
    solution: Duration = Field(title="el plazo de la solución")

    @model_validator(mode="after")
    def _in_order(self) -> "TargetEntry":
        if self.solution < self.first_answer:
            raise wrong(
                f"la solución ({hours_minutes(self.solution)}) vence antes que la primera respuesta "
                f"({hours_minutes(self.first_answer)})",
                "corrija `first_answer` o `solution`",
            )
        return self


class PrioritiesEntry(Entry):
    urgent: TargetEntry
    high: TargetEntry
    normal: TargetEntry
    low: TargetEntry


class TargetsEntry(Entry):
    enabled: StrictBool = Field(title="si los plazos están encendidos")
    remind_before: Duration = Field(title="la anticipación del recordatorio")
    priorities: PrioritiesEntry = Field(title="la lista de prioridades")

    @model_validator(mode="after")
    def _reminded_before_due(self) -> "TargetsEntry":
        shortest: timedelta = min(target.first_answer for _, target in self.priorities)
        if self.remind_before >= shortest:
            raise wrong(
                f"`remind_before` ({hours_minutes(self.remind_before)}) no es menor que el plazo más corto "
                f"({hours_minutes(shortest)})",
                "acórtelo: el recordatorio llega antes del plazo",
            )
        return self


@dataclass(frozen=True, kw_only=True, config=CLOSED)
class RatingEntry(rules.RatingRules):
    remind_after_days: Count = Field(title="a los cuántos días hábiles se recuerda")
    close_after_days: Count = Field(title="a los cuántos días hábiles se cierra")

    @model_validator(mode="after")
    def _reminded_before_closed(self) -> "RatingEntry":
        if self.close_after_days <= self.remind_after_days:
            raise wrong(
                f"el caso se cierra ({self.close_after_days} días) antes de recordar la calificación "
                f"({self.remind_after_days} días)",
                "escriba un `close_after_days` mayor que `remind_after_days`",
            )
        return self


@dataclass(frozen=True, kw_only=True, config=CLOSED)
class OutageEntry(rules.OutageRules):
    window_minutes: Count = Field(title="la ventana en minutos")


@dataclass(frozen=True, kw_only=True, config=CLOSED)
class DutyEntry(rules.DutyRules):
    climb_minutes: Count = Field(title="cuántos minutos espera cada escalón de la guardia")
    rounds: Count = Field(default=3, title="cuántas veces se llama a toda la guardia")
    slow_minutes: Count = Field(default=60, title="cada cuántos minutos se repite cuando nadie responde")
    other_ways_minutes: Count = Field(
        default=5, title="a los cuántos minutos se llama también por otras vías"
    )
    pages_a_night: Count = Field(
        3, title="cuántas llamadas a la guardia puede causar una persona en una noche"
    )


@dataclass(frozen=True, kw_only=True, config=CLOSED)
class EventEntry(rules.EventRules):
    remind_before: tuple[Duration, ...] = Field(
        default=tuple(timedelta(hours=hours) for hours in (24, 4, 2, 0.5)),
        title="las anticipaciones de los recordatorios",
        min_length=1,
    )

    @model_validator(mode="after")
    def _longest_first(self) -> "EventEntry":
        if list(self.remind_before) != sorted(set(self.remind_before), reverse=True):
            raise wrong(
                "`remind_before` no va de la más larga a la más corta", "escríbalas en ese orden, sin repetir"
            )
        return self


@dataclass(frozen=True, kw_only=True, config=CLOSED)
class LearningEntry(rules.LearningRules):
    suggest_days: Count = Field(
        60, title="cuántos días se propone aprender un mensaje que no vuelve a llegar"
    )


@dataclass(frozen=True, kw_only=True, config=CLOSED)
class RecordingEntry(rules.RecordingRules):
    remind_at: Clock = Field(default=time(9), title="a qué hora se recuerda un avance")
    again_after_days: Count = Field(
        default=5, title="a los cuántos días hábiles se recuerda otra vez un avance"
    )
    tell_after_days: Count = Field(
        default=10, title="a los cuántos días hábiles se les cuenta a los gerentes"
    )

    @model_validator(mode="after")
    def _reminded_before_told(self) -> "RecordingEntry":
        if self.tell_after_days <= self.again_after_days:
            raise wrong(
                f"a los gerentes se les cuenta ({self.tell_after_days} días) antes de recordarlo otra vez "
                f"({self.again_after_days} días)",
                "escriba un `tell_after_days` mayor que `again_after_days`",
            )
        return self


@dataclass(frozen=True, kw_only=True, config=CLOSED)
class RetentionEntry(rules.RetentionRules):
    talk_days: Count = Field(default=30, title="cuántos días queda una conversación a medias")
    message_days: Count = Field(default=30, title="cuántos días queda lo que se dijo")
    mark_days: Count = Field(default=180, title="cuántos días se sabe de qué trata un mensaje")
    unmatched_days: Count = Field(default=365, title="cuántos días queda un mensaje que no se entendió")
    contact_days: Count = Field(
        default=730, title="cuántos días quedan el lugar y el contacto de un caso cerrado"
    )
    file_days: Count = Field(default=730, title="cuántos días quedan los archivos de un caso cerrado")


@dataclass(frozen=True, kw_only=True, config=CLOSED)
class CaseEntry(rules.CaseRules):
    live_per_person: Count = Field(default=60, title="cuántos casos abiertos tiene a la vez una persona")


class AgreementsFile(Entry):
    """What a file of an earlier version does not say about the guard and events has the default of the city."""

    targets: TargetsEntry = Field(title="la parte de los plazos")
    rating: RatingEntry = Field(title="la parte de la calificación")
    outage: OutageEntry = Field(title="la parte de las caídas")
    duty: DutyEntry = Field(title="la parte de la guardia")
    events: EventEntry = Field(EventEntry(), title="la parte de los eventos")
    learning: LearningEntry = Field(LearningEntry(suggest_days=60), title="la parte de lo que se aprende")
    readings: RecordingEntry = Field(RecordingEntry(), title="la parte de los avances de indicadores")
    retention: RetentionEntry = Field(RetentionEntry(), title="la parte de cuánto se guarda")
    cases: CaseEntry = Field(CaseEntry(), title="la parte de los casos de una persona")


def load_agreements(folder: Path) -> rules.Agreements:
    file = DataFile(folder, "agreements.yaml").read(AgreementsFile)
    by_priority = {Priority(name): target for name, target in file.targets.priorities}
    targets = rules.Targets(file.targets.enabled, file.targets.remind_before, by_priority)
    return rules.Agreements(
        targets,
        file.rating,
        file.outage,
        file.duty,
        file.events,
        file.learning,
        file.readings,
        file.retention,
        file.cases,
    )
