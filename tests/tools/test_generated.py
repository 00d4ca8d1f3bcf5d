# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What follows from the declarations is as the generator writes it, and what is typed agrees with them."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field, replace
from types import SimpleNamespace

import generate
import pytest
import returned
import yaml
from generate import coverage, returns
from generate.declarations import GENERATIONS, Action, Api, Listing, Member, Resource, named, walk

from ansible_collections.zstack.cloud.plugins.module_utils._api import host as host_api
from ansible_collections.zstack.cloud.plugins.module_utils._api import pci as pci_api
from ansible_collections.zstack.cloud.plugins.module_utils._api import vm as vm_api
from ansible_collections.zstack.cloud.plugins.module_utils._api.queries import QUERY_VM_INSTANCE
from ansible_collections.zstack.cloud.plugins.module_utils._resources.words import Field

MODULES = generate.modules()


def test_nothing_differs_from_what_is_generated():
    differences = []
    for path, text in generate.expected().items():
        now = path.read_text(encoding="utf-8") if path.exists() else ""
        lines = difflib.unified_diff(now.splitlines(), (text or "").splitlines(), "now", "generated", n=1, lineterm="")
        name = str(path.relative_to(generate.ROOT))
        differences += [f"{name}: {line}" for line in lines]
    if differences:
        pytest.fail("run `make generate`:\n" + "\n".join(differences[:60]), pytrace=False)


def test_action_plugins_are_no_links():
    # Documentation tools read a link as an alias of a module.
    assert not any(path.is_symlink() for path in (generate.ROOT / "plugins" / "action").glob("*.py"))


# -- the generator, on invented declarations


@dataclass(frozen=True)
class Dependents:
    label: str


QUERY = Api("QueryZone", "GET", "/zones")


@dataclass(frozen=True)
class Invented:
    """A resource with what the generator asks of one."""

    name: str = "zone"
    plural: str = "zones"
    title: str = "zone"
    titles: str = "zones"
    only: str = None
    query: Api = QUERY
    create: Api = None
    inventory: tuple = ("uuid", "lastOpDate", "name")
    inventory_by: dict = field(default_factory=dict)
    words: tuple = ()
    names: dict = field(default_factory=dict)
    created: dict = field(default_factory=dict)
    narrow: tuple = ()
    fields: tuple = ()
    nests: dict = field(default_factory=dict)

    def inventory_of(self, generation):
        return self.inventory + self.inventory_by.get(generation, ())


@dataclass(frozen=True)
class Attachments:
    option: str
    of: object
    bars: bool = False
    only: str = None


@dataclass(frozen=True)
class Reading:
    option: str
    values: dict
    only: str = None


@dataclass(frozen=True)
class Parts:
    row: str
    id: str
    fields: tuple
    created: tuple = ()


def module(resource, options=(), kind="state"):
    options = dict(options, zstack_url={})
    return SimpleNamespace(declared=(resource,), options=options, kind=kind, task=SimpleNamespace(scopes=()))


def test_a_field_of_one_generation_says_so():
    told = returns.inventory(Invented(inventory_by={"5.2": ("isDefault",)}))
    assert list(told) == ["uuid", "name", "is_default", "last_op_date"], "dates come last"
    assert told["is_default"]["type"] == "bool"
    assert told["is_default"]["description"].endswith("ZStack 5.2 only.")
    assert "only" not in told["name"]["description"]


def test_a_field_that_the_table_lacks_is_refused_by_its_place():
    with pytest.raises(generate.Differs, match=r"fields\.yml: zone\.colour is not described"):
        returns.inventory(Invented(inventory=("colour",)))
    with pytest.raises(generate.Differs, match="no section planet"):
        returns.inventory(Invented(query=Api("QueryPlanet", "GET", "/planets")))


def test_names_stand_beside_uuids():
    resource = Invented(query=Api("QueryCluster", "GET", "/clusters"), inventory=("uuid", "zoneUuid", "type"))
    told = returns.inventory(replace(resource, names={"zoneUuid": Invented()}))
    assert list(told) == ["uuid", "zone_uuid", "zone_name", "type"]
    assert told["zone_name"] == {"description": "Name of its zone.", "type": "str", "sample": "lab"}


def test_what_a_declaration_decides_is_the_sample():
    told = returns.inventory(Invented(inventory=("state", "type"), created={"type": "special"}))
    assert (told["state"]["sample"], told["type"]["sample"]) == ("Enabled", "special")


def test_rows_within_rows_have_what_results_show_of_them():
    vm = Invented(query=Api("QueryVmInstance", "GET", "/vm-instances"), inventory=("vmNics",))
    told = returns.inventory(replace(vm, nests={"vmNics": ("uuid", "ip")}))
    assert list(told["vm_nics"]["contains"]) == ["uuid", "ip"]


