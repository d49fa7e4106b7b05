"""Signs that nobody sees: alone they are no words, and around words they are left out."""

import re

# Signs without width or without a drawing of their own: of joining, of direction, of variation, and blanks that are no space.
_UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_BEFORE = re.compile(rf"[\s{_UNSEEN}]+")
# What varies or joins the sign before it is a part of that sign: of ❤️ the second half is kept.
_AFTER = re.compile(
    r"[\s\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u2800\u3164\ufeff\uffa0]+\Z"
)


def seen(text: str) -> str:
    """The same words without what is not seen at both ends; empty where nothing is seen at all."""
    before = _BEFORE.match(text)
    return _AFTER.sub("", text[before.end() :] if before else text)
