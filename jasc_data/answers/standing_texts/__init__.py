"""The texts that every paper carries: which is in force, and every version that was ever written."""