def test_a_resource_of_one_type_has_its_own_section():
    query = Api("QueryPrimaryStorage", "GET", "/primary-storage")
    local = Invented(query=query, inventory=("url", "type"), created={"type": "LocalStorage"})
    assert returns.inventory(local)["url"]["sample"] == "/zstack_ps"
    assert returns.inventory(replace(local, created={"type": "SharedBlock"}))["type"]["sample"] == "SharedBlock"


def test_of_parts_is_told_what_the_declaration_knows():
    query = Api("QueryCephPrimaryStorage", "GET", "/primary-storage/ceph")
    part = Parts("mons", "monUuid", (SimpleNamespace(row="hostname"), SimpleNamespace(row=None)), ("status",))
    told = returns.inventory(Invented(query=query, inventory=("mons",), words=(part,)))
    assert list(told["mons"]["contains"]) == ["hostname", "status", "mon_uuid"]


PCI = Resource("pci_device", pci_api.QUERY_PCI_DEVICE, inventory=("uuid", "name", "status", "vmInstanceUuid"))
PCI_FIELDS = {"uuid", "name", "status", "vm_instance_uuid"}
VM = Resource("vm", QUERY_VM_INSTANCE, plural="vms", inventory=("uuid", "name"))
MEMBER = Member(
    "pci_attach",
    holder="vm",
    to=VM,
    member="pci_device",
    of=PCI,
    row="vmInstanceUuid",
    add=pci_api.ATTACH_PCI_DEVICE_TO_VM,
    remove=pci_api.DETACH_PCI_DEVICE_FROM_VM,
    this="vmInstanceUuid",
    other="pciDeviceUuid",
)


def test_an_attaching_module_tells_of_what_is_attached():
    told = returns.returned(module(MEMBER, {"state": {"choices": ["present", "absent"]}}))
    words = "The PCI device that is attached after the task, or would be in check mode. V(null) after O(state=absent)."
    assert told["pci_device"]["description"] == words
    assert set(told["pci_device"]["contains"]) == {*PCI_FIELDS, "vm_instance_name"}
    assert told["done"]["sample"] == ["AttachPciDeviceToVm"] and "candidates" in told and "ran" not in told


def test_an_act_tells_of_its_subject_and_what_ran():
    subject = Field("vm", api="uuid", ref=VM)
    flatten = Action("flatten", vm_api.FLATTEN_VM_INSTANCE, (subject,), subject="vm", follows=True)
    told = returns.returned(module(flatten, kind="action"))
    assert set(told["vm"]["contains"]) == {"uuid", "name"}
    assert told["ran"]["sample"] == ["FlattenVmInstance"] and "long_job_uuid" in told
    assert "long_job_uuid" not in returns.returned(module(replace(flatten, follows=False), kind="action"))


def test_what_only_an_act_can_tell_is_for_its_module_to_write():
    shell = Action("shell", host_api.KVM_RUN_SHELL, (Field("script"),), result="output")
    told = SimpleNamespace(**vars(module(shell, kind="action")), path=generate.ROOT / "plugins/modules/x.py")
    with pytest.raises(generate.Differs, match=r"x\.py: write what it returns as output"):
        returns.returned(told)
    assert "output" not in returns.returned(told, own={"output": {}})


def test_a_listing_tells_of_its_rows():
    listing = Listing("pci_devices", pci_api.GET_PCI_DEVICE_CANDIDATES_FOR_ATTACHING_VM, resource=PCI)
    told = returns.returned(module(listing, {"query": {}}, "info"))
    assert (told["pci_devices"]["elements"], set(told["pci_devices"]["contains"])) == ("dict", PCI_FIELDS)
    assert told["result"]["description"] == "What O(query) made of RV(pci_devices)."


def _asks(draft):
    return pci_api.GET_HOST_IOMMU_STATE, {}


def test_the_walk_finds_the_apis_that_functions_name():
    assert [item for item in walk({"asks": _asks}) if isinstance(item, Api)] == [pci_api.GET_HOST_IOMMU_STATE]
    attaching = SimpleNamespace(**{**vars(module(MEMBER)), "task": SimpleNamespace(resource=MEMBER, asks=_asks)})
    assert coverage.used_by(attaching) == {"AttachPciDeviceToVm", "DetachPciDeviceFromVm", "GetHostIommuState"}


