#!/bin/sh
# Installs reportlint from the wheels beside this file, without any network.
# Usage: sh install.sh [FOLDER]   (default: ~/.local/share/reportlint)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
target=${1:-"$HOME/.local/share/reportlint"}
python=""
for name in "${PYTHON:-}" python3 python3.13 python3.12 python3.11; do
  if [ -n "$name" ] && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    python=$name
    break
  fi
done
if [ -z "$python" ]; then
  echo "需要 Python 3.11 以上 / Python 3.11 or newer is needed" >&2
  exit 2
fi
"$python" -m venv "$target"
"$target/bin/python" -m pip install --disable-pip-version-check --quiet --upgrade \
  --no-index --find-links "$here/wheels" reportlint
"$target/bin/python" -m compileall -q "$target/lib" || true
"$target/bin/reportlint" --version
echo "已安装 / installed: $target/bin/reportlint"
