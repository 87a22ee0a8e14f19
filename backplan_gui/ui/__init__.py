"""Pages and widgets: they draw values and offer commands."""
