"""Loads `agreements.yaml`: targets, rating, outage window, duty ladder. Called by `load`."""

from datetime import timedelta
from pathlib import Path

from itgov_bot.domain.agreements import Agreements, DutyRules, OutageRules, RatingRules, Target, Targets
from itgov_bot.domain.tickets.ticket import Priority

from .files import checker_for, read_yaml
from .record import Record, hours_minutes

FILE = "agreements.yaml"


def load_agreements(folder: Path) -> Agreements:
    checker = checker_for(folder, FILE)
    file = Record(checker, "", read_yaml(folder, FILE, checker))
    agreements = Agreements(_targets(file), _rating(file), _outage(file), _duty(file))
    file.close()
    checker.finish()
    return agreements


def _targets(file: Record) -> Targets:
    record = file.record("targets", "targets")
    before = record.duration("remind_before")
    targets = Targets(record.flag("enabled"), before, _priorities(record))
    record.close()
    shortest = min((one.first_answer for one in targets.by_priority.values()), default=timedelta())
    if shortest and before >= shortest:
        record.report(
            f"`remind_before` ({hours_minutes(before)}) no es menor que el plazo más corto ({hours_minutes(shortest)})",
            "acórtelo: el recordatorio llega antes del plazo",
        )
    return targets


def _priorities(targets: Record) -> dict[Priority, Target]:
    priorities = targets.record("priorities", "targets, priorities")
    found = {}
    for priority in Priority:
        if priorities.usable:
            found[priority] = _target(priorities.record(priority, f"prioridad {priority}"))
    priorities.close()
    return found


def _target(record: Record) -> Target:
    target = Target(record.duration("first_answer"), record.duration("solution"))
    record.close()
    if timedelta() < target.solution < target.first_answer:
        record.report(
            f"la solución ({hours_minutes(target.solution)}) vence antes que la primera respuesta "
            f"({hours_minutes(target.first_answer)})",
            "corrija `first_answer` o `solution`",
        )
    return target


def _rating(file: Record) -> RatingRules:
    record = file.record("rating", "rating")
    rules = RatingRules(record.at_least_one("remind_after_days"), record.at_least_one("close_after_days"))
    record.close()
    if 0 < rules.close_after_days <= rules.remind_after_days:
        record.report(
            f"el caso se cierra ({rules.close_after_days} días) antes de recordar la calificación "
            f"({rules.remind_after_days} días)",
            "escriba un `close_after_days` mayor que `remind_after_days`",
        )
    return rules


def _outage(file: Record) -> OutageRules:
    record = file.record("outage", "outage")
    rules = OutageRules(record.at_least_one("window_minutes"))
    record.close()
    return rules


def _duty(file: Record) -> DutyRules:
    record = file.record("duty", "duty")
    rules = DutyRules(record.at_least_one("climb_minutes"))
    record.close()
    return rules
