"""What would have been, had something been different, under the same luck."""
