"""Rows with few numbers: the same as with all of them written out."""

import numpy as np
import numpy.typing as npt
import pytest

from itgov_bot.understanding.services.sparse import Rows, beside, summed

Table = npt.NDArray[np.float32]


def table(seed: int, rows: int, columns: int) -> Table:
    """Small whole numbers, mostly none, and a row without any."""
    chance = np.random.default_rng(seed)
    made = chance.integers(0, 4, (rows, columns)) * (chance.random((rows, columns)) < 0.3)
    made[rows // 2] = 0
    return made.astype(np.float32)


def few(made: Table) -> Rows:
    """In another order than they stand, and one of them in two halves."""
    owners, columns = np.nonzero(made)
    order = np.random.default_rng(1).permutation(len(owners))
    owners, columns = owners[order], columns[order]
    amounts = made[owners, columns]
    amounts[:1] -= 1
    return summed(
        np.append(owners, owners[:1]),
        np.append(columns, columns[:1]),
        np.append(amounts, np.ones(len(amounts[:1]), np.float32)),
        *made.shape,
    )


def written_out(rows: Rows) -> Table:
    return rows.weighed(np.eye(rows.width, dtype=np.float32))


@pytest.mark.parametrize("seed", range(5))
def test_they_are_counted_as_whole_tables_are(seed: int) -> None:
    one, other = table(seed, 9, 7), table(seed + 50, 9, 4)
    parts = table(seed + 90, 7, 5)
    mask = np.arange(9) % 3 > 0
    assert (written_out(few(one)) == one).all()
    assert (written_out(beside((few(one), few(other)))) == np.hstack((one, other))).all()
    assert (written_out(few(one).times(few(parts))) == one @ parts).all()
    assert (written_out(few(one).chosen(mask)) == one[mask]).all()
    assert (written_out(few(one).chosen(np.array([4, 0, 0, 8]))) == one[[4, 0, 0, 8]]).all()
    assert (written_out(few(one).narrowed([5, 0, 2])) == one[:, [5, 0, 2]]).all()
    assert few(one).squares() == pytest.approx((one**2).sum(axis=1))


def test_nothing_at_all_is_no_fault() -> None:
    empty = summed(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.float32), 3, 0)
    assert (len(empty), empty.width) == (3, 0)
    assert written_out(beside((empty, few(table(1, 3, 2))))).shape == (3, 2)
