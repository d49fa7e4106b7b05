"""Bytes closed with a key: AES-256-GCM, bound to the name they lie under.

The first key of the settings closes, every key opens: a new key stands before the old ones until all is closed anew.
"""

import hashlib
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

MARK = b"INTR1"
WHICH, NONCE = 8, 12
HEAD = len(MARK) + WHICH + NONCE


class Unreadable(Exception):
    """Why a kept file does not open; says nothing of what is in it."""


def fingerprint(key: bytes) -> bytes:
    """Tells keys apart, and gives none away."""
    return hashlib.sha256(b"intreccio document key" + key).digest()[:WHICH]


def close(content: bytes, name: str) -> bytes:
    """Sealed with the first key, for this name and no other."""
    key, nonce = settings.DOCUMENT_KEYS[0], os.urandom(NONCE)
    return MARK + fingerprint(key) + nonce + AESGCM(key).encrypt(nonce, content, name.encode())


def unseal(sealed: bytes, name: str) -> bytes:
    """What was closed. Raises Unreadable where the key is missing, or the file was changed or lies under another name."""
    keys = {fingerprint(key): key for key in settings.DOCUMENT_KEYS}
    key = keys.get(_which(sealed))
    if not sealed.startswith(MARK) or key is None:
        raise Unreadable("no key of INTRECCIO_DOCUMENT_KEYS has closed this file")
    try:
        return AESGCM(key).decrypt(sealed[HEAD - NONCE : HEAD], sealed[HEAD:], name.encode())
    except (InvalidTag, ValueError) as broken:
        raise Unreadable("the file was changed, or is another one") from broken


def is_of_first_key(sealed: bytes) -> bool:
    """False for what a rotation has still to close anew. The first bytes are enough."""
    return sealed.startswith(MARK) and _which(sealed) == fingerprint(settings.DOCUMENT_KEYS[0])


def _which(sealed: bytes) -> bytes:
    return sealed[len(MARK) : len(MARK) + WHICH]
