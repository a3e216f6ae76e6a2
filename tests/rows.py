"""A table of many quick rows as one test: to a runner a test is more work than such a row."""

import inspect
from collections.abc import Callable, Iterable, Sequence

import pytest

Check = Callable[..., None]


def each_row(names: Sequence[str], rows: Iterable[Sequence[object]]) -> Callable[[Check], Check]:
    """As `parametrize`, of what no row can spoil for the next one. Every row that fails is told, by its words."""
    table = [dict(zip(names, row, strict=True)) for row in rows]

    def over(check: Check) -> Check:
        def test(**fixtures: object) -> None:
            assert table, "the table is empty"
            failed = [told for row in table if (told := _failure(check, row, fixtures))]
            if failed:
                pytest.fail(f"{len(failed)} of {len(table)} rows:\n" + "\n".join(failed), pytrace=False)

        signature = inspect.signature(check)
        kept = [one for name, one in signature.parameters.items() if name not in names]
        test.__signature__ = signature.replace(parameters=kept)  # type: ignore[attr-defined]
        test.__name__, test.__doc__, test.__module__ = check.__name__, check.__doc__, check.__module__
        return test

    return over


def _failure(check: Check, row: dict[str, object], fixtures: dict[str, object]) -> str:
    try:
        check(**fixtures, **row)
    except Exception as failure:
        return f"{tuple(row.values())}: {type(failure).__name__}: {failure}"
    return ""
