"""What several commands share: options, messages, the files they are about, running an edit."""
