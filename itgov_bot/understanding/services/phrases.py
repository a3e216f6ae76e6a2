"""The sample phrases: what people say, what it is about, and whose voice it is. Read from `data/vocabulary/phrases`.

One file a service (`SER-004.tsv`), and beside them `out_of_scope`, `smalltalk`, `unclear`, `hours`, `channels`,
`who_may`, `desk`, `urgency`. Columns are separated by tabs and named in the first line: `text`, `voice` and, for hours,
channels and who may ask, `service` (may be blank), for what is wanted of the desk itself `wish`, for urgency `kind`.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from itgov_bot.records import dataclass
from itgov_bot.understanding.language.word_file import VocabularyError

FOLDER = Path("vocabulary") / "phrases"
OUT_OF_SCOPE, SMALLTALK, HOURS, CHANNELS, WHO_MAY = (
    "out_of_scope",
    "smalltalk",
    "hours",
    "channels",
    "who_may",
)
URGENCY = "urgency"
DESK = "desk"
"""The subject of what is asked of the desk itself, of no service: its hours, its channels, a case of one's own."""

UNCLEAR = "unclear"
"""Somebody needs help but does not say with what ("no funciona", "ayuda"): nothing can be offered yet."""

OF_SERVICE = (HOURS, CHANNELS, WHO_MAY)
"""What is asked of a service, or of the desk as a whole."""
KINDS = (OUT_OF_SCOPE, SMALLTALK, *OF_SERVICE)
OTHERS = frozenset({DESK, OUT_OF_SCOPE, SMALLTALK, UNCLEAR})
"""The subjects that are no service."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """`label` is a service id, `out_of_scope`, `smalltalk`, `hours`, `hours:SER-004`, `desk:cancel`, `urgency:outage`."""

    text: str
    label: str
    voice: str = ""

    @property
    def intent(self) -> str:
        """The kind of thing that is asked; of the desk, with the wish."""
        kind = self.label.partition(":")[0]
        if kind == DESK:
            return self.label
        return kind if kind in KINDS else "service"

    @property
    def is_of_service(self) -> bool:
        """Whether it tells of a matter of one of the services."""
        return self.intent == "service" and self.label not in OTHERS and not self.is_urgency

    @property
    def is_urgency(self) -> bool:
        """These train urgency alone: they are not sorted by service."""
        return self.label.startswith(URGENCY)

    @property
    def detail(self) -> str:
        """What stands after the colon of the label."""
        return self.label.partition(":")[2]

    @property
    def subject(self) -> str:
        """The service it is about, or which of the other subjects."""
        kind, _, service = self.label.partition(":")
        return kind if kind == DESK else service or (DESK if kind in OF_SERVICE else kind)


def read_phrases(data: Path, services: Sequence[str]) -> tuple[Phrase, ...]:
    """Every phrase of the data folder, in the order of the files. Raises VocabularyError."""
    folder = data / FOLDER
    found = [phrase for file in sorted(folder.glob("*.tsv")) for phrase in read_file(file)]
    if not found:
        raise VocabularyError(f"{folder}: no hay archivos de frases; cópielos o revise ITGOV_DATA")
    known = {*services, *OTHERS}
    for phrase in found:
        if not phrase.is_urgency and phrase.subject not in known:
            raise VocabularyError(f"«{phrase.text}»: el servicio {phrase.subject} no está en el catálogo")
    return tuple(found)


def read_optional(file: Path) -> tuple[Phrase, ...]:
    """The phrases of a file that a city may be without. Raises VocabularyError."""
    return tuple(read_file(file)) if file.exists() else ()


def read_file(file: Path) -> Iterator[Phrase]:
    """The phrases of one file. Raises VocabularyError."""
    rows = list(_rows(file))
    header = rows[0][1] if rows else []
    if header[:2] != ["text", "voice"]:
        raise VocabularyError(
            f"{file.name}, línea 1: el encabezado debe ser `text`, `voice` separados por tabulador"
        )
    for line, cells in rows[1:]:
        if len(cells) not in (2, 3) or not cells[0].strip():
            raise VocabularyError(
                f"{file.name}, línea {line}: se espera frase, tabulador y voz; corrija esa línea"
            )
        detail = cells[2].strip() if len(cells) == 3 else ""
        yield Phrase(cells[0].strip(), f"{file.stem}:{detail}" if detail else file.stem, cells[1].strip())


def _rows(file: Path) -> Iterator[tuple[int, list[str]]]:
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise VocabularyError(f"{file.name}: no se puede leer; guárdelo en UTF-8") from error
    reader = csv.reader(io.StringIO(text, newline=""), delimiter="\t")
    for cells in reader:
        if cells:
            yield reader.line_num, cells
