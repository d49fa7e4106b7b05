"""On the disk nothing of a document can be read; a key can be changed, also when the power goes half way."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.refused import Refused
from intreccio.ground.kernel.viewer import House
from intreccio.workshop.documents import queries
from intreccio.workshop.documents.actions import DAY, KEPT_ASIDE, load_limits, store, tidy_files
from intreccio.workshop.documents.files import shelf
from intreccio.workshop.documents.files.content import checked
from intreccio.workshop.documents.files.seal import Unreadable
from intreccio.workshop.documents.models import Document
from intreccio.workshop.documents.tests.makers import LIMITS, paper, picture

WORDS = b"La mamma racconta che la sera non si dorme"
FIRST, SECOND = b"1" * 32, b"2" * 32


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path: Path) -> Path:
    settings.FILES, settings.DOCUMENT_KEYS = tmp_path / "files", [FIRST]
    return settings.FILES


def everything(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def kept(*contents: bytes) -> list[str]:
    names = [shelf.new_name() for _ in contents]
    for name, content in zip(names, contents, strict=True):
        shelf.put(name, content)
    return names


def test_what_lies_on_the_disk_says_nothing(own_folder):
    (name,) = kept(WORDS)
    lying = everything(own_folder)
    assert len(lying) > len(WORDS)
    assert not any(word in lying for word in WORDS.split() if len(word) > 3)
    assert shelf.get(name) == WORDS
    assert {path.stat().st_mode & 0o077 for path in own_folder.rglob("*")} == {0}


def test_the_same_content_is_closed_otherwise_each_time(own_folder):
    kept(WORDS, WORDS)
    first, second = (path.read_bytes() for path in own_folder.glob("*/*"))
    assert first[-40:] != second[-40:]


def test_without_its_key_it_does_not_open(settings):
    (name,) = kept(WORDS)
    settings.DOCUMENT_KEYS = [SECOND]
    with pytest.raises(Unreadable, match="no key"):
        shelf.get(name)


@pytest.mark.parametrize("place", [0, 5, 14, 30, -1])
def test_a_changed_byte_is_noticed(own_folder, place):
    (name,) = kept(WORDS)
    (file,) = own_folder.glob("*/*")
    changed = bytearray(file.read_bytes())
    changed[place] ^= 1
    file.write_bytes(changed)
    with pytest.raises(Unreadable):
        shelf.get(name)


def test_one_file_cannot_stand_in_for_another(own_folder):
    mine, theirs = kept(WORDS, b"altro")
    (own_folder / mine[:2] / mine).write_bytes((own_folder / theirs[:2] / theirs).read_bytes())
    with pytest.raises(Unreadable, match="another"):
        shelf.get(mine)


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "a" * 63, "A" * 64, f"{'a' * 63}/"])
def test_no_other_name_leads_into_the_folder(name):
    with pytest.raises(ValueError, match="hexadecimal"):
        shelf.get(name)


def test_a_new_key_closes_everything_anew_and_the_old_one_can_go(settings, capsys):
    names = kept(WORDS, b"due", b"tre")
    settings.DOCUMENT_KEYS = [SECOND, FIRST]
    (later,) = kept(b"quattro")
    assert [shelf.get(name) for name in (*names, later)] == [WORDS, b"due", b"tre", b"quattro"]
    call_command("rotate_document_keys")
    assert "chiusi con la prima chiave: 3" in capsys.readouterr().out
    call_command("rotate_document_keys")
    assert "chiusi con la prima chiave: 0" in capsys.readouterr().out
    settings.DOCUMENT_KEYS = [SECOND]
    assert [shelf.get(name) for name in (*names, later)] == [WORDS, b"due", b"tre", b"quattro"]


def test_a_rotation_says_what_it_cannot_open_and_leaves_it(settings, own_folder):
    (lost,) = kept(WORDS)
    settings.DOCUMENT_KEYS = [SECOND]
    before = everything(own_folder)
    with pytest.raises(CommandError, match=f"1. Non togliete.*{lost}"):
        call_command("rotate_document_keys")
    assert everything(own_folder) == before


ROTATE = """
import sys
from pathlib import Path
from django.conf import settings
settings.configure(FILES=Path(sys.argv[1]), DOCUMENT_KEYS=[b"2" * 32, b"1" * 32], USE_I18N=False)
from intreccio.workshop.documents.files import shelf
print("begun", flush=True)
shelf.rotate()
"""


def test_killed_half_way_everything_still_opens_and_it_goes_on(settings, own_folder):
    contents = [bytes([number]) * 200_000 for number in range(60)]
    names = kept(*contents)
    for pause in (0.0, 0.02, 0.05):
        child = subprocess.Popen(
            [sys.executable, "-c", ROTATE, str(own_folder)], stdout=subprocess.PIPE, text=True
        )
        assert child.stdout is not None
        assert child.stdout.readline() == "begun\n"
        time.sleep(pause)
        child.kill()
        child.wait()
        settings.DOCUMENT_KEYS = [SECOND, FIRST]
        assert [shelf.get(name) for name in names] == contents
    shelf.rotate()
    settings.DOCUMENT_KEYS = [SECOND]
    assert [shelf.get(name) for name in names] == contents


WRITE = """
import sys
from pathlib import Path
from django.conf import settings
settings.configure(FILES=Path(sys.argv[1]), DOCUMENT_KEYS=[b"1" * 32], USE_I18N=False)
from intreccio.workshop.documents.files import shelf
print("begun", flush=True)
while True:
    shelf.put(shelf.new_name(), b"whole" * 400_000)
