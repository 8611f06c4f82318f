# SPDX-License-Identifier: GPL-3.0-or-later
"""The local server with a crowd of tokens, and what contestants need to talk to it."""

import json
import subprocess
import urllib.parse
import urllib.request

from rounds import Skipped

form = {"Content-Type": "application/x-www-form-urlencoded"}


class LocalServer:
    """One running local server whose list of access tokens has about `rows` rows; ends with the `with` statement."""

    def __init__(self, program, rows):
        # Six of ten tokens of a crowd are access tokens.
        self.command = [program, "--serve", "--persona", "teneo", "--port", "0", "--data", ":memory:"]
        self.command += ["--demo", str(-(-rows * 10 // 6)), "--seed", "7", "--end-with-input"]
        self.process = None
        self.url = None

    def __enter__(self):
        self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        line = self.process.stdout.readline()
        if not line:
            raise Skipped("The local server did not start.")
        self.url = json.loads(line)["url"].rstrip("/")
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(60)
        self.process.stdout.close()

    @property
    def list_url(self):
        return self.url + "/oauth2/access-tokens"

    def bearer(self):
        values = {"grant_type": "client_credentials", "client_id": "admin", "client_secret": "admin_pass"}
        request = urllib.request.Request(self.url + "/oauth2/token", urllib.parse.urlencode(values).encode(), form)
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)["access_token"]

    def list(self, bearer):
        """The list as it is sent."""
        request = urllib.request.Request(self.list_url, headers={"Authorization": f"Bearer {bearer}"})
        with urllib.request.urlopen(request, timeout=600) as answer:
            return answer.read()
