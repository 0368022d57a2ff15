"""What was published when: releases, what changed between them, and that nothing changed unsaid."""
