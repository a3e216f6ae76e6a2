"""The city's facts in words: the privacy notice, the telephone lines, the ways to the desk."""

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
    """One list of them all, each with what it is, and a line for each address that is known."""
    names = join([_explained(channel) for channel in city.channels], "o")
    addresses = [
        f"• {capital(channel.name)}: {channel.address}" for channel in city.channels if channel.address
    ]
    seat = [f"🏢 {city.office}. Sede de la {city.short_entity}: {city.address}"] if city.address else []
    return "".join(
        f"{esc(line)}\n" for line in ([f"• {capital(names)}."] if names else []) + addresses + seat
    )


def _explained(channel: Channel) -> str:
    return f"{channel.name} ({channel.explained})" if channel.explained else channel.name


def links(city: City) -> str:
    return "".join(f"\n🔗 {esc(link.name)}: {esc(link.url)}" for link in city.links)
