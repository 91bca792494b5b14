"""What is made of the product beside it, by make: lists in its documents, what it is built of."""
