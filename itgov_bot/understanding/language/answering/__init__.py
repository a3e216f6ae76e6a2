"""What is answered to a question or a choice: yes and no, which one, a rating, that somebody is back in a moment."""
