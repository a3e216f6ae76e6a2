"""Several cases at once: ordered in words (`in_words`) or picked, asked step by step (`form`), and done in one turn."""
