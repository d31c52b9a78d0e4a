"""What fails, told in the interface's language: the rooms of articles say it in English, and know no other."""
