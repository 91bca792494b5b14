"""The figures behind the JASC inspection dashboard: reading, storing, comparing and wording them.

Nothing here imports Streamlit: the pages, the command line and the tests all stand on this package.
"""
