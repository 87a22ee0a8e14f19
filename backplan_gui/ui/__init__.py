"""Pages and widgets: they draw values and offer commands."""

from ..services.overrides import guard_overrides

guard_overrides()
