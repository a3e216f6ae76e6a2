"""What managers are sent without asking, how they choose it, and what it says. One press ends each."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time

from itgov_bot.actions import Action
from itgov_bot.domain.facts import DigestDue, IndicatorsFell
from itgov_bot.domain.people import UrgentNews
from itgov_bot.domain.subscriptions import DIGESTS, Fallen, NewsKind, Subscription
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.managers.indicators import target, tidy
from itgov_bot.wording.managers.night import told_how
from itgov_bot.wording.managers.summary.screen import screen
from itgov_bot.wording.periods import percent, period
from itgov_bot.wording.text import WEEKDAYS, bold, capital, clock, esc, full_day, on_button, plural, stop

NAMES: dict[NewsKind, str] = {
    NewsKind.WEEKLY: "resumen semanal",
    NewsKind.MONTHLY: "resumen mensual",
    NewsKind.FALLS: "aviso cuando un indicador cae por debajo de su meta",
}
HOURS = (6, 7, 8, 9, 10, 12, 14, 16, 17)
WEEKDAYS_OFFERED = range(5)
DAYS_OF_MONTH = (1, 2, 3, 5, 10, 15, 20, 25)
OFF, ON = "off", "on"
SETTINGS = Choice("Lo que le aviso", Action.NEWS.data())


def settings(
    chosen: Mapping[NewsKind, Subscription], night: UrgentNews, *, hears_of_falls: bool | None
) -> Reply:
    """`hears_of_falls` is None for who does not see indicators."""
    digests = [(kind, chosen.get(kind)) for kind in DIGESTS]
    lines = [f"🔔 {bold('Lo que le aviso')}"]
    lines += [f"• {capital(NAMES[kind])}: {_when(one)}" for kind, one in digests]
    if hears_of_falls is not None:
        lines.append(f"• {capital(NAMES[NewsKind.FALLS])}: {'sí' if hears_of_falls else 'no'}")
    lines.append(f"• Casos urgentes: {told_how(night)}")
    lines.append("<i>Si el día no es hábil, le llega el siguiente día hábil.</i>")
    choices: list[Choice] = []
    for kind, one in digests:
        is_on = one is not None and one.is_wanted
        choices.append(
            Choice(f"{'Cambiar' if is_on else 'Recibir'} el {_short(kind)}", Action.NEWS.data(kind))
        )
        if is_on:
            choices.append(_stop(kind, f"No enviar el {_short(kind)}"))
    if hears_of_falls is not None:
        choices.append(_falls(hears_of_falls))
    return Reply("\n".join(lines), (*choices, Choice("Casos urgentes", Action.NIGHT.data())), columns=2)


def _falls(is_on: bool) -> Choice:
    if is_on:
        return _stop(NewsKind.FALLS, "No avisar de indicadores")
    return _again(NewsKind.FALLS, "Avisar de indicadores")


def ask_day(kind: NewsKind) -> Reply:
    if kind is NewsKind.WEEKLY:
        days = [(capital(WEEKDAYS[day]), day) for day in WEEKDAYS_OFFERED]
    else:
        days = [(f"Día {day}", day) for day in DAYS_OF_MONTH]
    return Reply(
        f"¿Qué día le mando el {NAMES[kind]}?",
        tuple(Choice(label, Action.NEWS.data(kind, day)) for label, day in days),
        columns=2,
        awaits_words=kind is NewsKind.MONTHLY,
    )


def ask_hour(kind: NewsKind, day: int, *, is_between: bool = False) -> Reply:
    """`is_between`: a time was told that is no whole hour."""
    whole = "Los resúmenes salen a horas en punto. " if is_between else ""
    return Reply(
        f"{whole}¿A qué hora le mando el {NAMES[kind]}, {_day(kind, day)}? Toque una, o escríbala: «a las 8».",
        tuple(Choice(clock(time(hour)), Action.NEWS.data(kind, day, hour)) for hour in HOURS),
        columns=3,
        awaits_words=True,
    )


def wanted(one: Subscription, first: date, today: date) -> Reply:
    return Reply(
        f"👍 Listo: {NAMES[one.kind]} {stop(_when(one))} El primero, el {full_day(first, today)}.",
        (_stop(one.kind, "No enviar más"), SETTINGS),
    )


def nothing_to_stop() -> Reply:
    return Reply("Hoy no le mando ningún resumen. Lo que le aviso puede verlo y cambiarlo aquí.", (SETTINGS,))


def falls_wanted() -> Reply:
    return Reply(
        "👍 Listo: le aviso cuando un indicador caiga por debajo de su meta, una sola vez por período.",
        (_stop(NewsKind.FALLS, "No enviar más"), SETTINGS),
    )


def stopped(kind: NewsKind) -> Reply:
    return Reply(f"👍 Listo: no le mando más el {NAMES[kind]}.", (_again(kind), SETTINGS))


# What is sent


def digest(fact: DigestDue) -> Reply:
    """The screen of `/resumen`, with the way to end it; who is on duty now and the other days are asked for there."""
    shown = screen(fact.summary, fact.today)
    *figures, _split, _days = shown.choices
    head = f"🗞 {bold(f'Su {NAMES[fact.kind]}')}\n"
    ending = _stop(fact.kind, "No enviar más")
    return replace(shown, text=head + shown.text, choices=(*figures, ending, SETTINGS))


def fell(fact: IndicatorsFell) -> Reply:
    head = "Un indicador está" if len(fact.fallen) == 1 else f"{len(fact.fallen)} indicadores están"
    return Reply(
        "\n".join([f"📉 {bold(f'{head} por debajo de su meta')}", *(_fallen(one) for one in fact.fallen)]),
        (*(_see(one) for one in fact.fallen[:8]), _stop(NewsKind.FALLS, "No enviar más")),
        columns=2,
    )


def _fallen(one: Fallen) -> str:
    indicator, reading = one
    goes_on = ", el período no ha terminado" if "open" in reading.flags else ""
    return (
        f"• {indicator.number}. {esc(tidy(indicator.name))}: {bold(percent(reading.value))} "
        f"({period(reading.period)}{goes_on}) · {target(indicator)}"
    )


def _see(one: Fallen) -> Choice:
    label = f"{one.indicator.number}. {tidy(one.indicator.name)}"
    return Choice(on_button(label), Action.INDICATORS.data(one.indicator.number))


def _when(one: Subscription | None) -> str:
    """«los lunes a las 8:00 a. m.», «cada mes, el día 5, a las …», «no»."""
    if one is None or not one.is_wanted or one.day is None or one.hour is None:
        return "no"
    hour = clock(time(one.hour))
    return f"{_day(one.kind, one.day)} a {'la' if one.hour in (1, 13) else 'las'} {hour}"


def _day(kind: NewsKind, day: int) -> str:
    return f"los {plural(WEEKDAYS[day])}" if kind is NewsKind.WEEKLY else f"el día {day} de cada mes"


def _short(kind: NewsKind) -> str:
    return "semanal" if kind is NewsKind.WEEKLY else "mensual"


def _stop(kind: NewsKind, label: str) -> Choice:
    return Choice(label, Action.NEWS.data(kind, OFF))


def _again(kind: NewsKind, label: str = "Recibirlo otra vez") -> Choice:
    return Choice(label, Action.NEWS.data(kind, ON))
