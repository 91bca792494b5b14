"""How does the installation itself stand: its store, its backups, its settings?"""
