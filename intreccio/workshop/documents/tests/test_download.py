"""A file leaves without anybody's name on it."""

import pytest

from intreccio.workshop.documents.files import download, show


def test_a_file_is_saved_under_a_neutral_name_and_kept_by_nobody():
    answer = download(b"%PDF", "progetto.pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="progetto.pdf"'
    assert answer["Cache-Control"] == "no-store"
    assert answer.content == b"%PDF"


@pytest.mark.parametrize(
    "name", ["Marchetti.pdf", "progetto marchetti.pdf", 'a".pdf', "a.exe", "../a.pdf", "é.csv"]
)
def test_a_name_that_could_say_whose_it_is_is_refused(name):
    with pytest.raises(ValueError, match="no name"):
        download(b"", name)


@pytest.mark.parametrize(
    ("name", "how"),
    [("documento.jpg", "inline"), ("documento.pdf", "attachment"), ("documento.csv", "attachment")],
)
def test_only_a_picture_is_shown_and_whatever_it_is_it_runs_nothing(name, how):
    answer = show(b"x", name)
    assert answer["Content-Disposition"] == f'{how}; filename="{name}"'
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"
