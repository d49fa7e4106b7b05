"""The tree as a form field, touched and not typed. `design` draws it: areas as headings, lines as choices."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from intreccio.ground.design.forms import Explained, TouchBoxes
from intreccio.ground.needs.queries import Branch, Leaf, Tree

Choice = tuple[str, Explained]
Group = tuple[str, list[Choice]]


class NeedsField(forms.MultipleChoiceField):
    """Codes of the thread. A form plants the tree when it is made: `self.fields["needs"].plant(tree(viewer))`.

    further: offers the dimensions of health and the themes too, as the page of a service does.
    """

    default_error_messages = {
        "required": _("Tocca almeno una voce."),
        "invalid_choice": _("«%(value)s» non è una voce dell'elenco."),
    }

    def __init__(self, *, further: bool = False, **kwargs: Any) -> None:
        self.further = further
        super().__init__(
            **{"widget": TouchBoxes(layout="needs"), "label": _("Di che cosa c'è bisogno"), **kwargs}
        )

    def plant(self, tree: Tree) -> None:
        """Offers the branches of a tree, what the viewer uses most before them. Nothing is offered twice."""
        first = {leaf.code for leaf in tree.most_used}
        branches = [*tree.branches, *(tree.further if self.further else ())]
        groups: list[Group] = [(gettext("Quelli che usi di più"), [_choice(leaf) for leaf in tree.most_used])]
        groups += [_group(branch, without=first) for branch in branches]
        self.choices = [group for group in groups if group[1]]

    def clean(self, value: Any) -> list[str]:
        """The codes, each once."""
        if not self.choices:
            raise RuntimeError("the form has not planted the tree of needs")
        return list(dict.fromkeys(super().clean(value)))


def _group(branch: Branch, *, without: set[str]) -> Group:
    return branch.label, [_choice(leaf) for leaf in branch.leaves if leaf.code not in without]


def _choice(leaf: Leaf) -> Choice:
    return leaf.code, Explained(leaf.plain, leaf.label if leaf.label != leaf.plain else "")
