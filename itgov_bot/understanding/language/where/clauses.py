"""Words with which another clause begins behind a place: «… Y NO TENEMOS sonido», «… YA LA DESCONECTAMOS»,
«… TERMINANDO un informe»."""

GERUND = r"(?!(?:fern|hern|orl|rol|arm|com|contrab)ando\b)\w{3,}(?:ando|iendo|yendo)"
OTHER_CLAUSE = (
    r"(?:y|pero|porque|que|donde)\s+(?:no|ya|me|nos|se|hay|tengo|tenemos|est[aá]n?|necesit\w+|eso|esto|fue|pas[oó]|empez\w+"
    r"|desde|ell[ao]s?|[eé]l|yo|nosotr[oa]s|(?:aqu[ií]|ac[aá])(?!\s+(?:en|al?)\b))"
    r"|ya\s+(?:no\s+)?(?:l[oae]s?|me|nos|se|est[aá]n?|apag\w+|desconect\w+|reinici\w+|prob\w+|prend\w+|revis\w+|llam\w+)"
    rf"|{GERUND}|tambi[eé]n|tampoco|mientras|cuando"
)
"""A regular expression."""
