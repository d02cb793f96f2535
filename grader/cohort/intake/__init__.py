"""What a teacher has, made into one hand-in a student: folders and archives, each platform's names, the roster."""
