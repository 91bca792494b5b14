"""Whose are the open items, how old are they, and when are they due?"""
