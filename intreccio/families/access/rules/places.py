"""Who may read where a signal or a conversation comes from."""


def may_read_place(*, is_protected: bool, works_here: bool) -> bool:
    """Of a family whose address is protected, only who works with it, or at the desk that heard of it."""
    return works_here or not is_protected
