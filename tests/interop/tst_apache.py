#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Apache with Debian's mod_auth_openidc, a relying party written in C, in front of a page that only people may see whom
the persona oidc has signed in. Both run on loopback, Apache with a configuration and a folder of its own."""
import html
import http.cookiejar
import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import tempfile
import unittest
import urllib.error
import urllib.parse
import urllib.request

CONFIGURATION = """
ServerRoot /usr/lib/apache2
ServerName 127.0.0.1
Listen 127.0.0.1:{port}
PidFile {folder}/pid
ErrorLog /dev/stderr
DefaultRuntimeDir {folder}
Mutex file:{folder} default
LoadModule mpm_event_module modules/mod_mpm_event.so
LoadModule authz_core_module modules/mod_authz_core.so
LoadModule authn_core_module modules/mod_authn_core.so
LoadModule authz_user_module modules/mod_authz_user.so
LoadModule dir_module modules/mod_dir.so
LoadModule headers_module modules/mod_headers.so
LoadModule auth_openidc_module modules/mod_auth_openidc.so
User www-data
Group www-data
DocumentRoot {folder}/pages
OIDCProviderMetadataURL {issuer}/.well-known/openid-configuration
OIDCClientID webapp
OIDCClientSecret webapp_secret
OIDCRedirectURI http://127.0.0.1:{port}/callback
OIDCCryptoPassphrase for-this-run
OIDCPKCEMethod S256
OIDCScope "openid email profile"
<Location />
    AuthType openid-connect
    Require valid-user
    Header set X-Remote-User "expr=%{{REMOTE_USER}}"
    Header set X-Email "%{{OIDC_CLAIM_email}}e"
</Location>
"""


def start(*command, **more):
    return subprocess.Popen(["setpriv", "--pdeathsig", "KILL", *command], text=True, **more)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Browser:
    """Keeps cookies, follows redirects, and posts the sign-in page it is led to."""

    def __init__(self):
        self.opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        )
        self.opener.addheaders = [("Accept", "text/html"), ("User-Agent", "Mozilla/5.0")]

    def open(self, url, form=None):
        data = urllib.parse.urlencode(form).encode() if form else None
        try:
            with self.opener.open(url, data) as answer:
                return answer, answer.read().decode()
        except urllib.error.HTTPError as answer:
            return answer, answer.read().decode()

    def sign_in(self, url, name, password):
        page, text = self.open(url)
        action = re.search(r'<form method="post" action="([^"]*)">', text)
        if not action:
            return page, text
        form = dict(re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', text))
        target = urllib.parse.urljoin(page.geturl(), html.unescape(action[1]))
        return self.open(target, {**form, "username": name, "password": password})


class RelyingParty(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        program = [os.environ["LATCHKEY_PROGRAM"], "--serve", "--persona", "oidc", "--demo", "--port", "0"]
        cls.server = start(*program, "--data", ":memory:", stdout=subprocess.PIPE)
        cls.issuer = json.loads(cls.server.stdout.readline())["url"].rstrip("/")
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="apache-"))
        cls.folder.chmod(0o755)
        pages = cls.folder / "pages"
        pages.mkdir()
        (pages / "index.html").write_text("For people who are signed in.")
        if os.geteuid() == 0:  # Apache serves as somebody else then
            shutil.chown(cls.folder, "www-data")
        cls.start_apache()

    @classmethod
    def start_apache(cls):
        # Somebody may take the port between our asking and Apache's binding.
        for _ in range(5):
            port = free_port()
            cls.url = f"http://127.0.0.1:{port}/"
            config = cls.folder / "apache2.conf"
            config.write_text(CONFIGURATION.format(port=port, folder=cls.folder, issuer=cls.issuer))
            cls.apache = start("apache2", "-f", str(config), "-DFOREGROUND", stderr=subprocess.PIPE)
            said = []
            for line in cls.apache.stderr:
                said.append(line)
                if "resuming normal operations" in line:
                    return
            cls.apache.wait()
        raise AssertionError("Apache did not start:\n" + "".join(said))

    @classmethod
    def tearDownClass(cls):
        for process, pipe in ((cls.apache, cls.apache.stderr), (cls.server, cls.server.stdout)):
            process.terminate()
            pipe.read()
            end = process.wait()
            pipe.close()
            assert end == 0, f"{process.args} ended with {end}"
        shutil.rmtree(cls.folder)

    def test_the_page_is_reached_after_signing_in(self):
        answer, text = Browser().sign_in(self.url, "ana", "ana_pass")
        self.assertEqual((answer.status, text), (200, "For people who are signed in."))
        self.assertEqual(answer.geturl(), self.url)
        self.assertEqual(answer.headers["X-Remote-User"], "u-ana@" + self.issuer)
        self.assertEqual(answer.headers["X-Email"], "ana@example.test")

    def test_the_session_lasts(self):
        browser = Browser()
        browser.sign_in(self.url, "ben", "ben_pass")
        answer, _ = browser.open(self.url)
        self.assertEqual(answer.headers["X-Email"], "ben@example.test")

    def test_wrong_words_do_not_lead_there(self):
        answer, text = Browser().sign_in(self.url, "ana", "wrong")
        self.assertTrue(answer.geturl().startswith(self.issuer))
        self.assertIn('role="alert"', text)

    def test_an_answer_nobody_asked_for_is_refused(self):
        answer, text = Browser().open(self.url + "callback?code=made-up&state=made-up")
        self.assertGreaterEqual(answer.status, 400)
        self.assertNotIn("For people who are signed in.", text)


if __name__ == "__main__":
    unittest.main(verbosity=2)
