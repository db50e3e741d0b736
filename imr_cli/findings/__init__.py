"""What a check has to say: rules with stable codes, findings with their places, and which are shown."""
