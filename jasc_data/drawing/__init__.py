"""What is drawn, and how: charts with their words and tables, the one palette."""
