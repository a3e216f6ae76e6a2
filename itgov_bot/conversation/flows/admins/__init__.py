"""What administrators do: roles and health (`roles`), who left (`leaving`), invitations, teaching.

What they say of people is read in known shapes (`in_words`), or in any words (`people_told`).
"""
