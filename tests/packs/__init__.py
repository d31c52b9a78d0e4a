"""Translation packs, between real libraries."""
