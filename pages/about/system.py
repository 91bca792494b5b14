"""How the installation stands: the store, its backups and the settings; and a backup at once."""

import streamlit as st

from jasc_data.answers.system.answer import Running, system_of
from jasc_data.answers.system.tables import checks_table, running_table, settings_table, store_table
from jasc_data.answers.system.text import checked, system_headline, to_be_seen_to
from jasc_data.domain.failures import UserFailure
from jasc_data.uploads.looking_after import back_up, run_checks
from jasc_data.uploads.upload_log import now
from jasc_data.wording.markdown_text import plain
from pages._shared.panels import show_table
from pages._shared.session import current
from pages._shared.streamlit_insides import sessions_now
from pages._shared.writing import kept

session = current()
system = system_of(session.store, session.settings, session.today, now())
st.title(plain(system_headline(system)), anchor=False)
for sentence in to_be_seen_to(system):
    st.warning(plain(sentence), icon=":material/warning:")
show_table(store_table(system))
if session.store.backups and system.changes and st.button("Back up now", icon=":material/save:"):
    with st.spinner("Copying, reading and checking …"):
        kept(lambda: back_up(session.store, session.actor))
st.markdown(
    "A backup is a copy of the whole store, made after every change and read back before it counts. To restore one, "
    "stop the dashboard and run `python -m jasc_data restore-backup FILE`; what is there is kept."
)
st.header("Checks", anchor=False)
st.markdown(
    "They read every row, view, index and original file of the store, and the bytes of the latest five uploads again. "
    "Whoever commits meanwhile waits a moment."
)
if st.button("Run the checks", icon=":material/fact_check:"):
    try:
        with st.spinner("Reading and checking …"):
            found = run_checks(session.store, session.groups, session.actor)
        st.markdown(f"**{plain(checked(found))}.**")
        show_table(checks_table(found))
    except UserFailure as failure:
        st.error(plain(failure), icon=":material/error:")
st.header("What runs", anchor=False)
show_table(running_table(Running(sessions_now())))
st.header("Settings in force", anchor=False)
show_table(settings_table(system))
