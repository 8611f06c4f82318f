#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Debian's python3-authlib as a client of the local server's token endpoints, through python3-requests: the grants each
persona has, refresh and revocation, and what is refused."""
import json
import os
import subprocess
import unittest

import requests
from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session

os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"  # it is on loopback


class Persona(unittest.TestCase):
    """Serves one persona with demo data while its tests run; then it has to have ended well."""

    name = ""

    @classmethod
    def setUpClass(cls):
        program = [os.environ["LATCHKEY_PROGRAM"], "--serve", "--persona", cls.name, "--demo", "--port", "0"]
        cls.server = subprocess.Popen(
            ["setpriv", "--pdeathsig", "KILL", *program, "--data", ":memory:"], stdout=subprocess.PIPE, text=True
        )
        cls.url = json.loads(cls.server.stdout.readline())["url"].rstrip("/")

    @classmethod
    def tearDownClass(cls):
        cls.server.terminate()
        end = cls.server.wait()
        cls.server.stdout.close()
        assert end == 0, f"the local server ended with {end}"

    def client(self, client_id, secret, method="client_secret_basic", **more):
        session = OAuth2Session(client_id, secret, token_endpoint_auth_method=method, **more)
        self.addCleanup(session.close)
        return session

    def refused(self, code, client, url, **parameters):
        with self.assertRaises(OAuthError) as caught:
            client.fetch_token(url, **parameters)
        self.assertEqual(caught.exception.error, code)


class Oidc(Persona):
    name = "oidc"

    def setUp(self):
        self.token_url = self.url + "/token"
        self.service = self.client("service", "service_secret")
        self.webapp = self.client("webapp", "webapp_secret", scope="openid email")

    def is_active(self, token):
        return self.service.introspect_token(self.url + "/introspect", token=token).json()["active"]

    def test_client_credentials(self):
        for method in ("client_secret_basic", "client_secret_post"):
            token = self.client("service", "service_secret", method).fetch_token(self.token_url)
            self.assertEqual(token["token_type"], "Bearer")
            self.assertTrue(self.is_active(token["access_token"]))

    def test_password_and_refresh(self):
        token = self.webapp.fetch_token(self.token_url, username="ana", password="ana_pass")
        self.assertIn("id_token", token)
        self.assertEqual(self.webapp.get(self.url + "/userinfo").json()["email"], "ana@example.test")
        renewed = self.webapp.refresh_token(self.token_url, refresh_token=token["refresh_token"])
        self.assertNotEqual(renewed["refresh_token"], token["refresh_token"])

    def test_revocation(self):
        token = self.webapp.fetch_token(self.token_url, username="ana", password="ana_pass")
        answer = self.webapp.revoke_token(self.url + "/revoke", token=token["refresh_token"])
        self.assertEqual(answer.status_code, 200)
        self.assertFalse(self.is_active(token["access_token"]))

    def test_refusals(self):
        self.refused("invalid_client", self.client("service", "wrong"), self.token_url)
        self.refused("invalid_grant", self.webapp, self.token_url, username="ana", password="wrong")
        self.refused("unauthorized_client", self.service, self.token_url, username="ana", password="ana_pass")


class Teneo(Persona):
    name = "teneo"
    studio = ("8d1e3f60-52a7-4b8e-a0c1-7f2b9d4e6a35", "b7a9c3d5-0e1f-4a2b-9c8d-6e5f4d3c2b1a", "client_secret_post")

    def setUp(self):
        self.token_url = self.url + "/oauth2/token"

    def info(self, token):
        return requests.get(self.url + "/oauth2/token-info", headers={"Authorization": f"Bearer {token}"})

    def test_client_credentials(self):
        token = self.client(*self.studio).fetch_token(self.token_url)
        self.assertEqual(self.info(token["access_token"]).json()["clientName"], "Studio EU")
        self.assertNotIn("refresh_token", token)

    def test_an_administrator_is_a_client(self):
        token = self.client("admin", "admin_pass", "client_secret_post").fetch_token(self.token_url)
        self.assertTrue(self.info(token["access_token"]).json()["admin"])

    def test_password_and_refresh(self):
        studio = self.client(*self.studio)
        token = studio.fetch_token(self.token_url, username="reporter", password="reporter_pass")
        renewed = studio.refresh_token(self.token_url, refresh_token=token["refresh_token"])
        self.assertEqual(self.info(renewed["access_token"]).json()["userName"], "reporter")

    def test_revocation(self):
        studio = self.client(*self.studio)
        token = studio.fetch_token(self.token_url, username="reporter", password="reporter_pass")
        answer = studio.revoke_token(self.url + "/oauth2/revoke", token=token["refresh_token"])
        self.assertEqual(answer.status_code, 200)
        self.assertEqual(self.info(token["access_token"]).status_code, 401)

    def test_refusals(self):
        self.refused("invalid_client", self.client(self.studio[0], "wrong", "client_secret_post"), self.token_url)
        studio = self.client(*self.studio)
        self.refused("invalid_grant", studio, self.token_url, username="reporter", password="wrong")
        self.refused("invalid_request", studio, self.token_url, username="reporter", password="")


class MediationZone(Persona):
    name = "mediationzone"

    def setUp(self):
        self.token_url = self.url + "/authserver/token"
        clients = requests.get(self.url + "/authserver/api/clients", auth=("mzadmin", "mzadmin_pass")).json()
        self.feed = next(client for client in clients if client["client_name"] == "Billing Feed")

    def test_client_credentials(self):
        for method in ("client_secret_basic", "client_secret_post"):
            client = self.client(self.feed["client_id"], self.feed["client_secret"], method, scope="read_cdr")
            token = client.fetch_token(self.token_url, grant_type="client_credentials")
            self.assertEqual(token["scope"], "read_cdr")
            self.assertNotIn("refresh_token", token)

    def test_refusals(self):
        feed = self.client(self.feed["client_id"], self.feed["client_secret"])
        self.refused("invalid_client", self.client(self.feed["client_id"], "wrong"), self.token_url)
        self.refused("invalid_scope", feed, self.token_url, scope="read_audit")
        self.refused("unsupported_grant_type", feed, self.token_url, username="ana", password="ana_pass")


class Wyn(Persona):
    name = "wyn"

    def setUp(self):
        self.token_url = self.url + "/connect/token"
        self.integration = self.client("integration", "integration_secret")

    def fetch(self, client, **more):
        return client.fetch_token(self.token_url, username="admin", password="admin_pass", **more)

    def status_with(self, token):
        url = self.url + "/api/v2/identity/token/batch-revocation"
        headers = {"Reference-Token": token}
        return requests.post(url, json={"creationBefore": "2001-01-01"}, headers=headers).status_code

    def test_password(self):
        for method in ("client_secret_basic", "client_secret_post"):
            client = self.client("integration", "integration_secret", method)
            token = self.fetch(client, **{"access-token-lifetime": "60"})
            self.assertEqual(token["expires_in"], 60)
            self.assertEqual(self.status_with(token["access_token"]), 200)

    def test_revocation(self):
        token = self.fetch(self.integration)["access_token"]
        answer = self.integration.revoke_token(self.url + "/connect/revocation", token=token)
        self.assertEqual(answer.status_code, 200)
        self.assertEqual(self.status_with(token), 401)

    def test_refusals(self):
        self.refused("invalid_client", self.client("integration", "wrong"), self.token_url)
        self.refused("unauthorized_client", self.integration, self.token_url, grant_type="client_credentials")
        self.refused("invalid_scope", self.integration, self.token_url, scope="no_such", username="admin", password="admin_pass")


def load_tests(loader, _, __):
    suite = unittest.TestSuite()
    for persona in (Oidc, Teneo, MediationZone, Wyn):
        suite.addTests(loader.loadTestsFromTestCase(persona))
    return suite


if __name__ == "__main__":
    unittest.main(verbosity=2)
