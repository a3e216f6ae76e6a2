"""Addresses of the web in people's words: with their scheme or bare («alcaldia-soporte.co», «t.me/x»), which a chat makes
a link of too.

A bare address ends as the best known ones do, or as any other where the rest gives it away: what stands before or
behind it, a hyphen, or three parts. «gracias.Buenas tardes» is a slip of the pen: no chat makes a link of an ending with
one capital.
"""

import re

from itgov_bot.patterns import regex

DOT = "[.․。．｡]"
_LABEL = r"[^\W_][\w-]{0,62}"
_START = r"(?<![^\W_])"
_KNOWN = (
    "(?:com?|net|org|info|biz|io|me|ru|xyz|top|site|online|app|link|club|shop|live|gov|edu|mil|tk|ml|ga|cf|gq|cc|tv|ly|gl"
    "|to|us|uk|es|mx|br|ar|cl|pe|ve|cn|eu|fr|de|it|nl|in|su|pw|ws|icu|vip|dev|page|zip|store|tech|space|website|help|support"
    "|digital|cloud|email|click|ai|gg|ec|pa|bo|uy|ca|ch|be|pt|pl|ua|jp|kr|hk|guru|lat|mobi|pro|today|life|world|news|center"
    "|agency|solutions|services|group|team|chat|buzz|monster|cyou|cfd|sbs|bond|fun|host|press|win|bid|loan|download|stream"
    "|work|trade|review|cam|ink|wiki|xn--[a-z0-9-]{2,59}|[^\\W\\d_]{0,23}[^\\W\\d_\x00-\u024f][^\\W\\d_]{0,23})"
)
"""And in letters that are not ours, whatever it is."""
_ANY = r"[^\W\d_]{2,24}"
_FILE = (
    "docx?|xlsx?|pptx?|pdf|txt|csv|odt|ods|jpe?g|png|gif|bmp|tiff?|mp[34]|avi|exe|msi|dll|bat|py|js|html?|xml|json|log"
    "|rar|7z|dwg"
)
_WORD = (
    "al|con|de|del|desde|el|en|es|est[aá]|favor|gracias|hace|hay|hola|buen[oa]s|la|las|los|me|mi|muchas|necesito|no|para|pero"
    "|por|porque|que|quedo|se|si|sin|solicito|su|tengo|tiene|un|una|urgente|ya|yo|y"
)
_LIKELY = rf"(?!(?:{_FILE}|{_WORD})\b)(?!(?-i:[A-ZÁÉÍÓÚÑ][a-záéíóúñ])){_ANY}\b"
_TAIL = r"(?:[/:?#]\S*)?"
_OCTETS = r"\d{1,3}(?:\.\d{1,3}){3}"
_BEFORE = (
    r"(?:en|a|entr[aeó]|ingres[aeó]|visit[ae]|abr[ae]|link|enlace|p[aá]gina|sitio|web|url|portal|dominio|www)"
)

_SCHEME = r"\b[a-z][a-z0-9+.-]{1,10}:\s?//\s?\S+|\bwww\s?\.\s?\S+(?:\s\.\S+)?"
_ENDS_AS_KNOWN = (
    rf"{_START}(?:{_LABEL}{DOT}){{1,6}}(?!(?-i:De|Es|It|Me|Su|To)\b){_KNOWN}\b(?:\.[a-z]{{2,3}}\b)?{_TAIL}"
)
_GOES_ON = rf"{_START}(?:{_LABEL}{DOT}){{1,6}}{_ANY}(?:/|:\d|[?#]\w)\S*"
_HYPHEN = rf"{_START}(?:{_LABEL}{DOT}){{0,5}}[^\W_]\w{{0,30}}-[\w-]{{0,31}}{DOT}{_LIKELY}{_TAIL}"
_THREE_PARTS = rf"{_START}(?:[^\W_][\w-]{{1,62}}{DOT}){{2,6}}{_LIKELY}{_TAIL}"
_MACHINE = rf"(?<![\d.]){_OCTETS}(?::\d|/(?!\d\d?(?!\S)))\S*"
"""A number of the network alone, or a range of them, is a thing; with a port or a path one can go there."""
_TOLD = rf"\b({_BEFORE}\b[\s:]{{1,3}})(?:{_LABEL}{DOT}){{1,6}}{_LIKELY}{_TAIL}"

LINKS = tuple(
    (regex(pattern, re.IGNORECASE), instead)
    for pattern, instead in (
        (_SCHEME, "[enlace]"),
        (_MACHINE, "[enlace]"),
        (_ENDS_AS_KNOWN, "[enlace]"),
        (_GOES_ON, "[enlace]"),
        (_HYPHEN, "[enlace]"),
        (_THREE_PARTS, "[enlace]"),
        (_TOLD, r"\1[enlace]"),
    )
)
"""Each with what stands in its place."""
