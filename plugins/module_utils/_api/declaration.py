# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a declaration of an API is, and how it becomes a request.

PRIVATE to zstack.cloud, like all of module_utils: it may change in any release.

``Api.request(generation, params)`` checks the parameters as the node would and says where each of them travels: into
the path, into the query string (GET and DELETE: the node ignores their bodies), or under the body's action key.
"""

from __future__ import annotations

import difflib
import math
import re
from collections import namedtuple
from urllib.parse import quote

from .secrets import mask, secret_texts

#: The declarations know two generations of node, each by the release it was read from.
GENERATIONS = ("2.3.1", "5.2")

_PATH_VARIABLE = re.compile(r"{(\w+)}")
_TYPES = {
    "String": (str, "a string"),
    "int": (int, "an integer"),
    "float": ((int, float), "a number"),
    "bool": (bool, "true or false"),
    "list": ((list, tuple), "a list"),
    "map": (dict, "a dictionary"),
    "any": (object, "a value"),
}
# What the node's integers can hold at most, whatever else their parameter says.
_LONG = 2**63
# JSON has no words for these, and no path can carry them.
_UNSPEAKABLE = re.compile("[\0\ud800-\udfff]")
_DEPTH = 50

#: A request ready to be sent. ``returns`` are the keys that its reply must hold, none of them null.
Call = namedtuple("Call", "api method path query body is_async needs_session returns", defaults=((),))


class DeclarationError(Exception):
    """A request that cannot be right: refused before anything is sent.

    The message says all that is wrong; ``parameter`` names the first parameter that is, if one is.
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


class P(namedtuple("P", "name type required only choices range least most blank pattern secret")):
    """A parameter: its name, type and what the node accepts.

    ``only`` names the one generation that has it in this form; ``range`` is (least, most) for numbers, ``least`` and
    ``most`` the number of characters, ``blank=False`` refuses what is given but empty; ``pattern`` is (regular
    expression, its meaning). ``secret=True``: no value of it, at any depth, is ever shown.
    """

    __slots__ = ()

    def __new__(
        cls,
        name,
        type="String",
        required=False,
        only=None,
        choices=(),
        range=None,
        least=None,
        most=None,
        blank=True,
        pattern=None,
        secret=False,
    ):
        return super().__new__(cls, name, type, required, only, choices, range, least, most, blank, pattern, secret)

    def complaint(self, value):
        """Why the node would refuse ``value``, as the end of a sentence without secrets; None when it would not."""
        expected, meaning = _TYPES[self.type]
        if not isinstance(value, expected) or (self.type in ("int", "float") and isinstance(value, bool)):
            return f"is {self._shown(value)}, expected {meaning}"
        if isinstance(value, str):
            value = value.strip()  # as the node does before it looks
        if not self.blank and not value:
            return "is empty, give a value or leave it out"
        if self.choices and value not in self.choices:
            return "is {0}, expected one of {1}".format(self._shown(value), ", ".join(self.choices))
        if self.range and not self.range[0] <= value <= self.range[1]:
            return "is {0}, expected {1} to {2}".format(self._shown(value), *self.range)
        if self.least and len(value) < self.least:
            return f"has {len(value)} characters, at least {self.least} are needed"
        if self.most and len(value) > self.most:
            return f"has {len(value)} characters, at most {self.most} are allowed"
        if self.pattern and not self.pattern[0].match(value):
            return f"is {self._shown(value)}, expected {self.pattern[1]}"
        return _unsendable(value)

    def _shown(self, value):
        if self.secret or isinstance(value, (dict, list, tuple)):
            return f"of type {type(value).__name__}"
        text = repr(value)
        return mask(text if len(text) <= 100 else text[:97] + "...")


#: Accepted beside the declared parameters by everything that is sent with a body.
TAGS = (P("systemTags", "list"), P("userTags", "list"))


