"""`/resumen` in words: the screen, the ways on from it, the lists of cases, and answers to questions."""
