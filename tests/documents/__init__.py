"""What leaves the dashboard, and what is presented."""
