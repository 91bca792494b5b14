"""How the home force stands against its group and the nation, by kind, at one date."""
