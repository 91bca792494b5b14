"""The only Streamlit code that pages share: who is here and what is held, the choices in the URL, the panels."""
