"""What people mean in everyday words: a few big groups, each with sentences that lead to a service of the catalogue.
Filled by `reference` from `data/everyday.yaml`; read by conversation and wording."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Meaning:
    """`say` is a sentence as anybody would say it, `service` the id of the service that sees to it."""

    say: str
    service: str


@dataclass(frozen=True, slots=True)
class Group:
    """«Computador», «Impresora»: `key` never changes, for it is in buttons that were sent."""

    key: str
    label: str
    meanings: tuple[Meaning, ...]
    sign: str | None = None
