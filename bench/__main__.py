"""`make bench`: every figure with the baseline it is a ratio to, measured in the same run."""

from bench import understanding
from bench.http import measure


def main() -> None:
    understanding.main()
    measure.main()


if __name__ == "__main__":
    main()
