# Sourced by the scripts that install Python packages for tests.

say() { printf '==> %s\n' "$*"; }

# Installs a file of requirements into a virtual environment in a folder, unless that has been done.
pip_install() {
  local wanted=$1 folder=$2 message=$3
  cmp -s "$wanted" "$folder/installed.txt" && return
  say "$message"
  rm -rf "$folder"
  python3 -m venv "$folder" &&
    "$folder/bin/pip" install --quiet --disable-pip-version-check --no-input --requirement "$wanted" &&
    cp "$wanted" "$folder/installed.txt"
}
