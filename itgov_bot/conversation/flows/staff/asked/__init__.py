"""What is asked, and which service words are about: `questions` comes first, `everyday` where it is unclear."""
