"""What became of flags between two versions, for people and for programs."""
