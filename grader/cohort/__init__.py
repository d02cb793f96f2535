"""A class: a folder of submissions in, a gradebook, feedback and a page about the class out.

What comes in is read by `intake/`. Each exercise module of each submission is a unit of work (`units`), graded by warm
judges (`judges`, or `cluster` on other machines) under `grading`, and kept in one database (`store`). Whatever is
written is made from what the database holds (`marks`, then `gradebook`, `feedback`, `statistics`, `similar`, `page`).
"""