def test_a_field_is_told_in_the_form_of_its_option():
    query = Api("QueryPciDevice", "GET", "/pci-device/pci-devices")
    keys = [SimpleNamespace(option="key"), SimpleNamespace(option="value")]
    told = Invented(query=query, inventory=("metaData",))
    assert returns.inventory(told)["meta_data"]["type"] == "dict"
    formed = SimpleNamespace(row="metaData", form=object(), type="list", elements=None, options=keys)
    entry = returns.inventory(replace(told, fields=(formed,)))["meta_data"]
    assert (entry["type"], entry["elements"], list(entry["contains"])) == ("list", "dict", ["key", "value"])
    assert entry["contains"]["key"]["description"] == "Name of the property."


def test_what_a_word_adds_is_told_with_its_option():
    zones = Attachments("zones", Invented(), bars=True)
    resource = Invented(words=(zones, Reading("iommu", {"on": "Yes", "off": "No"}, "5.2")))
    told = returns.returned(module(resource, {"cascade": {}}))
    assert told["zone"]["contains"]["zones"] == {
        "description": "Names of the zones attached to it. Only where O(zones) is given.",
        "type": "list",
        "elements": "str",
        "sample": ["lab"],
    }
    words = "What the node tells of it. V(on) or V(off). ZStack 5.2 only. Only where O(iommu) is given."
    assert told["zone"]["contains"]["iommu"]["description"] == words
    assert told["detached"]["sample"] == {"zones": ["lab"]}
    assert told["dependents"]["sample"] == {"zones": 2}
    assert "iommu" not in returns.returned(module(resource, kind="info"))["zones"]["contains"]


def test_what_is_deleted_with_it_is_told_where_something_is():
    options = {"cascade": {}, "state": {"choices": ["present", "absent"]}}
    alone = returns.returned(module(Invented(), options))
    assert "deleted_with_it" not in alone
    assert alone["zone"]["description"].endswith("V(null) after O(state=absent).")
    held = returns.returned(module(Invented(words=(Dependents("hosts"), Dependents("images"))), options))
    assert held["deleted_with_it"]["sample"] == held["dependents"]["sample"] == {"hosts": 2, "images": 3}


def test_only_a_creation_predicts_a_uuid():
    def described(**more):
        return returns.returned(module(replace(Invented(), **more)))["zone"]["contains"]["uuid"]["description"]

    assert described() == "Uuid of the zone."
    assert "All zeros in check mode" in described(create=Api("CreateZone", "POST", "/zones"))


def test_an_info_module_returns_rows_and_what_the_query_made_of_them():
    told = returns.returned(module(Invented(), {"query": {}}, "info"))
    assert (told["zones"]["type"], told["zones"]["elements"]) == ("list", "dict")
    assert told["result"]["description"] == "What O(query) made of RV(zones)."
    assert "done" not in told and "candidates" not in told


def test_values_of_one_generation_are_told_as_such():
    told = returns.field("status", {"description": "Words.", "values": {"both": ["a", "b"], "5.2": ["c"]}}, "", "", "")
    assert told["description"] == "Words. V(a) or V(b), in ZStack 5.2 also V(c)."
    assert told["sample"] == "a"


def test_what_a_module_documents_itself_stays(tmp_path):
    path = tmp_path / "zstack_zone.py"
    own = "zone:\n  description: Mine.\n"
    head = f'EXAMPLES = r"""\n- a\n"""\n\nRETURN = r"""\n{own}{returns.MARKER}\n'
    path.write_text(head + 'old: {}\n"""\n\ntask = 1\n')
    text = returns.rewritten(SimpleNamespace(**vars(module(Invented())), path=path))
    assert text.startswith(head) and text.endswith('"""\n\ntask = 1\n')
    block = yaml.safe_load(text.split('r"""')[2].split('"""')[0])
    assert block["zone"] == {"description": "Mine."}
    assert "error" in block and "old" not in block


def test_a_module_without_a_block_gets_one_behind_its_examples(tmp_path):
    path = tmp_path / "zstack_zone.py"
    path.write_text('EXAMPLES = r"""\n- a\n"""\n\ntask = 1\n')
    text = returns.rewritten(SimpleNamespace(**vars(module(Invented())), path=path))
    assert text.startswith('EXAMPLES = r"""\n- a\n"""\n\nRETURN = r"""\n') and text.endswith('"""\n\ntask = 1\n')
    path.write_text(text)
    assert returns.rewritten(SimpleNamespace(**vars(module(Invented())), path=path)) == text


def test_the_walk_finds_what_lies_deep_once_and_goes_no_further_than_told():
    read, write = Api("GetA", "GET", "/a"), Api("SetA", "PUT", "/a")
    other = Invented(words=(write,))
    tree = {"x": [(read, {"y": read})], "z": other}
    assert [item for item in walk(tree) if isinstance(item, Api)] == [read, other.query, write]
    assert [item for item in walk(tree, lambda item: item is not other) if isinstance(item, Api)] == [read]


