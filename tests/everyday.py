"""Whether tests run at full numbers, as `make soak` has them do, or as on every change."""

import os

IS_SOAK = os.environ.get("HYPOTHESIS_PROFILE") == "soak"
