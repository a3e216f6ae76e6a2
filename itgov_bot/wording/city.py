"""The city's facts in words: the privacy notice, the telephone lines, the ways to the desk."""

from collections.abc import Sequence

from itgov_bot.domain.city import Channel, City, Phone
from itgov_bot.wording.text import capital, esc, join


def notice(city: City) -> str:
    return f"🔒 {esc(city.notice.text)}"


def mayors_event(city: City) -> str:
    """«evento del despacho del alcalde»."""
    return f"evento del {esc(city.mayors_office)}"


def phone_lines(city: City) -> str:
    """All of them, on a line of their own with its end; empty when the city gives none."""
    numbers = ", ".join(_phone(phone) for phone in city.phones)
    return (
        f"📞 Líneas de la {esc(city.short_entity)}: {numbers} (pida la {esc(city.desk)})\n" if numbers else ""
    )


def call_the_line(city: City, *, also: str = "") -> str:
    """«llame a la línea …», for who cannot wait; empty when the city gives none."""
    return f"llame {also}a la línea {_phone(city.phones[0])}" if city.phones else ""


def _phone(phone: Phone) -> str:
    parts = (phone.label, phone.number, phone.extension and f"ext. {phone.extension}")
    return esc(" ".join(part for part in parts if part))


def ways(city: City) -> str:
    """A line for each channel that has an address, and one for those whose address the city has not given."""
    known = [f"• {capital(one.name)}: {one.address}" for one in city.channels if one.address]
    unknown = [_explained(one) for one in city.channels if not one.address]
    ask = " Pida la dirección en la línea." if city.phones else ""
    rest = [f"• También por {join(unknown, 'o')}.{ask}"] if unknown else []
    return "".join(f"{esc(line)}\n" for line in known + rest)


def seat(city: City) -> str:
    """Where the desk is, on a line of its own; empty when the city does not say it."""
    where = f"🏢 {city.office}. Sede de la {city.short_entity}: {city.address}"
    return f"{esc(where)}\n" if city.address else ""


def reached_by(city: City, printed: Sequence[str]) -> str:
    """«correo electrónico (mesa@ciudad.gov.co) o SAUS»: a service's channels, each with its address if it has one."""
    addresses = {one.name: one.address for one in city.channels}
    names = [city.channel_name(one) for one in printed]
    return esc(join([f"{name} ({at})" if (at := addresses.get(name)) else name for name in names], "o"))


def _explained(channel: Channel) -> str:
    return f"{channel.name} ({channel.explained})" if channel.explained else channel.name


def links(city: City) -> str:
    return "".join(f"\n🔗 {esc(link.name)}: {esc(link.url)}" for link in city.links)
