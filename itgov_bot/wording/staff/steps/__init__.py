"""What the steps say that any form may have."""
