"""`python -m itgov_bot.understanding DATA CACHE`: trains the model of these data unless it is there, and ends."""

import sys
from pathlib import Path

from itgov_bot.understanding import Understanding

Understanding.load(Path(sys.argv[1]), Path(sys.argv[2]))
