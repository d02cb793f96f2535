"""What connects the judge and its workers: frames, processes, limits. Data crosses it and nothing else."""
