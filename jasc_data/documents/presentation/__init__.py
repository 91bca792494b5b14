"""What is presented to a committee: views made of the answers and specs that the pages show."""
