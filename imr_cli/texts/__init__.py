"""What summaries, rationales and requests say."""
