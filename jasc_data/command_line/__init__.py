"""The command line, thin over the same answers as the pages."""
