"""The cellar: every setting in one file, read from the environment.

Nothing here imports the rest of the house. `docs/how-to/settings.md` lists the variables.
"""

import binascii
import os
from base64 import urlsafe_b64decode
from pathlib import Path
from urllib.parse import unquote, urlsplit

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

PACKAGE = Path(__file__).resolve().parent
HOME = Path(os.environ.get("INTRECCIO_HOME", ".local")).resolve()


def flag(name: str, *, default: bool = False) -> bool:
    """A yes-or-no variable: 1, true, yes, si."""
    value = os.environ.get(name, "")
    return value.lower() in {"1", "true", "yes", "si", "sì"} if value else default


DEMO = flag("INTRECCIO_DEMO")
COMMAND = flag(
    "INTRECCIO_COMMAND"
)  # set by the console script: commands may hold the owner's and the keeper's keys
DEBUG = flag("INTRECCIO_DEBUG")
SECRET_KEY = os.environ.get("SECRET_KEY", "")
if not SECRET_KEY:
    raise ImproperlyConfigured("Manca SECRET_KEY: una stringa lunga e casuale, la stessa a ogni avvio.")
if DEBUG and not DEMO:
    raise ImproperlyConfigured("INTRECCIO_DEBUG non si accende su un'installazione vera: toglietelo.")
if DEMO and os.environ.get("HOST", "127.0.0.1") not in {"127.0.0.1", "localhost", "::1"}:
    raise ImproperlyConfigured(
        "La dimostrazione risponde solo su questo computer: HOST deve essere 127.0.0.1."
    )


def document_key(text: str) -> bytes:
    """One key of INTRECCIO_DOCUMENT_KEYS."""
    try:
        key = urlsafe_b64decode(text.strip())
    except binascii.Error:
        key = b""
    if len(key) != 32:
        raise ImproperlyConfigured(
            "INTRECCIO_DOCUMENT_KEYS: una o più chiavi separate da virgole, ognuna di 32 byte in base64."
        )
    return key


# What families' documents are closed with: the first closes, all open.
DOCUMENT_KEYS = [document_key(text) for text in os.environ.get("INTRECCIO_DOCUMENT_KEYS", "").split(",")]
FILES = HOME / "files"  # the sealed documents; nothing serves this folder

# Half of a page's time in the database goes into planning: statements that come again are planned once a connection.
PREPARED = {"server_side_binding": True, "prepare_threshold": 2}


