"""How many items a quarter open and close, and what that means for a target: a range with its assumption."""
