"""What is sent never lies on the disk in the clear, and too much of it is counted and let go."""

from io import BytesIO

from django.conf import settings
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.test import RequestFactory

from intreccio.workshop.documents.files.receiving import MOST, InMemory


def sent(*files: bytes):
    request = RequestFactory().post("/", {f"f{at}": named(content) for at, content in enumerate(files)})
    return request.FILES


def named(content: bytes) -> BytesIO:
    file = BytesIO(content)
    file.name = "../../Famiglia Bah.jpg"
    return file


def test_a_large_file_stays_in_memory_and_loses_its_name():
    (file,) = sent(b"x" * 5_000_000).values()
    assert (file.size, len(file.read()), file.name) == (5_000_000, 5_000_000, "file")
    assert not any(TemporaryFileUploadHandler.__name__ in each for each in settings.FILE_UPLOAD_HANDLERS)


def test_more_than_there_is_room_for_is_counted_and_not_kept():
    (file,) = sent(b"x" * (MOST + 1_000_000)).values()
    assert file.size == MOST + 1_000_000
    assert len(file.read()) <= MOST
    first, second = sent(b"x" * (MOST - 10_000), b"y" * 500_000).values()
    assert len(first.read()) == MOST - 10_000
    assert (second.size, len(second.read()) < 500_000) == (500_000, True)


def test_the_handler_is_the_only_one():
    assert [f"{InMemory.__module__}.{InMemory.__name__}"] == settings.FILE_UPLOAD_HANDLERS
