"""The IT service desk of a city hall, in a chat."""

import gc

from itgov_bot.plain_libraries import without_colours

with without_colours():
    import structlog as structlog  # everybody logs with it

# What is loaded stays. Looking through it for garbage again and again takes a third of a start, and a turn leaves little.
gc.set_threshold(200_000, 20, 20)
