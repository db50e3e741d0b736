"""What the MTUS and the law said, and when.

Rows of documents and topics, the table that is asked for them, the words that lead from a request to a topic,
and the clocks and other dated data of the law.
"""