def database(url: str, *, pages: bool = False, pool: bool = False) -> dict[str, object]:
    """Django's settings for a `postgresql://user:password@host:port/name` address."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"}:
        raise ImproperlyConfigured("Gli indirizzi del database cominciano con postgresql://")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        # A pooled connection is handed from request to request: nothing may live in the session.
        "OPTIONS": {
            **(PREPARED if pages else {}),
            **({"pool": {"min_size": 1, "max_size": 8, "timeout": 10}} if pool else {}),
        },
    }


DATABASE_URLS = {
    "default": os.environ.get("DATABASE_URL", ""),
    "owner": os.environ.get("DATABASE_OWNER_URL", ""),
    "keeper": os.environ.get("DATABASE_KEEPER_URL", ""),
}
if not DATABASE_URLS["default"]:
    raise ImproperlyConfigured(
        "Manca DATABASE_URL: l'indirizzo del database per il ruolo che serve le pagine."
    )
# The web process is started without the owner's and the keeper's addresses: it cannot use what it has not.
DATABASES = {
    alias: database(url, pages=alias == "default", pool=alias == "default" and flag("INTRECCIO_POOL"))
    for alias, url in DATABASE_URLS.items()
    if url
}
DATABASE_DEFINER = os.environ.get("INTRECCIO_DEFINER", "intreccio_definer")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "procrastinate.contrib.django",
    "intreccio.ground.kernel",
    "intreccio.ground.design",
    "intreccio.ground.accounts",
    "intreccio.ground.parameters",
    "intreccio.ground.territory",
    "intreccio.ground.needs",
    "intreccio.workshop.documents",
    "intreccio.workshop.messages",
    "intreccio.workshop.calendar",
    "intreccio.workshop.imports",
    "intreccio.workshop.protocols",
    "intreccio.workshop.instruments",
    "intreccio.parties.organisations",
    "intreccio.parties.people",
    "intreccio.offer.funds",
    "intreccio.offer.directory",
    "intreccio.families.access",
    "intreccio.families.cases",
    "intreccio.families.assessments",
    "intreccio.families.plans",
    "intreccio.families.diary",
    "intreccio.families.referrals",
    "intreccio.families.around",
    "intreccio.evidence.impact",
    "intreccio.answers.school",
    "intreccio.network.staff",
    "intreccio.front.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "intreccio.ground.kernel.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "intreccio.ground.kernel.middleware.ActorMiddleware",
    "intreccio.ground.accounts.middleware.SignInMiddleware",
    "intreccio.ground.accounts.middleware.SecondFactorMiddleware",
]

ROOT_URLCONF = "intreccio.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # Pages stand beside their views and are named by full path: families/access/pages/inbox.html.
        # Design's own folder comes second so that it can dress allauth's and Django's templates.
        "DIRS": [PACKAGE, PACKAGE / "ground" / "design" / "dressing"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "intreccio.ground.design.context.frame",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "intreccio.ground.design.templatetags.repeated",
                "intreccio.ground.design.templatetags.design",
                "intreccio.ground.design.templatetags.charts",
            ],
        },
    }
]
FORM_RENDERER = "intreccio.ground.design.forms.Renderer"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["intreccio.ground.accounts.backend.HouseBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_ADAPTER = "intreccio.workshop.messages.adapter.OutboxAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # else a stranger could have mail sent to any address
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_FORMS = {
    "login": "intreccio.ground.accounts.forms.LoginForm",
    "reauthenticate": "intreccio.ground.accounts.forms.ReauthenticateForm",
    "reset_password": "intreccio.ground.accounts.forms.ResetPasswordForm",
    "reset_password_from_key": "intreccio.ground.accounts.forms.ResetPasswordKeyForm",
    "change_password": "intreccio.ground.accounts.forms.ChangePasswordForm",
    "set_password": "intreccio.ground.accounts.forms.SetPasswordForm",
}
MFA_ADAPTER = "intreccio.ground.accounts.adapter.SecondStepAdapter"
MFA_FORMS = {
    "authenticate": "intreccio.ground.accounts.forms.AuthenticateForm",
    "reauthenticate": "intreccio.ground.accounts.forms.SecondReauthenticateForm",
    "activate_totp": "intreccio.ground.accounts.forms.ActivateTOTPForm",
    "add_webauthn": "intreccio.ground.accounts.forms.AddWebAuthnForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Intreccio"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEMO
REQUIRE_MFA = flag("INTRECCIO_REQUIRE_MFA", default=not DEMO)

CODE_PREFIX = os.environ.get("INTRECCIO_CODE_PREFIX", "VSM" if DEMO else "INT")  # of a household's short code
PUBLIC_ADDRESS = os.environ.get("INTRECCIO_ADDRESS", f"http://127.0.0.1:{os.environ.get('PORT', '8000')}")
ALLOWED_HOSTS = os.environ.get("INTRECCIO_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if flag("INTRECCIO_BEHIND_PROXY") else 0
CSRF_TRUSTED_ORIGINS = [PUBLIC_ADDRESS]
CSRF_FAILURE_VIEW = "intreccio.ground.kernel.middleware.token_of_before"
SECURE = not DEMO
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if flag("INTRECCIO_BEHIND_PROXY") else None
SESSION_COOKIE_AGE = 60 * 60 * 12
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

EMAIL_URL = os.environ.get("INTRECCIO_SMTP", "")
if EMAIL_URL:
    _smtp = urlsplit(EMAIL_URL)
    EMAIL_HOST, EMAIL_PORT = _smtp.hostname or "localhost", _smtp.port or 587
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_smtp.username or ""), unquote(_smtp.password or "")
    EMAIL_USE_TLS = _smtp.scheme == "smtp+tls"
else:
    EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
# In seconds: one worker sends everything, and a post office that says nothing would stop it for good.
EMAIL_TIMEOUT = 60
DEFAULT_FROM_EMAIL = os.environ.get("INTRECCIO_MAIL_FROM", "intreccio@example.org")

LANGUAGE_CODE = "it"
LANGUAGES = [("it", "Italiano"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "intreccio_language"
LANGUAGE_COOKIE_AGE = 60 * 60 * 24 * 365
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = USE_TZ = True
TIME_ZONE = "Europe/Rome"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

STATIC_URL = "/static/"
STATICFILES_DIRS = [HOME / "assets"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_MAX_AGE = 3600
CACHES = {
    "default": {
        "BACKEND": "intreccio.ground.kernel.cache.DoorCache",
        "LOCATION": "kernel_cache",
        "KEY_FUNCTION": "intreccio.ground.kernel.tally.cache_key",
    }
}
SESSION_ENGINE = "intreccio.ground.accounts.sessions"
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 5
FILE_UPLOAD_HANDLERS = ["intreccio.workshop.documents.files.receiving.InMemory"]

# Nothing personal in logs, and no link that opens: request lines carry routes and ids, errors their kind and place but not
# their words.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "quiet": {
            "()": "intreccio.ground.kernel.logs.WithoutWords",
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
        }
    },
    "filters": {"routes": {"()": "intreccio.ground.kernel.logs.WithoutAddresses"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "quiet", "filters": ["routes"]},
    },
    "root": {"handlers": ["console"], "level": os.environ.get("INTRECCIO_LOG", "WARNING")},
    "loggers": {
        "django": {"handlers": []},  # else Django adds its own, which quotes addresses
        "django.request": {"filters": ["routes"]},
        "django.security.csrf": {"filters": ["routes"]},
        "django.db.backends": {"level": "WARNING"},
        "procrastinate": {"level": "WARNING"},
    },
}
DEFAULT_EXCEPTION_REPORTER_FILTER = "django.views.debug.SafeExceptionReporterFilter"
SILENCED_SYSTEM_CHECKS: list[str] = []
