"""How Spanish is read, whatever it is about: folding, times, answers, follow-ups, places, contacts."""
