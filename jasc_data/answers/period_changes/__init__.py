"""What happened to a force's items between two dates."""
