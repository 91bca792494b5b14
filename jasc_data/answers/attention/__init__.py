"""What needs attention among a force's open items."""
