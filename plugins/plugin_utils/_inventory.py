# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the inventory plugins share: reading, caching, naming, filtering, grouping. PRIVATE to zstack.cloud.

A row is what the cloud says of one host as plain data: snake_case keys, no secrets. Rows are what the cache keeps;
everything that options say about names, variables and groups is done with them afterwards.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from contextlib import suppress
from functools import cache, cached_property

from ansible.errors import AnsibleError, AnsibleParserError, AnsibleUndefinedVariable
from ansible.module_utils.common.text.converters import to_native
from ansible.plugins.inventory import BaseInventoryPlugin, Cacheable
from ansible.utils.vars import combine_vars

from ansible_collections.zstack.cloud.plugins.module_utils._api.catalog import fields_of, query_of
from ansible_collections.zstack.cloud.plugins.module_utils._api.declaration import GENERATIONS
from ansible_collections.zstack.cloud.plugins.module_utils._api.secrets import is_secret_tag
from ansible_collections.zstack.cloud.plugins.module_utils._client.errors import ApiError, HttpError
from ansible_collections.zstack.cloud.plugins.module_utils._client.queries import where
from ansible_collections.zstack.cloud.plugins.module_utils._engine.render import plain
from ansible_collections.zstack.cloud.plugins.module_utils._task.connection import CONNECTION, FAILURES, client_for
from ansible_collections.zstack.cloud.plugins.module_utils._task.selection import advice, conditions_of
from ansible_collections.zstack.cloud.plugins.plugin_utils._compose import Composer, looks_like_template
from ansible_collections.zstack.cloud.plugins.plugin_utils._display import tracer
from ansible_collections.zstack.cloud.plugins.plugin_utils._options import CheckedOptions, resolved

try:
    from ansible.template import trust_as_template as trusted

    def inert(value):
        """Data of the cloud: never a template, since nothing has declared it one."""
        return value

except ImportError:
    # Before ansible-core 2.19 every string may be a template that is not marked otherwise.
    from ansible.utils.unsafe_proxy import wrap_var

    def inert(value):
        if value is None or isinstance(value, (int, float)):
            return value
        return value if isinstance(value, str) and not looks_like_template(value) else wrap_var(value)

    trusted = str

#: Four times the node's default: what an inventory reads beside its rows (names, uuids) is no more than that saves.
PAGE = 4000
#: Up to so many related rows are asked for by uuid; above, all rows are read, which takes fewer requests.
FEW = 100
DEVICES = ("pci_device", "usb_device", "mdev_device")
#: So many hosts are named where something was left out.
NAMED = 5
#: Built-in groups that come from a field: group prefix -> field. Those by tag are made of lists.
BY_FIELD = {
    "zone": "zone_name",
    "cluster": "cluster_name",
    "state": "state",
    "status": "status",
    "hypervisor": "hypervisor_type",
}
BY_TAG = {"user_tag": ("tag", "user_tags"), "system_tag": ("system_tag", "system_tags")}
#: Fields that hold the uuid of something with a name, at any depth of a row: field -> what it is.
REFERENCES = {
    "zone_uuid": "zone",
    "cluster_uuid": "cluster",
    "host_uuid": "host",
    "last_host_uuid": "host",
    "vm_instance_uuid": "vm_instance",
    "image_uuid": "image",
    "instance_offering_uuid": "instance_offering",
    "disk_offering_uuid": "disk_offering",
    "primary_storage_uuid": "primary_storage",
    "l3_network_uuid": "l3_network",
    "default_l3_network_uuid": "l3_network",
    "pxe_server_uuid": "baremetal_pxe_server",
}


