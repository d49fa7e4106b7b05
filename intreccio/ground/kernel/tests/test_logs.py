import logging

from intreccio.ground.kernel.logs import WithoutWords


def test_an_error_is_logged_without_what_it_said():
    words = "".join(["Key (name)=(Mar", "chetti) already exists"])
    try:
        try:
            raise ValueError(words)
        except ValueError as error:
            raise RuntimeError(words) from error
    except RuntimeError as error:
        record = logging.LogRecord(
            "django.request",
            logging.ERROR,
            "x.py",
            1,
            "Internal Server Error: %s",
            ("/households/new",),
            (type(error), error, error.__traceback__),
        )
    text = WithoutWords("%(message)s").format(record)
    assert "Marchetti" not in text
    assert "RuntimeError <- ValueError" in text
    assert "test_logs.py" in text
