"""What training a network and fitting one to a task share: losses, slots, averaged weights, rates and AdamW."""
