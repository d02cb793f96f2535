#!/usr/bin/env bash
# Gradescope runs this once, when it builds the image: a Python that is new enough, and the grader in an environment.
set -euo pipefail

root="${AUTOGRADER_ROOT:-/autograder}" # where Gradescope puts everything
export PIP_EXTRA_INDEX_URL="${PIP_EXTRA_INDEX_URL-https://download.pytorch.org/whl/cpu}" # torch without CUDA

find_python() {
  for name in python3 python3.13 python3.12 python3.11; do
    if "$name" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      echo "$name"
      return 0
    fi
  done
  return 1
}

if ! python="$(find_python)"; then
  apt-get update
  apt-get install -y python3.12 python3.12-venv || apt-get install -y python3.11 python3.11-venv
  python="$(find_python)"
fi

if [ ! -x "$root/venv/bin/python" ]; then
  "$python" -m venv "$root/venv"
fi
"$root/venv/bin/python" -m pip install "$root/source/course"
