"""What the library of the command line says, in English, of a command that was called wrongly: the same in Spanish."""

import re

from itgov_bot.patterns import regex

_SAID = tuple(
    (regex(english, re.DOTALL), spanish)
    for english, spanish in (
        (r"Missing (?:argument|option|parameter:?) '?([^']+?)'?\.?(?: .*)?", "falta {0}."),
        (r"No such command '([^']+)'\. Did you mean (.+)\?", "no hay una orden «{0}», sino {1}."),
        (r"No such command '([^']+)'\.", "no hay una orden «{0}»."),
        (r"No such option: (\S+) \(Possible options: (.+)\)", "no hay una opción {0}, sino {1}."),
        (r"No such option: (\S+)", "no hay una opción {0}."),
        (r"Option '(.+)' requires .+", "falta el valor de {0}."),
        (r"Option '(.+)' does not take a value\.", "{0} no lleva un valor."),
        (r"Got unexpected extra arguments?(?:\(s\))? \((.+)\)", "sobra «{0}»."),
        (r"Invalid value for '?(.+?)'?: .+", "no sirve lo que dio para {0}."),
    )
)


def told(failure: Exception) -> str | None:
    """One sentence; None for what is no mistake of whoever called. What the table does not know stays as it is.

    The exceptions have no public name: this method is what they have in common.
    """
    message = getattr(failure, "format_message", None)
    if message is None:
        return None
    said = str(message())
    found = ((spanish, match) for english, spanish in _SAID if (match := english.fullmatch(said)))
    return next((spanish.format(*match.groups()) for spanish, match in found), said)
