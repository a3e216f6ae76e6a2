"""What anybody can safely try by themselves while their case is being opened.
Filled by `reference` from `data/first_aid.yaml`; found by `understanding.first_aid`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Remedy:
    """For reports of these `services` (ids) with one of the `cues`. `key` never changes, for it is in buttons that were
    sent; `tried` says in a few words what was tried, `steps` are its sentences."""

    key: str
    services: tuple[str, ...]
    cues: tuple[str, ...]
    tried: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Danger:
    """Something spilt, smoke, a blow: what is said to it instead of any remedy, where a device of these `services` may be
    meant or no service is known."""

    services: tuple[str, ...]
    cues: tuple[str, ...]
    say: str


@dataclass(frozen=True, slots=True)
class FirstAid:
    """`never`: words with which nothing is proposed, for it would be of no use, or was tried already."""

    remedies: tuple[Remedy, ...] = ()
    never: tuple[str, ...] = ()
    danger: Danger | None = None
