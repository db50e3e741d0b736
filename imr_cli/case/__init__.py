"""The case: where it comes from, its form, and its model.

Sources and streams cut files into documents, the form says which fields a case has, and the model is what all
other packages read.
"""
