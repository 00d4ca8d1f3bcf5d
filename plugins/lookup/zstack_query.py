# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: zstack_query
short_description: Rows of any resource of a ZStack cloud
version_added: 0.1.0
description:
  - Queries any resource that ZStack can query, with the node's own query language, page by page to the end.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  _terms:
    description:
      - The resource, for instance V(vm_instance) or V(VmInstance). With several, their rows follow one another.
    type: list
    elements: str
    required: true
  limit:
    description: At most this many rows of each resource.
    type: int
  query:
    description:
      - A JMESPath expression over the list of rows. What it gives is returned in their place.
      - Needs the Python library C(jmespath).
    type: str
extends_documentation_fragment:
  - zstack.cloud.info
  - zstack.cloud.connection.plugin
notes:
  - Use it as C(query(...\)), which always gives a list; C(lookup(...\)) gives the row itself if there is only one.
"""

EXAMPLES = r"""
- name: Names of the zones
  ansible.builtin.debug:
    msg: "{{ query('zstack.cloud.zstack_query', 'zone') | map(attribute='name') }}"

- name: Stop unless all hosts of a cluster are connected
  ansible.builtin.assert:
    that: query('zstack.cloud.zstack_query', 'host', filters=filters, fields=['name']) == []
  vars:
    filters:
      - cluster.name=compute
      - status!=Connected

- name: Use the newest image of a name
  ansible.builtin.debug:
    var: images.0.uuid
  vars:
    images: "{{ query('zstack.cloud.zstack_query', 'image', filters=['name~=centos%'], sort='-create_date', limit=1) }}"

- name: Addresses of VM instances by name
  ansible.builtin.debug:
    var: addresses
  vars:
    addresses: "{{ query('zstack.cloud.zstack_query', 'vm_instance', query='[].{name: name, ips: vm_nics[].ip}') }}"
"""

RETURN = r"""
_raw:
  description:
    - The rows, one dictionary each with the fields of the resource in snake_case, or what O(query) makes of them.
  type: list
  elements: raw
"""

from ansible.errors import AnsibleLookupError
from ansible.plugins.lookup import LookupBase

from ansible_collections.zstack.cloud.plugins.module_utils._api.catalog import fields_of, query_of
from ansible_collections.zstack.cloud.plugins.module_utils._engine.render import rows
from ansible_collections.zstack.cloud.plugins.module_utils._task.connection import CONNECTION, FAILURES, client_for
from ansible_collections.zstack.cloud.plugins.module_utils._task.selection import project, select
from ansible_collections.zstack.cloud.plugins.plugin_utils._display import tracer
from ansible_collections.zstack.cloud.plugins.plugin_utils._options import CheckedOptions, is_text, refuse, resolved

OPTIONS = ("filters", "fields", "query", "sort", "limit", *CONNECTION)


class LookupModule(CheckedOptions, LookupBase):
    def run(self, terms, variables=None, **kwargs):
        # Variables may still be templates; arguments are none any more.
        names = CONNECTION.keys() & (variables or {}).keys() - kwargs.keys()
        given = resolved(self, self._templar, {name: variables[name] for name in names})
        self.set_options(var_options=given, direct=kwargs)
        params = {name: self.get_option(name) for name in OPTIONS}
        refuse([f"the resource is {term!r}, not a name such as vm_instance" for term in terms if not is_text(term)])
        try:
            client = client_for(params, self._display.vv, tracer(self._display))
            client.limit(params["zstack_wait_timeout"])
            try:
                found = [row for term in terms for row in _rows(client, query_of(term), params)]
            finally:
                # A session that could not be shared would stay open on the node, which bears only so many.
                client.release()
            if not params["query"]:
                return found
            projected = project(params["query"], found)
        except FAILURES as error:
            raise AnsibleLookupError(error.message) from error
        return projected if isinstance(projected, list) else [projected]


def _rows(client, api, params):
    """The rows as the module zstack_query_info gives them."""
    known = fields_of(api, client.generation)
    return rows(select(client, api, [], params, known=known), () if params["fields"] else known)
