"""What a page says by the dozen, addresses of rows and words of ours: Django's own tags look each of them up anew every time.

Registered as builtin after Django's: `{% url %}` and `{% translate %}` are written as everywhere, and answer the same.
"""

from uuid import UUID

from django import template
from django.template.base import Node, Parser, Token
from django.template.context import Context
from django.template.defaulttags import URLNode, url
from django.templatetags.i18n import TranslateNode, do_translate
from django.urls import NoReverseMatch
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from intreccio.ground.kernel.addresses import address_of_row

register = template.Library()


class Address(URLNode):
    """Of a page without keys, or of rows: only the keys change from one to the next."""

    def render(self, context: Context) -> str:
        """Keys that are no ids, and pages that are not there, are Django's to answer."""
        keys = [key.resolve(context) for key in self.args]
        if self.kwargs or not all(type(key) is UUID for key in keys):
            return super().render(context)
        try:
            address = address_of_row(self.view_name.resolve(context), *keys)
        except NoReverseMatch:
            return super().render(context)
        if self.asvar:
            context[self.asvar] = address
            return ""
        return conditional_escape(address) if context.autoescape else address


class Said(Node):
    """Words that stand in the template as they are: nothing to resolve, nothing of somebody's to escape."""

    child_nodelists = ()

    def __init__(self, words: str, asvar: str | None) -> None:
        self.words, self.asvar = words.replace("%", "%%"), asvar
        self.kept: dict[str | None, SafeString] = {}

    def render(self, context: Context) -> str:
        """In the reader's language; looked up in each catalogue once."""
        language = get_language()
        said = self.kept.get(language)
        if said is None:
            said = mark_safe(gettext(self.words).replace("%%", "%"))  # noqa: S308  # from the template or a catalogue
            self.kept[language] = said
        if self.asvar:
            context[self.asvar] = said
            return ""
        return said


@register.tag("url")
def address(parser: Parser, token: Token) -> Address:
    """`{% url "household_page" household.pk %}`."""
    asked = url(parser, token)
    return Address(asked.view_name, asked.args, asked.kwargs, asked.asvar)


@register.tag("translate")
def said(parser: Parser, token: Token) -> Said | TranslateNode:
    """`{% translate "Storia" %}`; words from a variable, with a filter or a context are Django's."""
    asked = do_translate(parser, token)
    words = asked.filter_expression.var.literal
    plain = not (asked.noop or asked.message_context or asked.filter_expression.filters)
    return Said(words, asked.asvar) if plain and isinstance(words, str) else asked
