"""Facts are kept as acts happen, and can be made anew from them."""
