"""What several questions rest on: headlines, national averages, who is averaged, reports' names, items' sources."""
