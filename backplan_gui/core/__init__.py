"""Values and pure functions: no toolkit, no disk, no clock, no chance."""
