"""One case in the hands of an agent: the `buttons` of its card, and the forms behind them: answer and note, what `moves` it,
its solution (`resolve`), to whom it goes and what it is (`assigning`, `sorting`), who goes on (`holding`), `outages`.

What every flow of an agent needs stands in `tickets`, `steps`, `colleagues`; words that somebody else reads, in `written`.
"""
