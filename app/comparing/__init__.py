"""Two recordings of one puzzle beside each other, under one playhead."""
