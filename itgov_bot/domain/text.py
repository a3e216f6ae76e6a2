"""Words as they are compared: without ticket or accents. What people mean is read by understanding, with more care."""

import re
import unicodedata


def folded(text: str) -> str:
    """Without ticket, accents or anything that is no letter or digit."""
    plain = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    return " ".join(re.findall(r"[a-z0-9]+", plain))
