"""One run of the tests on a submission, and the marks that it gives."""
