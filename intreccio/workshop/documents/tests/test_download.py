"""A file leaves without anybody's name on it."""

import pytest

from intreccio.workshop.documents.files import download


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
