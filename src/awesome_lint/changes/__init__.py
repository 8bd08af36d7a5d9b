"""What a change brought: the findings of the new text that the old one did not have."""
