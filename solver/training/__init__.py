"""Training, measuring and promoting networks; needs the extra `train`."""
