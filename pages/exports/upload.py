"""Upload an export: choose it, see what was read and what is wrong or would change, then commit it or leave."""

import streamlit as st

from jasc_data.failures import UserFailure
from jasc_data.intake.as_of import date_in_name
from jasc_data.intake.checking import check_file
from jasc_data.intake.reading import SIZE_LIMIT_MB
from jasc_data.settings import account
from jasc_data.store.uploads import commit, rehearse
from pages._shared.panels import show_problems
from pages._shared.session import current, today
from pages._shared.text import plain
from pages._shared.upload_form import ask_what_it_speaks_for, show_changes, show_what_was_read
from pages._shared.upload_history import show_history

ROUND, TOLD = "upload_round", "upload_told"

session = current()
st.title("Upload an export", anchor=False)
st.markdown(
    "A CSV export of items (a row per record) or of positions (open counts by force and kind). "
    "Nothing changes until you commit, and every upload can be withdrawn."
)
if told := st.session_state.pop(TOLD, None):
    st.success(told, icon=":material/check:")

round_ = st.session_state.setdefault(ROUND, 0)
file = st.file_uploader(f"1. Choose the file (CSV, up to {SIZE_LIMIT_MB} MB)", key=f"file_{round_}")
if file is not None:
    content = file.getvalue()
    suggested = date_in_name(file.name)
    as_of = st.date_input(
        "2. The date for which its figures are correct",
        value=suggested,
        max_value=today(),
        format="DD/MM/YYYY",
        key=f"as_of_{round_}_{file.file_id}",
        help="Leave it empty when the file has an as-of column.",
    )
    if suggested and as_of == suggested:
        st.caption("This date was found in the file's name. Change it if it is not the date of the figures.")
    request = ask_what_it_speaks_for(session, content, file.name, as_of)
    checked = check_file(content, file.name, request, session.upload_context)
    st.subheader("3. What was read", anchor=False)
    show_what_was_read(checked)
    try:
        outcome = rehearse(session.store, checked)
        if outcome.problems:
            show_problems(outcome.problems)
        if outcome.errors:
            number = len(outcome.errors)
            st.error(f"{number} error{'s' if number > 1 else ''}: the file cannot be committed. Nothing was changed.")
        else:
            show_changes(session, checked, outcome)
            warnings = outcome.unacknowledged(())
            accepted = not warnings or st.checkbox(
                f"I have read the {len(warnings)} warning{'s' if len(warnings) > 1 else ''} and accept them"
            )
            if st.button("4. Commit this upload", type="primary", disabled=not accepted):
                codes = {found.code for found in warnings}
                done = commit(
                    session.store,
                    checked,
                    f"{account()} (dashboard)",
                    acknowledged=codes,
                    seen_version=outcome.data_version,
                )
                numbers = ", ".join(str(number) for number in done.upload_ids)
                st.session_state[TOLD] = f"Committed as upload {numbers}: {plain(file.name)}. All pages show it now."
                st.session_state[ROUND] = round_ + 1
                st.rerun()
    except UserFailure as failure:
        st.error(str(failure), icon=":material/error:")

show_history(session)
