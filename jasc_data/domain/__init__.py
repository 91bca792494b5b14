"""The words of the field, the forces and their groups, limits, and what can be set. It knows no other layer."""
