"""When refreshes run by themselves, and what speaks up when one does not."""
