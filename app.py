"""The entry, for ``streamlit run app.py``: the server imports it once, then runs it for every visit.

The server needs little to answer a browser, which then takes a second to fetch what it draws with: the rest is imported
meanwhile (``ahead``), and a visit that comes before waits for it here.
"""

import streamlit as st

from pages._shared.operations.ahead import a_page_stands, open_ahead
from pages._shared.operations.health import health_route
from pages._shared.operations.interpreter import take_turns_often
from pages._shared.operations.log_lines import start_log
from pages._shared.operations.running import running
from pages._shared.streamlit_insides import (
    begin_with_the_server,
    end_quietly,
    forget_widgets_that_are_gone,
    is_a_visit,
    keep_to_visitors,
    look_for_no_components,
    lose_no_answer,
    send_at_once,
    take_pages_from_navigation,
)
from pages._shared.surface.layers import layers
from pages._shared.surface.visitors import COOKIE

if is_a_visit():
    from pages._shared.visit import show_page

    show_page()
    a_page_stands()
else:
    start_log()
    keep_to_visitors(COOKIE)
    lose_no_answer()
    forget_widgets_that_are_gone()
    end_quietly()
    send_at_once()
    look_for_no_components()
    begin_with_the_server(open_ahead)
    base = st.get_option("server.baseUrlPath")
    app = st.App(__file__, lifespan=running, routes=[health_route(base)], middleware=layers(base))
    take_pages_from_navigation()
    take_turns_often()
