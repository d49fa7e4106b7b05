"""The one exception of the launcher: a sentence for a person, without a traceback."""


class Refusal(Exception):
    """Something cannot be done; the message says what happened and what to do."""