class Cloud:
    """Reads rows of one cloud; what only enriches them may fail, and is told to ``tolerate(what, error)``."""

    def __init__(self, client, tolerate):
        self.client = client
        self._tolerate = tolerate

    def rows(self, api, conditions=(), fields=()):
        found = self.client.query_pages(api, list(conditions), page_size=PAGE)
        return [plain(row, fields) for row in found]

    def related(self, resource, field, uuids, conditions=(), fields=None):
        """{uuid: rows} of ``resource`` whose ``field`` is one of ``uuids``; {} where this generation has none.

        ``fields``: the only ones to read.
        """
        api = query_of(resource)
        uuids = {uuid for uuid in uuids if uuid}
        if not uuids or (api.only and api.only != self.client.generation):
            return {}
        found = defaultdict(list)
        conditions = [*conditions, where(field, "?=", sorted(uuids)) if len(uuids) <= FEW else where(field, "not null")]
        try:
            for row in self.client.query_pages(api, conditions, fields, page_size=PAGE):
                if row.get(field) in uuids:
                    found[row[field]].append(plain(row))
        except (ApiError, HttpError) as error:
            self._tolerate(resource, error)
        return found

    def add_names(self, rows, kinds, resource):
        """Put beside each uuid in the rows, at any depth, the name of what it is if that is one of the kinds.

        ``host_name`` stands beside ``host_uuid``. The rows themselves are of the kind ``resource``.
        """
        places = defaultdict(list)  # kind -> [(object with the uuid, its field)]
        waiting = list(rows)
        while waiting:
            item = waiting.pop()
            for field, value in item.items():
                if field in REFERENCES:
                    places[REFERENCES[field]].append((item, field))
                elif isinstance(value, dict):
                    waiting.append(value)
                elif isinstance(value, list):
                    waiting.extend(inner for inner in value if isinstance(inner, dict))
        for kind in sorted(kinds & places.keys()):
            uuids = {item[field] for item, field in places[kind]}
            named = rows
            if kind != resource:
                related = self.related(kind, "uuid", uuids, fields=("uuid", "name"))
                named = [row for found in related.values() for row in found]
            names = {row["uuid"]: row.get("name") for row in named}
            for item, field in places[kind]:
                item[field.removesuffix("uuid") + "name"] = names.get(item[field])

    def add_devices(self, rows, field):
        """Give each row the lists of its devices by kind; ``field`` of a device is the row's uuid."""
        for kind in DEVICES:
            found = self.related(kind, field, (row["uuid"] for row in rows))
            for row in rows:
                row[kind + "s"] = found.get(row["uuid"], [])

    def storages(self):
        """The primary storages of the cloud."""
        try:
            return self.rows(query_of("primary_storage"), fields=("attachedClusterUuids",))
        except (ApiError, HttpError) as error:
            self._tolerate("primary_storage", error)
            return []


class Omissions:
    """What was left out of the inventory although it was asked for, told in a line a cause."""

    def __init__(self, display):
        self._display = display
        self._hosts = defaultdict(list)
        self._reasons = {}

    def note(self, what, host, reason):
        self._hosts[what].append(host)
        self._reasons.setdefault(what, reason)

    def tell(self, total):
        """Warn. That some of ``total`` hosts lack a variable is no news: strict=false is there for that."""
        for what, hosts in self._hosts.items():
            reason = self._reasons[what]
            more = f" and {len(hosts) - NAMED} more" if len(hosts) > NAMED else ""
            text = f"{what}: {', '.join(hosts[:NAMED])}{more} ({to_native(reason)})"
            if isinstance(reason, AnsibleUndefinedVariable) and len(hosts) < total:
                self._display.v(text)
            else:
                self._display.warning(text)


