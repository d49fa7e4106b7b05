"""What start-up refuses: a serving role that row security would not bind."""

from collections.abc import Iterator

from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper

_ROLE = """
    SELECT r.rolsuper, r.rolbypassrls,
      EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
              WHERE n.nspname = 'public' AND c.relkind = 'r' AND pg_has_role(r.oid, c.relowner, 'MEMBER'))
    FROM pg_roles r WHERE r.rolname = current_user
"""


def why_not_serve(connection: BaseDatabaseWrapper) -> Iterator[str]:
    """Each reason in one sentence; nothing where the role may serve."""
    if set(settings.DATABASES) - {"default"} and not settings.DEMO and not settings.COMMAND:
        yield "Il server delle pagine non deve ricevere DATABASE_OWNER_URL né DATABASE_KEEPER_URL: toglietele."
    with connection.cursor() as cursor:
        cursor.execute(_ROLE)
        superuser, bypasses, owns = cursor.fetchone() or (True, True, True)
    if superuser:
        yield "Il ruolo di DATABASE_URL è superutente: la sicurezza delle righe non varrebbe. Usate intreccio_app."
    if bypasses:
        yield "Il ruolo di DATABASE_URL salta la sicurezza delle righe (BYPASSRLS). Usate intreccio_app."
    if owns:
        yield "Il ruolo di DATABASE_URL possiede le tabelle: le pagine vanno servite da intreccio_app."
