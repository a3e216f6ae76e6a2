"""The `corrections` of an entry: what was printed otherwise, of a service or of a process."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints
from pydantic.dataclasses import dataclass

from itgov_bot.domain.catalog import Correction
from itgov_bot.validation import wrong

from .entries import CLOSED


@dataclass(frozen=True, kw_only=True, config=CLOSED)
class CorrectionEntry(Correction):
    field: str = Field(title="el campo")
    note: str = Field(title="la nota")
    printed: Annotated[str, StringConstraints(strip_whitespace=False)] = Field(
        title="el texto impreso", min_length=0
    )
    """A blank cell is a printed text too."""


def of_fields(fields: Sequence[str]) -> AfterValidator:
    """A correction is of one of the `fields`."""

    def check(correction: CorrectionEntry) -> CorrectionEntry:
        if correction.field not in fields:
            raise wrong(
                f"`field: {correction.field}` no existe", f"escriba uno de estos: {', '.join(fields)}"
            )
        return correction

    return AfterValidator(check)
