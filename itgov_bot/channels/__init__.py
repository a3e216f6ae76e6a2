"""VENDORS: ways to reach people. Each is a small adapter to `contract.Channel`; only the outbox sends."""
