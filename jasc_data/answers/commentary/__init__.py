"""What was said, and when: the current positions of reports and items, and every version of them."""
