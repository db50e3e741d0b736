"""What users type and see."""
