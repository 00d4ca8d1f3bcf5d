# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a declaration of an API is, and how it becomes a request.

PRIVATE to zstack.cloud, like all of module_utils: it may change in any release.

``Api.request(generation, params)`` checks the parameters as the node would and says where each of them travels: into
the path, into the query string (GET and DELETE: the node ignores their bodies), or under the body's action key.
"""

from __future__ import annotations

import re
from collections import namedtuple
from urllib.parse import quote

#: The declarations know two generations of node, each by the release it was read from.
GENERATIONS = ("2.3.1", "5.2")

_SECRET = re.compile("password|monUrls|secret", re.IGNORECASE)

_PATH_VARIABLE = re.compile(r"{(\w+)}")
_TYPES = {
    "String": (str,),
    "int": (int,),
    "bool": (bool,),
    "list": (list, tuple),
    "map": (dict,),
}

Call = namedtuple("Call", "api method path query body is_async needs_session")


class DeclarationError(Exception):
    """A request that cannot be right: refused before anything is sent.

    ``parameter`` names what was wrong, if one was.
    """

    def __init__(self, message, api=None, parameter=None):
        super().__init__(message)
        self.message = message
        self.api = api
        self.parameter = parameter

    def as_result(self):
        result = {"msg": self.message}
        if self.api:
            result["api"] = self.api
        return result


class P(namedtuple("P", "name type required only choices range most blank pattern")):
    """A parameter: its name, type and what the node accepts.

    ``only`` names the one generation that has it in this form; ``range`` is (least, most) for numbers, ``most`` the
    number of characters, ``blank=False`` refuses what is given but empty; ``pattern`` is (regular expression, its
    meaning).
    """

    __slots__ = ()

    def __new__(
        cls, name, type="String", required=False, only=None, choices=(), range=None, most=None, blank=True, pattern=None
    ):
        return super().__new__(cls, name, type, required, only, choices, range, most, blank, pattern)

    def complaint(self, value):
        """Why the node would refuse ``value``, as the end of a sentence without secrets; None when it would not."""
        expected = _TYPES[self.type]
        if not isinstance(value, expected) or (self.type == "int" and isinstance(value, bool)):
            found = f"is of type {type(value).__name__}" if _SECRET.search(self.name) else f"is {value!r}"
            return "{0}, expected {1}".format(found, self.type if self.type != "String" else "a string")
        if isinstance(value, str):
            value = value.strip()  # as the node does before it looks
        if not self.blank and not value:
            return "is empty, give a value or leave it out"
        if self.choices and value not in self.choices:
            return "is {0!r}, expected one of {1}".format(value, ", ".join(self.choices))
        if self.range and not self.range[0] <= value <= self.range[1]:
            return "is {0}, expected {1} to {2}".format(value, *self.range)
        if self.most and len(value) > self.most:
            return f"has {len(value)} characters, at most {self.most} are allowed"
        if self.pattern and not self.pattern[0].match(value):
            return f"is {value!r}, expected {self.pattern[1]}"
        return None


#: Accepted beside the declared parameters by everything that is sent with a body.
TAGS = (P("systemTags", "list"), P("userTags", "list"))


class Api:
    """One API of the node, in the generations that have it.

    ``moved`` maps a generation to the (method, path) it uses instead; ``only`` names the generation that alone has it;
    ``sync`` overrides the rule that a GET is answered at once and everything else is a job.
    """

    def __init__(self, name, method, path, *params, **extra):
        self.name = name
        self.method = method
        self.path = path
        self.params = params
        self.moved = extra.pop("moved", {})
        self.only = extra.pop("only", None)
        self.sync = extra.pop("sync", None)
        self.session = extra.pop("session", True)
        if extra:
            raise TypeError(f"unknown {sorted(extra)}")

    def __repr__(self):
        return f"Api({self.name})"

    @property
    def action_key(self):
        return self.name[0].lower() + self.name[1:]

    @property
    def alike(self):
        """Whether all generations have it and take the same request, so that none need be named to make one."""
        return self.only is None and not self.moved and all(p.only is None for p in self.params)

    def parameters(self, generation):
        """The parameters ``generation`` knows, by name."""
        return {p.name: p for p in self.params if p.only in (None, generation)}

    def parameter(self, name, generation):
        return self.parameters(generation).get(name)

    def route(self, generation):
        """(method, path template) in ``generation``; refuses an API that it lacks."""
        if self.only not in (None, generation):
            raise DeclarationError(
                f"ZStack {generation} has no {self.name}; it exists in ZStack {self.only} only",
                api=self.name,
            )
        return self.moved.get(generation, (self.method, self.path))

    def request(self, generation, params):
        """The ``Call`` that carries ``params``; raises DeclarationError on what the node would refuse."""
        method, template = self.route(generation)
        declared = self.parameters(generation)
        if method in ("POST", "PUT"):
            declared.update((tags.name, tags) for tags in TAGS)
        values = {k: v for k, v in params.items() if v is not None}
        for name in values:
            if name not in declared:
                raise DeclarationError(
                    "{0} has no parameter {1!r} in ZStack {2}; it takes {3}".format(
                        self.name, name, generation, ", ".join(declared) or "none"
                    ),
                    api=self.name,
                    parameter=name,
                )
        for name, parameter in declared.items():
            if name not in values:
                if parameter.required:
                    raise DeclarationError(
                        f"{self.name} needs {name} in ZStack {generation}", api=self.name, parameter=name
                    )
                continue
            complaint = parameter.complaint(values[name])
            if complaint:
                raise DeclarationError(f"{self.name}: {name} {complaint}", api=self.name, parameter=name)

        in_path = _PATH_VARIABLE.findall(template)
        path = template
        for name in in_path:
            # An empty, absent or dotted path variable would address another path altogether.
            value = values.get(name, "").strip()
            if value in ("", ".", ".."):
                raise DeclarationError(f"{self.name} needs {name}", api=self.name, parameter=name)
            path = path.replace("{%s}" % name, quote(value, safe=""))
        beside = {tags.name: list(values.pop(tags.name)) for tags in TAGS if tags.name in values}
        rest = {k: v for k, v in values.items() if k not in in_path}
        query, body = [], None
        if method in ("GET", "DELETE"):
            query = [(k, item) for k, v in rest.items() for item in _as_query(v)]
        else:
            body = {"params" if method == "POST" else self.action_key: rest}
            body.update({k: v for k, v in beside.items() if v})
        is_async = method != "GET" if self.sync is None else not self.sync
        return Call(self.name, method, path, query, body, is_async, self.session)


def query(resource, path, **extra):
    """The declaration of ``Query<resource>``; the client adds conditions, paging and the rest."""
    return Api("Query" + resource, "GET", path, **extra)


def _as_query(value):
    if isinstance(value, bool):
        return ["true" if value else "false"]
    if isinstance(value, (list, tuple)):
        return [str(item) for item in value]
    return [str(value)]


# Parameters that recur all over the node's APIs.
UUID = P("uuid", required=True)
NEW_NAME = P("name", required=True, most=255)
NAME = P("name", most=255)
DESCRIPTION = P("description", most=2048)
RESOURCE_UUID = P("resourceUuid")
TAG_UUIDS = P("tagUuids", "list", only="5.2")
DELETE_MODE = P("deleteMode", choices=("Permissive", "Enforcing"))
SSH_PORT = P("sshPort", "int", range=(1, 65535))
