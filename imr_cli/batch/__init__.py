"""Many cases, one folder, nothing lost."""