class Api:
    """One API of the node, in the generations that have it.

    ``moved`` maps a generation to the (method, path) it uses instead; ``key`` maps one to where
    a POST of it carries its parameters, if not under ``params``; ``only`` names the generation that alone has it;
    ``sync`` overrides the rule that a GET is answered at once and everything else is a job; ``session=False``: anybody
    may call it.

    ``keyed``: each row of a query has a uuid.

    ``returns``: the keys that every reply holds, none of them null; a dictionary where the generations differ. Unless
    given, a GET returns ``inventories``, a DELETE nothing, everything else ``inventory``. ``reads``: whether it changes
    nothing although it is no GET, or the name of the parameter that makes it so.
    """

    def __init__(self, name, method, path, *params, **extra):
        self.name = name
        self.method = method
        self.path = path
        self.params = params
        self.moved = extra.pop("moved", {})
        self._key = extra.pop("key", {})
        self.only = extra.pop("only", None)
        self.sync = extra.pop("sync", None)
        self.session = extra.pop("session", True)
        self._reads = extra.pop("reads", method == "GET")
        self._returns = extra.pop("returns", {"GET": ("inventories",), "DELETE": ()}.get(method, ("inventory",)))
        self.keyed = extra.pop("keyed", False)
        self._by_name = {}
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
        differs = self.only or self.moved or self._key or isinstance(self._returns, dict)
        return not differs and all(p.only is None for p in self.params)

    def parameters(self, generation):
        """The parameters ``generation`` knows, by name."""
        return dict(self._known(generation))

    def parameter(self, name, generation):
        return self._known(generation).get(name)

    def _known(self, generation):
        if generation not in self._by_name:
            self._by_name[generation] = {p.name: p for p in self.params if p.only in (None, generation)}
        return self._by_name[generation]

    def returns(self, generation):
        """The keys that every reply of ``generation`` holds, none of them null."""
        return self._returns.get(generation, ()) if isinstance(self._returns, dict) else self._returns

    def reads(self, params=()):
        """Whether a call with these parameters changes nothing, whatever its verb."""
        if isinstance(self._reads, str):
            return bool(params) and params.get(self._reads) is True
        return self._reads

    def secrets(self, params):
        """The texts in ``params`` at any depth that are never shown: of secret parameters all, misspelt or not."""
        known, secret = {p.name for p in self.params}, [p.name for p in self.params if p.secret]

        def is_meant(name):
            return name in secret or (name not in known and difflib.get_close_matches(str(name), secret))

        return set().union(*(secret_texts({name: value}, is_meant(name)) for name, value in params.items()))

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
        in_path = _PATH_VARIABLE.findall(template)
        self._check(values, declared, in_path, f" in ZStack {generation}" if generation else "")

        path = template
        for name in in_path:
            path = path.replace("{%s}" % name, quote(values[name].strip(), safe=""))
        beside = {tags.name: list(values.pop(tags.name)) for tags in TAGS if tags.name in values}
        rest = {k: v for k, v in values.items() if k not in in_path}
        query, body = [], None
        if method in ("GET", "DELETE"):
            query = [pair for name, value in rest.items() for pair in _pairs(name, value)]
        else:
            body = {self._key.get(generation, "params") if method == "POST" else self.action_key: rest}
            body.update({k: v for k, v in beside.items() if v})
        is_async = method != "GET" if self.sync is None else not self.sync
        return Call(self.name, method, path, query, body, is_async, self.session, self.returns(generation))

    def _check(self, values, declared, in_path, where):
        """Refuse what the node would refuse: everything at once, so that one run tells all there is to mend."""
        wrong = {}
        prefix = self.name + ": "
        missing = [n for n, p in declared.items() if n not in values and (p.required or n in in_path)]
        if missing:
            wrong[missing[0]] = f"needs {in_words(missing)}{where}"
            prefix = self.name + " "
        unknown = [n for n in values if n not in declared]
        for name in unknown:
            near = difflib.get_close_matches(str(name), [n for n in declared if n not in values], n=1)
            wrong[name] = f"has no parameter {name!r}{where}" + (f" (did you mean {near[0]}?)" if near else "")
        if unknown:
            prefix = self.name + " "
            wrong[unknown[-1]] += "; it takes " + (", ".join(declared) or "none")
        for name, parameter in declared.items():
            if name in values:
                complaint = parameter.complaint(values[name])
                # An empty or dotted path variable would address another path altogether.
                if not complaint and name in in_path and values[name].strip() in ("", ".", ".."):
                    complaint = f"is {values[name]!r}, which names nothing"
                if complaint:
                    wrong[name] = f"{name} {complaint}"
        if wrong:
            raise DeclarationError(prefix + "; ".join(wrong.values()), self.name, next(iter(wrong)))


#: What every query takes; the client adds conditions and paging by itself.
_OF_QUERIES = (
    P("q", "list"),
    P("limit", "int", range=(0, 2**31 - 1)),
    P("start", "int", range=(0, 2**31 - 1)),
    P("sort"),
    P("fields"),
    P("replyWithCount", "bool"),
)


def query(resource, path, *params, **extra):
    """The declaration of ``Query<resource>``."""
    return Api("Query" + resource, "GET", path, *params, *_OF_QUERIES, **{"keyed": True, **extra})


def in_words(names):
    """The names as a sentence lists them: ``a, b and c``."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _unsendable(value):
    """What in ``value``, at any depth, JSON or the node has no words for, as the end of a sentence; None if nothing."""
    waiting = [(value, 0)]
    while waiting:
        item, depth = waiting.pop()
        if depth > _DEPTH:
            return f"is nested more than {_DEPTH} deep"
        if isinstance(item, dict):
            if not all(isinstance(key, str) for key in item):
                return "has a key that is no string"
            waiting.extend((part, depth + 1) for pair in item.items() for part in pair)
        elif isinstance(item, (list, tuple)):
            waiting.extend((part, depth + 1) for part in item)
        elif isinstance(item, str):
            if _UNSPEAKABLE.search(item):
                return "holds a character that cannot be sent (NUL or half a surrogate pair)"
        elif isinstance(item, float):
            if not math.isfinite(item):
                return "holds a number that is not finite"
        elif isinstance(item, int):
            if not -_LONG <= item < _LONG:
                return "holds a number beyond 64 bits"
        elif item is not None:
            return f"holds a {type(item).__name__}, which JSON cannot carry"
    return None


def _pairs(name, value):
    """What a query string says of a value; a dictionary's keys stand behind a dot."""
    if isinstance(value, bool):
        return [(name, "true" if value else "false")]
    if isinstance(value, dict):
        return [pair for key, part in value.items() for pair in _pairs(f"{name}.{key}", part)]
    if isinstance(value, (list, tuple)):
        return [pair for item in value for pair in _pairs(name, item)]
    return [(name, str(value))]


# Parameters that recur all over the node's APIs.
UUID = P("uuid", required=True)
NEW_NAME = P("name", required=True, most=255)
NAME = P("name", most=255)
DESCRIPTION = P("description", most=2048)
RESOURCE_UUID = P("resourceUuid")
TAG_UUIDS = P("tagUuids", "list", only="5.2")
DELETE_MODE = P("deleteMode", choices=("Permissive", "Enforcing"))
SSH_PORT = P("sshPort", "int", range=(1, 65535))
HOSTNAME = (re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$"), "an IPv4 address or a host name")
