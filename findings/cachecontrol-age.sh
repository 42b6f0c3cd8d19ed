#!/bin/sh
# CacheControl 0.12.12 for Python's requests (Debian python3-cachecontrol
# 0.12.12-2) takes for fresh what a shared cache declared to be old.
#
# Expected: RFC 9111, section 4.2.3: the age of a stored response is at least the
# Age it came with plus the time it has been kept, and section 4.2 compares that
# with max-age.  With max-age=3600 and Age: 9999 the response was stale on
# arrival; with its ETag the next request is a conditional one.  CacheControl
# presents itself as a port of httplib2's caching, for well-behaved caching by
# the HTTP rules.
#
# Seen: it counts from Date alone.  A cache in front of the server that sends its
# own Date with each answer makes every answer brand new: the second request
# never reaches the server.  Without the Age the answer is the same, so the
# header is not looked at at all.  got 14.6.6, tried beside it, asks again.
#
# For a room sign: behind a CDN a bot or page built on this keeps a feed for an
# hour more than the organiser set, while the sign beside it has the new one.  A
# reader of its own has to add Age, and not believe Date alone.
set -eu
t=$(mktemp -d)
trap 'rm -rf "$t"' EXIT
trap 'exit 130' INT TERM
(cd "$t" && apt-get -qq -o APT::Sandbox::User=root download \
  python3-cachecontrol=0.12.12-2 python3-requests=2.28.1+dfsg-1 \
  python3-urllib3=1.26.12-1+deb12u4 python3-idna=3.3-1+deb12u1 \
  python3-chardet=5.1.0+dfsg-2 python3-certifi=2022.9.24-1 \
  python3-msgpack=1.0.3-2+b1 python3-six=1.16.0-4 &&
  for d in ./*.deb; do dpkg-deb -x "$d" root; done)

cat >"$t/age.py" <<'P'
import http.server, threading
import cachecontrol, requests

asked = []
class Feed(http.server.BaseHTTPRequestHandler):
    def log_message(self, *a):
        pass
    def do_GET(self):
        tag = self.headers.get("If-None-Match")
        asked.append("with its ETag" if tag else "plainly")
        self.send_response(304 if tag else 200)      # writes a Date of now
        self.send_header("ETag", '"v1"')
        self.send_header("Cache-Control", "max-age=3600")
        if self.path != "/":
            self.send_header("Age", self.path[1:])
        self.end_headers()
        if not tag:
            self.wfile.write(b"{}")

server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Feed)
threading.Thread(target=server.serve_forever, daemon=True).start()
session = cachecontrol.CacheControl(requests.Session())
session.trust_env = False
for age in "", "3599", "9999":
    asked.clear()
    for i in range(2):
        session.get("http://127.0.0.1:%d/%s" % (server.server_port, age))
    print("max-age=3600, Age: %s; two requests, the server was asked: %s"
          % (age or "none", ", ".join(asked)))
P
seen=$(PYTHONPATH=$t/root/usr/lib/python3/dist-packages PYTHONDONTWRITEBYTECODE=1 \
  python3 "$t/age.py")
expected='max-age=3600, Age: none; two requests, the server was asked: plainly
max-age=3600, Age: 3599; two requests, the server was asked: plainly
max-age=3600, Age: 9999; two requests, the server was asked: plainly'
echo "$seen"
[ "$seen" = "$expected" ] || { echo "This is not what was seen before." >&2; exit 1; }
