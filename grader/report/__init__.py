"""The result document as people read it.

`telling.py` decides what a report says, once; `next_step.py` what comes next; `status.py` how a status looks. Terminal,
HTML and Markdown only render that, `chart.py` and `svg.py` draw it, and `escape.py` makes learners' text harmless.
"""
