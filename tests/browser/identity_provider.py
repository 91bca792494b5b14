"""An OpenID Connect provider on this machine, with a button for each of a few people: run as a process of its own.

oidc-provider-mock signs real tokens; only the style sheet that its pages would fetch from elsewhere is left out.
"""

import json
import sys

import oidc_provider_mock
from jinja2 import ChoiceLoader, DictLoader

BASE = "<!doctype html><html lang='en'><main>{% block content %}{% endblock %}</main></html>"
PEOPLE = {
    "viewer@force.example": ["g-view"],
    "officer@force.example": ["g-flo", "g-view"],
    "nobody@force.example": [],
}

if __name__ == "__main__":
    users = [
        oidc_provider_mock.User(sub=address, claims={"email": address, "name": address[:6], "groups": groups})
        for address, groups in PEOPLE.items()
    ]
    provider = oidc_provider_mock.app(require_nonce=True, user_claims=users)
    provider.jinja_loader = ChoiceLoader([DictLoader({"_base.html": BASE}), provider.jinja_loader])
    provider.add_url_rule("/favicon.ico", view_func=lambda: ("", 204))
    provider.debug = False
    print(json.dumps(sorted(PEOPLE)), flush=True)
    provider.run("127.0.0.1", int(sys.argv[1]))
