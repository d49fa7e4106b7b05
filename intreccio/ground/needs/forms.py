"""The tree as a form field, touched and not typed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from intreccio.ground.needs.queries import Branch, Tree


class NeedsTree(forms.CheckboxSelectMultiple):
    """Areas as headings, their lines as choices; what this person uses most stands in a row above."""

    template_name = "ground/needs/pages/_tree.html"
    shortcuts = False

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Django's groups, the first set apart where it is the row of shortcuts."""
        context = super().get_context(name, value, attrs)
        groups = context["widget"]["optgroups"]
        context["most_used"], context["groups"] = (groups[:1], groups[1:]) if self.shortcuts else ([], groups)
        return context


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
        super().__init__(**{"widget": NeedsTree, "label": _("Di che cosa c'è bisogno"), **kwargs})

    def plant(self, tree: Tree) -> None:
        """Offers the branches of a tree. What stands among the shortcuts is not offered twice."""
        first = {leaf.code for leaf in tree.most_used}
        groups = [
            self._group(branch, without=first)
            for branch in (*tree.branches, *(tree.further if self.further else ()))
        ]
        shortcuts = (
            [(_("Quelli che usi di più"), [(leaf.code, leaf) for leaf in tree.most_used])] if first else []
        )
        self.choices = [*shortcuts, *(group for group in groups if group[1])]
        self.widget.shortcuts = bool(first)

    @staticmethod
    def _group(branch: Branch, *, without: set[str]) -> tuple[str, list[tuple[str, object]]]:
        return branch.label, [(leaf.code, leaf) for leaf in branch.leaves if leaf.code not in without]

    def clean(self, value: Any) -> list[str]:
        """The codes, each once."""
        if not self.choices:
            raise RuntimeError("the form has not planted the tree of needs")
        return list(dict.fromkeys(super().clean(value)))
