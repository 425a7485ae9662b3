"""The front door: `streamlit run app.py` shows Reflet."""

from audit.ui import frame

frame.open_door()
