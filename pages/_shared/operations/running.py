"""From the server's start to its end: commits under way and the last backup are finished before the process goes."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from pages._shared.operations.ahead import fetch_ahead
from pages._shared.operations.interpreter import take_back_what_was_set_aside
from pages._shared.session import close_stores


@asynccontextmanager
async def running(_app: Any) -> AsyncIterator[None]:
    """The lifespan of ``st.App``: it ends when the server was told to, and every connection is closed."""
    first_page = fetch_ahead()
    yield
    log = logging.getLogger("jasc")
    log.info("The dashboard ends: commits under way and the last backup are finished first")
    await asyncio.to_thread(first_page.join)
    await asyncio.to_thread(close_stores)
    log.info("The store is closed")
    take_back_what_was_set_aside()
