"""How a force's headline figures moved since the export before."""
