# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""RETURN blocks: what modules return, from their declarations, ``fields.yml`` and ``results.yml``.

What stands above the marker in a block is the module's own, and goes before what would be generated for the same key.
A module that declares nothing and has no marker has a block of its own altogether.
"""

from __future__ import annotations

import re
import textwrap
import uuid
from pathlib import Path

import yaml

from .declarations import GENERATIONS, Action, Api, Listing, Member, named, read, snake, words
from .house import ROOT, Differs

TABLE = Path(__file__).with_name("fields.yml")
FIELDS = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
RESULTS = yaml.safe_load(TABLE.with_name("results.yml").read_text(encoding="utf-8"))

MARKER = "# From here on generated from the declarations, by `make generate`."
WIDTH = 120

_BLOCK = re.compile(r'(?<=^RETURN = r""")\n(.*?)(?=""")', re.MULTILINE | re.DOTALL)
_EXAMPLES = re.compile(r'^EXAMPLES = r""".*?"""\n', re.MULTILINE | re.DOTALL)
_ACRONYMS = re.compile(r"\b(cd|ft|iso|kvm|mdev|nfs|os|pci|pxe|smp|usb|vms?)\b")
_DATES = ("create_date", "last_op_date")
# Keys by which two mentions of the same thing get the same uuid in samples.
_NAMESPACE = uuid.UUID("6d0f1c52-7f0e-5d0e-9d43-5f6c1b1f2c0a")


def files(modules):
    return {module.path: rewritten(module) for module in modules.values()}


def rewritten(module):
    """The module's file with the RETURN block that its declarations make."""
    source = module.path.read_text(encoding="utf-8")
    block = _BLOCK.search(source)
    own, marker, _old = block.group(1).partition(MARKER) if block else ("", "", "")
    if not module.declared and not marker:
        if not block:
            raise Differs(f"{module.path.relative_to(ROOT)} declares nothing: write its RETURN")
        return source
    own = own if marker else ""
    text = f"\n{own}{MARKER}\n{dumped(returned(module, yaml.safe_load(own) or {}))}"
    if block:
        return source[: block.start()] + text + source[block.end() :]
    examples = _EXAMPLES.search(source)
    if not examples:
        raise Differs(f"{module.path.relative_to(ROOT)} has no EXAMPLES")
    return source[: examples.end()] + f'\nRETURN = r"""{text}"""\n' + source[examples.end() :]


def returned(module, own=()):
    """What the module returns, in Ansible's words, less the keys that it documents itself."""
    result = {}
    for key, form, resource in _objects(module, own):
        entry = _entry(RESULTS[form], resource, key)
        if "absent" in module.options.get("state", {}).get("choices", ()):
            when = "where O(state=absent) finds none" if form == "action" else "after O(state=absent)"
            entry["description"] += f" V(null) {when}."
        # What is attached is told with the name of what holds it, any other would cost a query.
        names = resource.names
        if form == "member":
            [member] = module.declared
            names = {} if member.many else {member.row: member.to}
        entry["contains"] = inventory(resource, names)
        if form == "state":
            entry["contains"].update(_told_by_words(resource))
        if form == "info":
            entry["contains"].update(_gathered(module, resource))
        if form == "state" and resource.create:
            entry["contains"]["uuid"]["description"] += (
                f" All zeros in check mode for a {_proper(resource.title)} that does not exist yet."
            )
        result[key] = entry
    rows = next(iter(result), "")
    # The acts of one module are much alike, its listings are not.
    alike = module.kind == "action" or len(module.declared) == 1
    declared = next(iter(module.declared), None) if alike else None
    for key, spec in RESULTS["tail"].items():
        if spec.get("option", "zstack_url") in module.options and module.kind in spec.get("kinds", [module.kind]):
            entry = _entry(spec, None, rows)
            if key == "candidates" and not _refers(module):
                continue
            sample = _sample_of_tail(key, declared)
            if sample is not None:
                entry["sample"] = sample
            elif "sample" not in entry and "contains" not in entry:
                continue  # nothing that this module does leads there
            result[key] = entry
    return {key: entry for key, entry in result.items() if key not in own}


def _objects(module, own):
    """(key, form, resource) of what the module tells of: forms are those of results.yml."""
    for declared in module.declared:
        if isinstance(declared, Member):
            yield declared.member, "member", declared.of
        elif isinstance(declared, Listing):
            if declared.resource:
                yield declared.name, "listing", declared.resource
            else:
                _needs(module, declared.name, own)
        elif isinstance(declared, Action):
            if declared.subject:
                subject = declared.field(declared.subject).ref
                yield subject.name, "action", subject
            if declared.result:
                _needs(module, declared.result, own)
        elif module.kind == "info":
            yield declared.plural, "info", declared
        else:
            yield declared.name, module.kind, declared


def _needs(module, key, own):
    if key not in own:
        name = module.path.relative_to(ROOT)
        raise Differs(f"{name}: write what it returns as {key} into RETURN, and below it the line\n{MARKER}")


def _refers(module):
    """Whether an option names an object, so that several may have the name."""
    if module.kind == "info" and hasattr(module.task, "scopes"):
        return bool(module.task.scopes)
    return module.kind == "state" or any(getattr(f, "ref", None) for word in module.declared for f in word.fields)


def inventory(resource, refers=None):
    """What a row of the resource contains: {name: entry} in Ansible's words.

    ``refers`` maps its fields with uuids to the resources whose names stand beside them, if it is not all.
    """
    section, decided = section_of(resource), _decided(resource)
    generations = [g for g in GENERATIONS if g == (resource.only or g)]
    have = {generation: [snake(f) for f in resource.inventory_of(generation)] for generation in generations}
    names = list(dict.fromkeys(name for told in have.values() for name in told))
    # What the results have of parts is what the declaration knows; the node tells more.
    owned = {snake(w.row): [*(snake(f.row) for f in w.fields if f.row), *map(snake, w.created), snake(w.id)]
             for w in named(resource, "Parts")}  # fmt: skip
    for row, fields in resource.nests.items():
        parts = fields.values() if isinstance(fields, dict) else [fields]
        owned[snake(row)] = list(dict.fromkeys(snake(name) for part in parts for name in part))
    formed = {snake(f.row): f for f in resource.fields if f.row and f.form}
    # So it is with the dictionaries of a list, whose fields results have in the form of their options.
    items = {snake(f.row): [s for s in f.options if s.row]
             for f in resource.fields if f.row and f.options and f.type == "list" and not f.form}  # fmt: skip
    beside = {snake(row): other for row, other in (resource.names if refers is None else refers).items()}
    found = {}
    for name in sorted(names, key=lambda name: (name in _DATES, names.index(name))):
        only = [generation for generation, told in have.items() if name in told]
        extra = {"only": only[0]} if len(only) < len(generations) else {}
        if name in decided:
            extra["sample"] = decided[name]
        if name in formed:
            extra.update(_form(formed[name], section.get(name) or {}))
        told = field(name, section.get(name), resource.title, resource.name, section_name(resource), **extra)
        found[name] = told
        if name in owned:
            told["contains"] = {key: told["contains"][key] for key in owned[name]}
        if name in items:
            told["contains"] = {snake(s.row): _read(s, told["contains"][snake(s.row)]) for s in items[name]}
        if name in beside:
            other, name = beside[name], name.removesuffix("_uuid") + "_name"
            words = told["description"].replace("Uuid of", "Name of", 1)
            found[name] = {"description": words, "type": "str", "sample": _sample_of_name(other)}
    return found


def _read(declared, entry):
    """The entry where results have a field of an item in the form of its option."""
    elements = {"elements": declared.elements or "str"} if declared.type == "list" else {}
    form = {"description": entry["description"], "type": declared.type}
    return {**form, **elements, "sample": read(declared, entry["sample"])}


def _form(declared, spec):
    """What differs where results have a field in the form of its option: its type, and the keys of its items."""
    known, waiting = {}, [spec]
    while waiting:
        inner = waiting.pop().get("contains", {})
        known.update(inner)
        waiting.extend(each for each in inner.values() if each)
    form = {"type": declared.type, "elements": declared.elements}
    if declared.options:
        form["elements"] = "dict" if declared.type == "list" else None
        form["contains"] = {f.option: known.get(f.option) for f in declared.options}
    return form


def _decided(resource):
    """{field: sample} of what the declaration itself says, as the type of a storage of one type."""
    decided = {**resource.created, **dict(resource.narrow)}
    return {snake(name): value for name, value in decided.items() if value is not None}


def _told_by_words(resource):
    """What words add to the object: {option: entry}."""
    found = {}
    for word in words(resource):
        spec = RESULTS["words"].get(type(word).__name__)
        if spec is None or not getattr(word, "update", True):
            continue  # what is no option is in the inventory
        spec = {**spec, **section_of(resource).get(word.option, {})}
        if hasattr(word, "of"):
            spec["description"] = spec["description"].replace("{others}", _proper(word.of.titles))
            spec["sample"] = [_sample_of_name(word.of)]
        if hasattr(word, "values"):
            spec["values"] = list(word.values)
        if word.only:
            spec["only"] = word.only
        entry = field(word.option, spec, resource.title, resource.name, section_name(resource))
        entry["description"] += f" Only where O({word.option}) is given."
        found[word.option] = entry
    return found


def _gathered(module, resource):
    """What an info module tells beside the rows: {option: entry}."""
    found = {}
    for word in getattr(module.task, "gather", ()):
        spec = section_of(resource).get(word.option)
        entry = field(word.option, spec, resource.title, resource.name, section_name(resource))
        found[word.option] = entry
        entry["description"] += f" Only where O(gather) has V({word.option})."
    return found


def _sample_of_name(resource):
    return section_of(resource).get("name", {}).get("sample", "lab")


def section_name(resource):
    """The table's name of the resource: the node's own, from its query; of one type that has a section, that."""
    name = snake(resource.query.name[len("Query") :]) if resource.query else resource.name
    one_type = f"{snake(_decided(resource).get('type') or '')}_{name}"
    return one_type if one_type in FIELDS else name


def section_of(resource):
    name = section_name(resource)
    if name not in FIELDS:
        raise Differs(f"{TABLE.relative_to(ROOT)} has no section {name}, which is {resource.title}")
    return FIELDS[name]


def field(name, spec, title, kind, where, **extra):
    """The entry of one field. ``kind`` is what its ``uuid`` is of, ``where`` tells its place in complaints."""
    place = f"{where}.{name}"
    if spec is None and name not in FIELDS["any"]:
        raise Differs(f"{TABLE.relative_to(ROOT)}: {place} is not described")
    common, spec = FIELDS["any"].get(name, {}), spec or {}
    if "values" in spec:
        common = {key: value for key, value in common.items() if key != "sample"}
    spec = {**common, **spec, **extra}
    if "description" not in spec:
        raise Differs(f"{TABLE.relative_to(ROOT)}: {place} needs a description")
    sentences = [spec["description"].replace("{title}", _proper(title))]
    if spec.get("values"):
        sentences.append(_one_of(spec["values"]))
    if "none" in spec:
        sentences.append(f"V(null) {spec['none']}.")
    if "only" in spec:
        sentences.append(f"ZStack {spec['only']} only.")
    entry = {"description": " ".join(sentences), "type": spec.get("type", "str")}
    if spec.get("elements"):
        entry["elements"] = spec["elements"]
    if "contains" in spec:
        inner = spec.get("title", "entry")
        entry["contains"] = {
            each: field(each, its, inner, inner.replace(" ", "_"), place) for each, its in spec["contains"].items()
        }
    else:
        entry["sample"] = _sample(name, spec, kind, place)
    return entry


def _one_of(values):
    """A sentence that lists the values, those of one generation under its name."""
    if not isinstance(values, dict):
        return _either(values) + "."
    common = _either(values["both"]) if "both" in values else ""
    parts = [f"in ZStack {g} {'also ' if common else ''}{_either(v)}" for g, v in values.items() if g != "both"]
    text = ", ".join([common] * bool(common) + parts) + "."
    return text[0].upper() + text[1:]


def _either(values):
    *first, last = [f"V({value})" for value in values]
    return f"{', '.join(first)} or {last}" if first else last


def _sample(name, spec, kind, place):
    if "sample" in spec:
        return spec["sample"]
    if "values" in spec:
        values = spec["values"]
        return next(iter(values.values()))[0] if isinstance(values, dict) else values[0]
    if name == "uuid":
        return _uuid(kind)
    if name.endswith("_uuid"):
        return _uuid(name[: -len("_uuid")])
    if name.endswith("_uuids"):
        return [_uuid(name[: -len("_uuids")].removeprefix("attached_"))]
    if name.endswith("_date"):
        return "2026-01-31 09:30:00"
    raise Differs(f"{TABLE.relative_to(ROOT)}: {place} needs a sample")


def _uuid(kind):
    return uuid.uuid5(_NAMESPACE, kind).hex


def _sample_of_tail(key, declared):
    """Samples that follow from the declaration; None where none does."""
    bars = [word for word in named(declared, "Attachments") if word.bars]
    if key == "detached":
        return {word.option: [_sample_of_name(word.of)] for word in bars} or None
    if key in ("deleted_with_it", "dependents"):
        labels = [word.label for word in named(declared, "Dependents")]
        labels += [word.option for word in bars if key == "dependents"]
        return {label: number for number, label in enumerate(labels, 2)} or None
    if key == "ran":
        return [declared.api.name] if isinstance(declared, Action) else None
    if key == "long_job_uuid":
        return _uuid(key) if isinstance(declared, Action) and declared.follows else None
    if key in ("done", "not_done", "unknown", "api"):
        apis = [word for word in words(declared) if isinstance(word, Api)]
        writes = [api.name for api in apis if api.name.startswith(("Update", "Change"))]
        writes = writes or [api.name for api in apis if not api.reads()]
        if key == "api":
            return (writes or [api.name for api in apis] or [None])[0]
        return [writes[0] if key == "done" else writes[-1]] if writes else None
    return None


def _proper(title):
    """``pci devices`` -> ``PCI devices``."""
    return _ACRONYMS.sub(lambda found: found[0].upper().replace("VMS", "VMs"), title)


def _entry(spec, resource, key):
    """An entry of results.yml without what only the generator reads, about this resource."""
    entry = {name: value for name, value in spec.items() if name not in ("option", "kinds")}
    told = {"key": key}
    if resource:
        told.update(title=_proper(resource.title), titles=_proper(resource.titles))
    for name, value in told.items():
        entry["description"] = entry["description"].replace("{%s}" % name, value)
    return entry


def dumped(value, indent=0):
    """YAML in the style of the house: lines of WIDTH at most, samples in one flow."""
    lines = []
    for key, item in value.items():
        if isinstance(item, dict) and key != "sample":
            lines += [f"{' ' * indent}{key}:", dumped(item, indent + 2).rstrip("\n")]
            continue
        text = yaml.safe_dump(item, default_flow_style=True, sort_keys=False, allow_unicode=True, width=10**6)
        text = f"{key}: {text.removesuffix('...' + chr(10)).strip()}"
        lines += textwrap.wrap(
            text,
            WIDTH,
            initial_indent=" " * indent,
            subsequent_indent=" " * (indent + 2),
            break_long_words=False,
            break_on_hyphens=False,
        )
    text = "\n".join(lines) + "\n"
    if indent == 0 and yaml.safe_load(text) != value:
        raise Differs(f"this does not survive being written as YAML: {value}")
    return text
