"""What the person who runs the dashboard asks of it: its log, its health, and that it ends well."""
