"""The release of the product, raised with each one that is given out."""

VERSION = "1.0.0"
