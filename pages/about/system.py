"""How the installation stands: the store, its backups and the settings; and a backup at once."""

import streamlit as st

from jasc_data.answers.system.answer import system_of
from jasc_data.answers.system.tables import settings_table, store_table
from jasc_data.answers.system.text import system_headline, to_be_seen_to
from jasc_data.uploads.upload_log import now
from jasc_data.wording.markdown_text import plain
from pages._shared.panels import show_table
from pages._shared.session import current
from pages._shared.writing import kept

session = current()
system = system_of(session.store, session.settings, session.today, now())
backups = session.store.backups
st.title(plain(system_headline(system)), anchor=False)
for sentence in to_be_seen_to(system):
    st.warning(plain(sentence), icon=":material/warning:")
show_table(store_table(system))
if backups and system.changes and st.button("Back up now", icon=":material/save:"):
    with st.spinner("Copying, reading and checking …"):
        kept(backups.now)
st.markdown(
    "A backup is a copy of the whole store, made after every change and read back before it counts. To restore one, "
    "stop the dashboard and run `python -m jasc_data restore-backup FILE`; what is there is kept. To prove the store "
    "itself, run `check`."
)
st.header("Settings in force", anchor=False)
show_table(settings_table(system))
