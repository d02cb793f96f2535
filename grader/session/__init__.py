"""Programs that stay in front of a learner: watch, the check in a notebook kernel, doctor."""
