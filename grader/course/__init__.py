"""What a course is made of: course.toml, stubs, and the catalogue of known answers. Read, never run."""
