"""`make bench`: every figure with the baseline it is a ratio to, measured in the same run."""

from bench import indicators, pictures, summaries, understanding
from bench.http import measure


def main() -> None:
    understanding.main()
    measure.main()
    pictures.main()
    indicators.main()
    summaries.main()


if __name__ == "__main__":
    main()
