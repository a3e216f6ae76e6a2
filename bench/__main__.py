"""`make bench`: every figure with the baseline it is a ratio to, measured in the same run."""

from bench import indicators, pictures, summaries, turns, understanding


def main() -> None:
    understanding.main()
    turns.main()
    pictures.main()
    indicators.main()
    summaries.main()


if __name__ == "__main__":
    main()
