"""What lies behind one headline figure: its open items by report and by status."""
