"""What understanding needs to know of the catalogue: ids, names and near-twins, read from `catalog.yaml`.

`reference` checks that file; here only a few keys are read, so that matching can be used without the rest of the desk.
"""

from pathlib import Path
from typing import Any

import yaml

from itgov_bot.records import dataclass
from itgov_bot.understanding.language.word_file import VocabularyError, safe_yaml


@dataclass(frozen=True)
class Subject:
    """A service as the matcher sees it."""

    id: str
    aliases: tuple[str, ...]
    name: str
    text: str
    """Name and description: what the baselines of the evaluation search in."""


@dataclass(frozen=True)
class Subjects:
    """The services in catalogue order, and for each id its near-twins."""

    services: tuple[Subject, ...]
    twins: dict[str, frozenset[str]]

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(service.id for service in self.services)


def read_subjects(data: Path) -> Subjects:
    """Raises VocabularyError when the catalogue cannot be read."""
    try:
        content: Any = safe_yaml((data / "catalog.yaml").read_text(encoding="utf-8"))
        services = tuple(_subject(entry) for entry in content["services"])
        return Subjects(services, _twins(content.get("twins") or ()))
    except (OSError, yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        raise VocabularyError(f"{data / 'catalog.yaml'}: no se puede leer el catálogo ({error})") from error


def _subject(entry: dict[str, Any]) -> Subject:
    text = " ".join(str(entry.get(key) or "") for key in ("name", "label", "description"))
    return Subject(entry["id"], tuple(entry.get("aliases") or ()), entry["name"], text)


def _twins(groups: Any) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for group in groups:
        for member in group:
            found[member] = found.get(member, frozenset()) | (frozenset(group) - {member})
    return found