"""


def test_killed_while_it_writes_no_file_is_half_there(own_folder):
    for pause in (0.05, 0.11, 0.17, 0.23):
        child = subprocess.Popen(
            [sys.executable, "-c", WRITE, str(own_folder)], stdout=subprocess.PIPE, text=True
        )
        assert child.stdout is not None
        assert child.stdout.readline() == "begun\n"
        time.sleep(pause)
        child.kill()
        child.wait()
    names = [path.name for path in own_folder.glob("*/*") if path.suffix != ".part"]
    assert names
    assert all(shelf.get(name) == b"whole" * 400_000 for name in names)


def test_store_writes_the_file_and_then_its_row(acting_as):
    with acting_as("educatrice") as viewer:
        row = store(checked(picture(), LIMITS), by=viewer)
    assert (row.media_type, row.added_by) == ("image/jpeg", viewer.membership_id)
    assert queries.content_of(row)[:3] == b"\xff\xd8\xff"
    assert queries.neutral_name(row) == "documento.jpg"
    assert row.size == len(shelf.get(row.name))


def test_whoever_has_written_one_does_not_thereby_read_its_row(acting_as):
    with acting_as("educatrice") as viewer:
        row = store(checked(paper(), LIMITS), by=viewer)
        assert not Document.objects.filter(pk=row.pk).exists()


def test_what_does_not_open_is_said_in_a_sentence(settings, acting_as, own_folder):
    with acting_as("educatrice") as viewer:
        row = store(checked(paper(), LIMITS), by=viewer)
    settings.DOCUMENT_KEYS = [SECOND]
    with pytest.raises(Refused) as no:
        queries.content_of(row)
    assert "manca la chiave" in str(no.value.reason)
    settings.DOCUMENT_KEYS = [FIRST]
    shelf.put(row.name, b"another content under the same name")
    with pytest.raises(Refused):
        queries.content_of(row)
    next(own_folder.glob("*/*")).unlink()
    with pytest.raises(Refused):
        queries.content_of(row)


def test_tidy_files_sets_aside_what_no_row_names_and_brings_it_back_if_one_does(acting_as, own_folder):
    with acting_as("educatrice") as viewer:
        row = store(checked(paper(), LIMITS), by=viewer)
    (orphan,) = kept(WORDS)
    (own_folder / orphan[:2] / f"{orphan}.1234.part").write_bytes(b"half")
    assert tidy_files() == 0, "what is being written now is not touched"
    later = time.time() + 2 * DAY
    assert tidy_files(at=later) == 1
    assert shelf.get(orphan) == WORDS
    assert not list(own_folder.glob("*/*.part"))
    shelf.set_aside([row.name])
    assert queries.content_of(row)
    tidy_files(at=later)
    assert set(shelf.those_aside()) == {orphan}
    tidy_files(at=later + KEPT_ASIDE)
    with pytest.raises(Unreadable, match="not in the folder"):
        shelf.get(orphan)
    assert queries.content_of(row)


def test_a_file_that_could_not_be_written_leaves_no_row(acting_as, own_folder, monkeypatch):
    monkeypatch.setattr(os, "fsync", _no_room)
    with acting_as("educatrice") as viewer, pytest.raises(OSError, match="no room"):
        store(checked(paper(), LIMITS), by=viewer)
    with acting(House("jobs")):
        assert not queries.named([path.name for path in own_folder.glob("*/*")])
    assert not everything(own_folder)


def _no_room(_handle: int) -> None:
    raise OSError("no room")


def test_how_big_a_file_may_be_is_a_dated_number(db, today):
    with acting(House("jobs")):
        assert queries.limits_on(today) == LIMITS
        assert load_limits("default") == 0
