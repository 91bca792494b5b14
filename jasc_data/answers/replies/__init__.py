"""The police and crime commissioner's replies to reports: due 56 days after publication, sent or not."""