class ZStackInventory(CheckedOptions, Composer, BaseInventoryPlugin, Cacheable):
    """Base of the inventory plugins. A plugin says which rows there are, what enriches them, and where a host is."""

    #: The resource whose rows become hosts, and the node's name for it in tags.
    resource = None
    tagged_as = None

    @cached_property
    def fields(self):
        """The fields of a row, of all generations, that are there even when the node leaves them out."""
        return tuple(dict.fromkeys(f for g in GENERATIONS for f in fields_of(query_of(self.resource), g)))

    def wanted(self):
        """What beside the rows themselves has to be read, as words; the cache is good only for the same ones."""
        named = set(self.get_option("names")) | ({"zone", "cluster"} & set(self.get_option("builtin_groups")))
        return {*self.get_option("gather"), *named}

    def enrich(self, cloud, rows, wanted):
        """Add to the rows what is ``wanted``."""
        raise NotImplementedError

    def address(self, row, preference):
        """The address of the host that an entry of the option ``ansible_host`` stands for, or None."""
        return row.get(preference)

    def verify_file(self, path):
        suffix = self.NAME.rpartition(".")[2]
        return super().verify_file(path) and path.endswith((suffix + ".yml", suffix + ".yaml"))

    def parse(self, inventory, loader, path, cache=True):
        super().parse(inventory, loader, path, cache)
        self._config = self._read_config_data(path)
        self._prepare()
        hosts = self._named(self._rows(path, cache))
        total, before = len(hosts), set(inventory.hosts)
        try:
            self._fill(hosts)
        except Exception:
            # Ansible keeps what a failed source has added so far; plays must not run on half a cloud.
            for name in set(inventory.hosts) - before:
                inventory.remove_host(inventory.hosts[name])
            raise
        self._omissions.tell(total)

    def _prepare(self):
        super()._prepare()
        prefix = self.get_option("hostvars_prefix")
        if prefix and not prefix.isidentifier():
            raise AnsibleParserError(f"hostvars_prefix: {prefix!r} cannot begin the name of a variable")
        # One string for all hosts that have the variable.
        self._variable = cache(prefix.__add__)
        self._group = cache(self._add_group)
        self._hostnames = self.get_option("hostnames") or [prefix + "name", prefix + "uuid"]
        self._filters = [
            (wanted, [trusted(f"True if ({condition}) else False") for condition in self.get_option(option)])
            for wanted, option in ((True, "include_filters"), (False, "exclude_filters"))
        ]
        self._omissions = Omissions(self.display)

    # -- rows --------------------------------------------------------------------------------------------------------

    def _rows(self, path, cache):
        """The rows, out of the cache if it has the answer to just this question."""
        try:
            conditions = conditions_of({"filters": self.get_option("filters")}, self.fields)
        except FAILURES as error:
            raise AnsibleParserError(error.message) from error
        caching, key, url = self.get_option("cache"), self.get_cache_key(path), self.get_option("zstack_url")
        # A filter may hold what is better not written into a file.
        question = json.dumps([[c.text for c in conditions], sorted(self.wanted())])
        question = hashlib.sha256(question.encode()).hexdigest()
        if caching and cache:
            with suppress(KeyError):
                stored = self._cache[key]
                # Without a url the inventory may still come from the cache, but never from another cloud's.
                if stored["question"] == question and url in (None, stored["url"]):
                    return list(stored["rows"])
        rows = self._read(conditions)
        if caching:
            self._cache[key] = {"question": question, "url": str(url), "rows": list(rows)}
        return rows

    def _read(self, conditions):
        params = {name: self.get_option(name) for name in CONNECTION}
        # Those of the file may be templates, such as lookups of a vault.
        params.update(resolved(self, self.templar, {name: params[name] for name in CONNECTION if name in self._config}))
        wanted = self.wanted()
        try:
            client = client_for(params, self.display.vv, tracer(self.display))
            client.limit(params["zstack_wait_timeout"])
            try:
                return self._read_with(Cloud(client, self._tolerate), conditions, wanted)
            finally:
                # A session that could not be shared would stay open on the node, which bears only so many.
                client.release()
        except FAILURES as error:
            raise AnsibleParserError(error.message) from error

    def _read_with(self, cloud, conditions, wanted):
        with advice([condition.field for condition in conditions], self.fields):
            rows = cloud.rows(query_of(self.resource), conditions, self.fields)
        if "tags" in wanted:
            self._add_tags(cloud, rows)
        self.enrich(cloud, rows, wanted)
        cloud.add_names(rows, wanted, self.resource)
        return rows

    def _tolerate(self, what, error):
        if self._strict:
            raise error
        self.display.warning(f"{what} could not be read and is left out of all hosts: {error.message}")

    def _add_tags(self, cloud, rows):
        uuids = [row["uuid"] for row in rows]
        condition = [where("resourceType", "=", self.tagged_as)]
        for kind in ("user_tag", "system_tag"):
            found = cloud.related(kind, "resourceUuid", uuids, condition)
            for row in rows:
                tags = {tag["tag"] for tag in found.get(row["uuid"], ()) if tag.get("tag")}
                row[kind + "s"] = sorted(tag for tag in tags if not is_secret_tag(tag))
        for row in rows:
            row["tags"] = {tag.partition("::")[0]: tag.partition("::")[2] for tag in row["user_tags"]}

    # -- names -------------------------------------------------------------------------------------------------------

    def _named(self, rows):
        """[(name, row)] of those rows that the filters leave, each name once; empties the list ``rows``."""
        found = []
        while rows:
            row = rows.pop()
            variables = self._variables(row)
            name = self._name(row["uuid"], variables)
            if name and self._kept(name, variables):
                found.append((name, row))
        # Of several hosts with one name the oldest comes first, each time.
        found.sort(key=lambda pair: (pair[0], pair[1].get("create_date") or "", pair[1]["uuid"]))
        count = Counter(name for name, _row in found)
        return found if len(count) == len(found) else sorted(self._distinct(found, count), key=lambda pair: pair[0])

    def _variables(self, row):
        variable = self._variable
        return {variable(field): inert(value) for field, value in row.items()}

    def _name(self, uuid, variables):
        reason = "all are empty"
        for preference in self._hostnames:
            try:
                name = self._name_by(preference, variables)
            except AnsibleError as error:
                reason = error
                continue
            if name not in (None, ""):
                return name if isinstance(name, str) else str(name)
        self._leave_out("hosts left out, as none of hostnames gives them a name", uuid, reason)
        return None

    def _name_by(self, expression, variables):
        if "{{" not in expression:
            return self.evaluate(expression, variables)
        self.templar.available_variables = combine_vars(variables, self._extra)
        return self.templar.template(expression)

    def _kept(self, name, variables):
        """Whether include_filters and exclude_filters leave the host."""
        variables = dict(variables, inventory_hostname=name)
        try:
            for wanted, conditions in self._filters:
                if conditions and any(self.evaluate(condition, variables) for condition in conditions) is not wanted:
                    return False
            return True
        except AnsibleError as error:
            self._leave_out("hosts left out, as include_filters or exclude_filters fail", name, to_native(error))
            return False

    def _distinct(self, found, count):
        """The pairs, with each name that several hosts have dealt with as ``duplicates`` says."""
        policy, given = self.get_option("duplicates"), set()
        for name, row in found:
            if count[name] == 1:
                yield name, row
            elif policy == "fail":
                raise AnsibleParserError(
                    f"{count[name]} hosts are named {name!r}: "
                    f"{', '.join(row['uuid'] for other, row in found if other == name)}. "
                    "Tell them apart with hostnames, or set duplicates to first or suffix."
                )
            elif policy == "suffix":
                own = f"{name}_{row['uuid'][:8]}"
                if own in count or own in given:
                    own = f"{name}_{row['uuid']}"
                self._omissions.note("hosts of one name, to which their uuids were added", own, "duplicates=suffix")
                given.add(own)
                yield own, row
            elif name in given:
                left_out = f"{name} {row['uuid']}"
                self._omissions.note("hosts left out, as an older one has their name", left_out, "duplicates=first")
            else:
                given.add(name)
                yield name, row

    def _leave_out(self, what, host, reason):
        if self._strict:
            raise AnsibleParserError(f"{what}: {host} ({to_native(reason)})")
        self._omissions.note(what, host, reason)

    # -- hosts, variables and groups ---------------------------------------------------------------------------------

    def _fill(self, hosts):
        """Add the hosts to the inventory; empties the list ``hosts``, so that no host is kept twice."""
        inventory = self.inventory
        compose, groups = self.get_option("compose"), self.get_option("groups")
        preferences = self.get_option("ansible_host")
        builtin = self.get_option("builtin_groups")
        hosts.reverse()
        while hosts:
            name, row = hosts.pop()
            host = inventory.hosts[inventory.add_host(inert(name))]
            # Not by inventory.set_variable: from ansible-core 2.19 on it marks each value as one of this file, which is
            # most of what a large inventory costs. What the file itself composes is marked all the same.
            for variable, value in self._variables(row).items():
                host.set_variable(variable, value)
            if preferences:
                address = next(filter(None, (self.address(row, preference) for preference in preferences)), None)
                if address:
                    host.set_variable("ansible_host", inert(address))
                else:
                    self._leave_out("hosts without ansible_host", host.name, f"no {' or '.join(preferences)}")
            self.compose_variables(compose, host)
            for group in self._builtin(builtin, row):
                inventory.add_host(host.name, group)
            self.join_groups(groups, host)
            self.join_keyed_groups(host)

    def _builtin(self, kinds, row):
        """The built-in groups of the kinds that the host belongs to."""
        for kind in kinds:
            if kind in BY_FIELD:
                value = row.get(BY_FIELD[kind])
                if value:
                    yield self._group(kind, value)
            else:
                prefix, field = BY_TAG[kind]
                for tag in row.get(field, ()):
                    yield self._group(prefix, *tag.split("::"))

    def _add_group(self, *steps):
        """Make a group and those above it: tag_a_b_c is in tag_a_b, and that in tag_a."""
        group = self.inventory.add_group(self._sanitize_group_name("_".join(steps)))
        if len(steps) > 2:
            self.inventory.add_child(self._group(*steps[:-1]), group)
        return group

    def _fails(self, what, host, error):
        self._omissions.note(f"{what} for", host, error)
