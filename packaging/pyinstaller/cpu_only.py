"""Runs first in an app built for the CPU: hides GPUs, for which libraries were left out."""

import os

os.environ["CUDA_VISIBLE_DEVICES"] = ""
