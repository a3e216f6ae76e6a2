"""The city's own facts: who it is, how its desk is reached, what it does with personal data.
Filled by `reference` from `data/city.yaml`; read by wording."""

from dataclasses import dataclass

from .people import Person


@dataclass(frozen=True, slots=True)
class Channel:
    """A way to the desk besides this chat. `printed` are the catalogue's spellings, `address` a mailbox, a number or
    a link; None while the city gives none."""

    name: str
    printed: tuple[str, ...] = ()
    explained: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Phone:
    """`label` says what kind of line it is: «gratuita»."""

    number: str
    label: str | None = None
    extension: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class PrivacyNotice:
    """What a person accepts before personal data is kept, by the `law`. A new text needs a new version."""

    version: str
    law: str
    text: str

    def is_accepted_by(self, person: Person) -> bool:
        return person.consent_version == self.version


@dataclass(frozen=True, slots=True)
class City:
    """Names go after «la»: «la Alcaldía de Cartagena». `assistant` is what the bot calls itself, and in full when
    it is asked who it is; `mayors_office` is whose events are attended at any hour."""

    entity: str
    short_entity: str
    office: str
    desk: str
    assistant: str
    assistant_in_full: str
    mayors_office: str
    notice: PrivacyNotice
    channels: tuple[Channel, ...] = ()
    phones: tuple[Phone, ...] = ()
    address: str | None = None
    links: tuple[Link, ...] = ()
    place_example: str | None = None
    price: str | None = None
    """What whoever asks for a service is told of what it costs."""

    def channel_name(self, printed: str) -> str:
        """How a channel of the catalogue is called in a sentence."""
        named = (channel.name for channel in self.channels if printed in channel.printed)
        return next(named, printed[:1].lower() + printed[1:])
