"""Runs the restore commands of the pages with the real client, against a stub that records what it receives.

The commands are those of tests/golden/restore-commands.json, which the native tests compare with the pages. A shell runs
each one as it is copied, with its placeholders filled in. Call it with the path of the client, avn.
"""

import json
import re
import subprocess
import sys
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

COMMANDS = Path(__file__).parents[1] / "golden/restore-commands.json"
PLACEHOLDERS = {"SERVICE": "shop-db", "PROJECT": "shop-project", "PLAN": "business-4", "CLOUD": "google-europe-west1"}
# A shell function with the command's own name, so that the command itself stays as it is.
FUNCTION = 'avn() { "$AVN" --url "$STUB" --auth-token dummy "$@"; }\n'


class Stub(BaseHTTPRequestHandler):
    """Answers as the API does, as far as the client looks, and records what would create a service."""

    created = []

    def do_GET(self):
        # What the client looks up first: private networks, and the options of the service type.
        self.answer({"vpcs": [], "user_config_schema": {"properties": {}}})

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.created.append((self.path, body))
        self.answer({"service": {}})

    def answer(self, content):
        data = json.dumps(content).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        pass


def filled(command):
    """Returns a command with its placeholders filled in; every word in capitals must be one."""
    return re.sub(r"\b[A-Z]{2,}\b", lambda word: PLACEHOLDERS[word[0]], command)


def received(command, avn, url, home):
    """Runs a command in a shell, and returns the path and body of the one request that creates a service."""
    Stub.created.clear()
    environment = {"PATH": "/usr/bin:/bin", "HOME": home, "AVN": avn, "STUB": url, "NO_PROXY": "*"}
    run = subprocess.run(
        ["bash", "-euc", FUNCTION + filled(command)], env=environment, capture_output=True, text=True, timeout=60
    )
    assert run.returncode == 0, f"{command}\n{run.stdout}{run.stderr}"
    assert len(Stub.created) == 1, f"{command}\n{Stub.created}"
    return Stub.created[0]


def check(case, path, body):
    """Compares a request with what the page means: a fork of the service as it was a minute before the incident."""
    incident = datetime.fromisoformat(re.search(r"[?&]at=([^&]*)Z", case["path"])[1] + "+00:00")
    time = (incident - timedelta(minutes=1)).isoformat()
    assert path == f"/v1/project/{PLACEHOLDERS['PROJECT']}/service", path
    meant = {
        "service_name": PLACEHOLDERS["SERVICE"] + "-restored",
        "service_type": case["service_type"],
        "plan": PLACEHOLDERS["PLAN"],
        "cloud": PLACEHOLDERS["CLOUD"],
        "user_config": {"service_to_fork_from": PLACEHOLDERS["SERVICE"], "recovery_target_time": time},
    }
    actual = {key: body.get(key) for key in meant}
    assert actual == meant, f"{case['path']}\nreceived {actual}\nmeant    {meant}"


def main(avn):
    cases = json.loads(COMMANDS.read_text())
    # Cells of one service have the same command.
    distinct = {(case["service_type"], case["command"]): case for case in cases}.values()
    assert distinct, "there is no command to run"
    server = HTTPServer(("127.0.0.1", 0), Stub)
    Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}"
    with TemporaryDirectory() as home:
        for case in distinct:
            check(case, *received(case["command"], avn, url, home))
    server.shutdown()
    types = sorted(case["service_type"] for case in distinct)
    print(f"The client asked for what the pages mean: {', '.join(types)}, for {len(cases)} cells.")


if __name__ == "__main__":
    main(sys.argv[1])
