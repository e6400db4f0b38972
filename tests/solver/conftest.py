"""One thread for torch: small networks on busy machines only wait for each other with more."""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
