"""Answers to what is asked of services and of the desk."""
