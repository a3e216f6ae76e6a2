"""What anybody can safely try by themselves while their case is being opened.
Filled by `reference` from `data/first_aid.yaml`; found by `understanding.first_aid`."""

from collections.abc import Iterator
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
class Advice:
    """What is said of a danger, `say`, and to a question after it, `asked`, where the words tell one of `about` and none of
    `unless`."""

    say: tuple[str, ...]
    asked: str = ""
    about: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Danger:
    """Something spilt, smoke, a blow; a password that was given away: `say`, a sentence or several, is told at once and
    nothing else is proposed.

    It is told by one of the `cues`, or by one of the `deeds` together with one of the `baits`, and by none of `unless`; or
    by words that are like the phrases of a `kind` (`dangers.tsv`).
    `services`: only of these, or of what is not known yet; without any, whatever the report is about. `urgent`: told after
    hours, the guard is offered. `asked` is answered to «¿lo abro o no?»; `instead` of both, what fits the words better.
    """

    say: tuple[str, ...]
    services: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    deeds: tuple[str, ...] = ()
    baits: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    kind: str = ""
    urgent: bool = False
    asked: str = ""
    instead: tuple[Advice, ...] = ()

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

    def as_bad(self, danger: Danger) -> Iterator[str]:
        """The first sentences of what is said of it, and of what is worse of its sort."""
        for one in self.dangers:
            if one.is_of_things == danger.is_of_things:
                for say in (*(advice.say for advice in one.instead), one.say):
                    yield say[0]
                    if say == danger.say:
                        return
