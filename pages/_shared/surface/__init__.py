"""What stands between the network and Streamlit: who may ask, for what, and what every answer says to the browser."""
