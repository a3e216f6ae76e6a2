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
    """Something spilt, smoke, a blow; a password that was given away: `say`, a sentence or several, is told at once and
    nothing else is proposed.

    It is told by one of the `cues`, or by one of the `deeds` together with one of the `baits`, and by none of `unless`; or
    by words that are like the phrases of a `kind` (`dangers.tsv`).
    `services`: only of these, or of what is not known yet; without any, whatever the report is about. `urgent`: told after
    hours, the guard is offered.
    """

    say: tuple[str, ...]
    services: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    deeds: tuple[str, ...] = ()
    baits: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    kind: str = ""
    urgent: bool = False

    @property
    def is_of_things(self) -> bool:
        """Smoke, water, a blow; and no deceit."""
        return self.urgent or bool(self.services)


@dataclass(frozen=True, slots=True)
class FirstAid:
    """`never`: words with which nothing is proposed, for it would be of no use, or was tried already. Of the `dangers` the
    first that is told counts."""

    remedies: tuple[Remedy, ...] = ()
    never: tuple[str, ...] = ()
    dangers: tuple[Danger, ...] = ()
