"""TIME comes in: small rounds that are safe to repeat. `rounds` lists them; app runs them every few seconds."""
