"""Kinds of ties that belong together. Codes of `KinshipKind`."""

TOGETHER = ("married", "civil_union", "cohabiting", "couple")
APART = ("separated", "divorced")
CARERS = ("foster_carer", "kin_carer")
