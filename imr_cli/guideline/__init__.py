"""What the MTUS and the law said, and when: the table's rows, its words, and the clocks."""
