"""Who signs in, in two rows: the name that colleagues read, and what opens the door, which is read by nobody else.

Hats are memberships, above.
"""

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from intreccio.ground.kernel.keys import new_key


class UserManager(BaseUserManager["User"]):
    """Makes users; what they may do is said by memberships, never by a flag here."""

    def create_user(self, email: str, name: str, password: str | None = None) -> "User":
        """A user with this address. Without a password they sign in by one-time link or passkey first."""
        user = self.model(email=self.normalize_email(email).lower(), name=name)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        """Addresses are compared without case."""
        return self.get(email__iexact=username)


class Colleague(models.Model):
    """What others at work read of somebody: the name, and whether they still sign in."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    name = models.CharField(_("nome e cognome"), max_length=120)
    is_active = models.BooleanField(default=True)

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        """The name colleagues read."""
        return self.name


class User(Colleague, AbstractBaseUser):
    """Somebody who signs in. No superuser, no staff flag: Django's admin is not part of this house.

    Row security shows this row to its owner and to the house's door alone: `membership.user` is the `Colleague`.
    """

    colleague = models.OneToOneField(
        Colleague, models.CASCADE, parent_link=True, primary_key=True, db_column="id"
    )
    email = models.EmailField(_("indirizzo e-mail"), unique=True)
    date_joined = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects: ClassVar[UserManager] = UserManager()