@pytest.mark.parametrize("section", [name for name in returns.FIELDS if name != "any"])
def test_the_table_is_complete_in_itself(section):
    """Every field has words, a type of Ansible's and a sample of it; nested ones and those no resource uses yet too."""

    def check(told, where):
        assert not told["description"][0].islower() and told["description"].endswith("."), where
        if "contains" in told:
            assert told["type"] == "dict" or (told["type"], told["elements"]) == ("list", "dict"), where
            for name, inner in told["contains"].items():
                check(inner, f"{where}.{name}")
        else:
            types = {"str": str, "int": int, "float": float, "bool": bool, "list": list, "raw": dict}
            assert told["sample"].__class__ is types[told["type"]], where
            assert told["type"] != "list" or told["elements"] == "str", where

    for name, spec in returns.FIELDS[section].items():
        check(returns.field(name, spec, section, section, section), f"{section}.{name}")


# -- the look at what modules really returned, of which tests/scenarios makes use

BLOCK = """
host:
  returned: success
  type: dict
  contains:
    name: {description: Name., type: str}
    cpu_num: {description: CPUs., type: int}
    status: {description: "Is it. V(Up) or V(Down), in ZStack 5.2 also V(Gone). V(null) at first.", type: str}
    mode: {description: "How. In ZStack 2.3.1 V(a), in ZStack 5.2 V(b) or V(c). ZStack 5.2 only.", type: str}
    tags: {description: Its tags when O(tags) is given., type: list, elements: str}
    nics: {description: Its interfaces., type: list, elements: dict, contains: {mac: {description: M., type: str}}}
"""
HOST = {"name": "h", "cpu_num": 2, "status": None, "mode": "b", "nics": [{"mac": "m"}]}


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({}, None),
        ({"tags": ["t"]}, None),
        ({"cpu_num": "2"}, "host.cpu_num is '2', documented as int"),
        ({"cpu_num": True}, "host.cpu_num is True, documented as int"),
        ({"status": "Lost"}, "host.status is 'Lost', documented are Up, Down, Gone"),
        ({"mode": "d"}, "host.mode is 'd', documented are a, b, c"),
        ({"tags": [1]}, "host.tags[0] is 1, documented as str"),
        ({"nics": [{"mac": 1}]}, "host.nics[0].mac is 1, documented as str"),
        ({"nics": [{}]}, "host.nics[0].mac is not returned"),
        ({"colour": "red"}, "RETURN says nothing of host.colour"),
        ({"name": ...}, "host.name is not returned"),
    ],
)
def test_what_is_not_as_documented_is_found(monkeypatch, change, complaint):
    monkeypatch.setattr(returned, "documented", lambda module: yaml.safe_load(BLOCK))
    host = {key: value for key, value in {**HOST, **change}.items() if value is not ...}
    found = list(returned.complaints("m", {"changed": True, "host": host}, "5.2"))
    assert found == ([complaint] if complaint else [])


def test_what_is_missing_in_the_result_or_of_the_other_generation_is_found(monkeypatch):
    monkeypatch.setattr(returned, "documented", lambda module: yaml.safe_load(BLOCK))
    assert list(returned.complaints("m", {"changed": True}, "5.2")) == ["host is not returned"]
    assert list(returned.complaints("m", {"failed": True, "api": "A"}, "5.2")) == ["RETURN says nothing of api"]
    old = list(returned.complaints("m", {"host": HOST}, "2.3.1"))
    assert old == ["host.mode is there, documented as ZStack 5.2 only"]
    assert list(returned.complaints("m", {"host": {"name": "h"}}, "2.3.1", complete=False)) == []


@pytest.mark.parametrize("section", returns.FIELDS)
def test_values_are_read_from_descriptions_as_they_are_written(section):
    for name, spec in returns.FIELDS[section].items():
        told = (spec or {}).get("values", [])
        told = [value for some in told.values() for value in some] if isinstance(told, dict) else told
        if told:
            assert returned.values(returns.field(name, spec, section, section, section)["description"]) == told, name


# -- what is typed, against the declarations


def documented(module):
    return yaml.safe_load(module.python.DOCUMENTATION).get("options", {})


def described(text):
    return " ".join(text if isinstance(text, list) else [text])


def options(documented, accepted, where=""):
    """(place, documentation, specification) of each option that both have, suboptions included."""
    for name, text in documented.items():
        spec = accepted.get(name)
        if spec is not None:
            yield where + name, text, spec
            yield from options(text.get("suboptions") or {}, spec.get("options") or {}, f"{where}{name}.")


