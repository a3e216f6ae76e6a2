"""VENDORS: ways to reach people. Each is a small adapter to `messages.Channel`; only the outbox sends."""
