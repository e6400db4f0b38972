"""Playing a recording: the playhead, its clock, the timeline and the transport buttons."""
