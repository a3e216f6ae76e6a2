"""A receiver of the desk's webhooks: checks the signature, drops repeats, prints each event. See docs/webhooks.md."""

import hashlib
import hmac
import json
import os
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

SECRET = os.environ["ITGOV_WEBHOOK_SECRET"].encode()
seen: set[str] = set()  # a real receiver keeps these in its database


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if not self.is_genuine(body):
            self.send_error(401)
            return
        told = json.loads(body)
        if told["id"] not in seen:  # by the body, which is signed: anybody in between may change a header
            seen.add(told["id"])
            print(told["at"], told["event"], told["ticket"]["number"], told["ticket"]["state"], flush=True)
        self.send_response(204)
        self.end_headers()

    def is_genuine(self, body: bytes) -> bool:
        at = self.headers.get("X-Itgov-Timestamp", "")
        code = hmac.new(SECRET, at.encode() + b"." + body, hashlib.sha256).hexdigest()
        fresh = at.isdecimal() and abs(time.time() - int(at)) < 300
        return fresh and hmac.compare_digest(f"sha256={code}", self.headers.get("X-Itgov-Signature", ""))

    def log_message(self, *_: object) -> None: ...


HTTPServer(("127.0.0.1", int(os.environ.get("PORT", "9000"))), Receiver).serve_forever()