@pytest.mark.parametrize("name", MODULES)
def test_options_are_documented_as_they_are_accepted(name):
    """Order of choices, and all of suboptions: what neither ansible-test nor the unit tests look at."""
    for place, text, spec in options(documented(MODULES[name]), MODULES[name].options):
        assert text.get("choices", []) == spec.get("choices", []), place
        assert set(text.get("suboptions") or {}) == set(spec.get("options") or {}), place
        if "." in place:
            assert text["description"], place
            for key, otherwise in (("type", "str"), ("elements", None), ("default", None), ("required", False)):
                assert text.get(key, otherwise) == spec.get(key, otherwise), f"{place}: {key}"


def told_apart(documentation, words, where=""):
    """(place, documentation, word) of every option that a word declares, suboptions included."""
    for word in words:
        text = documentation.get(getattr(word, "option", None))
        if text:
            yield where + word.option, described(text["description"]), word
            inner = getattr(word, "fields", ()) or getattr(word, "options", ())
            yield from told_apart(text.get("suboptions") or {}, inner, f"{where}{word.option}.")


def generations_told(text):
    return set(re.findall(r"(?:^|\. )ZStack (\S+) only\.", text))


DECLARED = [name for name, module in MODULES.items() if len(module.declared) == 1]


@pytest.mark.parametrize("name", DECLARED)
def test_documentation_tells_what_only_one_generation_has(name):
    module = MODULES[name]
    [resource], text = module.declared, yaml.safe_load(module.python.DOCUMENTATION)
    only = {resource.only} - {None}
    assert generations_told(described(text["description"])) == only, f"description: say `ZStack {only} only.`"
    if module.kind == "info" and isinstance(resource, Resource):
        return  # its options select rows
    for place, told, word in told_apart(text.get("options", {}), getattr(resource, "words", resource.fields)):
        only = {getattr(word, "only", None)} - {None}
        assert generations_told(told) == only, f"{place}: say `ZStack {only or 'x'} only.`, or do not"
        for value, generation in _values_of_one_generation(resource, word).items():
            assert f"V({value})" in told and f"ZStack {generation}" in told, f"{place}: {value} is of {generation}"
    events = named(resource, "Event")
    for event in [event for event in events if event.only]:
        if not any(other.value == event.value for other in events if other is not event):
            told = described(text["options"]["state"]["description"])
            assert f"V({event.value})" in told and f"ZStack {event.only}" in told, f"state: {event.value}"


def _values_of_one_generation(resource, field):
    """{value: the only generation that takes it} among the choices of an option that both generations have."""
    found = {}
    first = getattr(resource, "create", None) or getattr(resource, "api", None) or getattr(resource, "add", None)
    for api in (first, *getattr(field, "update", ())) if getattr(field, "choices", ()) else ():
        known = {g: api.parameter(field.api, g) for g in GENERATIONS} if api and api.only is None else {}
        if known and all(known.values()):
            for value in field.choices:
                takers = [g for g, parameter in known.items() if value in (parameter.choices or field.choices)]
                if len(takers) == 1:
                    found[value] = takers[0]
    return found


@pytest.mark.parametrize("name", DECLARED)
def test_documentation_tells_what_cannot_be_changed(name):
    """Of what is compared; what only tells an object that others make is no wish to change anything."""
    module, [resource] = MODULES[name], MODULES[name].declared
    for f in resource.fields if module.kind == "state" and getattr(resource, "create", None) else ():
        text = documented(module).get(f.option)
        if text and f.row:
            fixed = "Cannot be changed" in described(text["description"])
            assert fixed == (not f.update), f"{f.option}: say `Cannot be changed.`, or do not"


# -- coverage


def test_all_apis_of_the_manual_are_in_the_table():
    apis = [api for names in coverage.chapters().values() for api in names]
    assert len(apis) == len(set(apis)) == 123
    assert set(apis) <= set(coverage.APIS)


def test_every_api_has_a_module():
    found = coverage.users(MODULES)
    assert [api for names in coverage.chapters().values() for api in names if api not in found] == []


def test_an_info_module_is_about_reads_only():
    reads = {"QueryHost", "GetHostIommuState", "GetHostIommuStatus"}
    assert coverage.used_by(MODULES["zstack_host_info"]) == reads
    assert {"AddKVMHost", "QueryHost", "ReconnectHost"} <= coverage.used_by(MODULES["zstack_kvm_host"])
    assert "QueryCluster" not in coverage.used_by(MODULES["zstack_kvm_host"])
