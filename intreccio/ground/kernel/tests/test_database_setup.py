"""`intreccio database_setup`, typed by an administrator for the first time."""

import os

import pytest
from django.core.management import CommandError, call_command

from tests import environment


def test_an_address_that_opens_nothing_says_what_it_should_name(monkeypatch):
    nowhere = environment.on_database(os.environ["INTRECCIO_ADMIN_URL"], "not_there_yet")
    monkeypatch.setenv("INTRECCIO_ADMIN_URL", nowhere)
    with pytest.raises(CommandError, match="di solito «postgres»"):
        call_command("database_setup")
