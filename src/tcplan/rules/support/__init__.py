"""What several rules share: their context, mentions of other entries, and one finding for many entries."""
