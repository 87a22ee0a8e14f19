"""Whether a desktop has a way to keep the screen on, seen without asking for it.

The bus itself is asked who is on it, or would be started by a call: it answers within a
millisecond, and no service of the desktop is troubled.
"""

WAYS = ("org.freedesktop.ScreenSaver", "org.gnome.SessionManager")
"""The services that wakepy 1.0 asks for this, in its order."""
ANSWER_S = 0.03
"""How long the bus may take for each of three answers: nobody notices them all together."""


def offered() -> bool | None:
    """There is a way; None where the bus is too slow to tell."""
    try:
        return not set(WAYS).isdisjoint(_names())
    except TimeoutError:
        return None
    except Exception:  # noqa: BLE001  # no bus, or one that is none
        return False


def _names() -> list[str]:
    """Who is on the session's bus, or would be if it were called."""
    from jeepney.io import blocking  # type: ignore[import-untyped]  # it has no types

    bus_itself = blocking.message_bus
    with blocking.open_dbus_connection(auth_timeout=ANSWER_S) as bus:
        asked = (bus_itself.ListNames(), bus_itself.ListActivatableNames())
        replies = [bus.send_and_get_reply(message, timeout=ANSWER_S) for message in asked]
    return [name for reply in replies for name in reply.body[0]]
