"""The process that reads what learners hand in: parses modules, takes notebooks apart, and answers with plain facts.

Reading is work on somebody else's bytes, like running them: it can be made to fail, to take long and to take memory.
So it is done in a process that is locked down like a worker, and costs no more than what it was reading.
"""
