"""Steps that any form may have: where it is and how to reach the person, the day and hour, the mailbox; the consent."""
