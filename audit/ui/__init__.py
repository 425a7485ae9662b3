"""STREAMLIT, and nowhere else: the page only shows; workers read, judge and print (see `audit/tasks.py`)."""
