# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The families: what the node manages, a file each, in packages by what they are about.

==========  =========================================================================================================
package     what it holds; it imports from what stands above it only
==========  =========================================================================================================
system      the node itself, long jobs, tags, ZQL
identity    sessions, accounts, access keys
compute     zones, clusters, hosts; what VMs and volumes are offered as
networks    L2 and L3 networks, addresses
storage     primary and backup storages, volumes, snapshots, images
vms         VM instances: their life, place and attachments; volumes that move
services    what networks offer to VMs: VIPs and EIPs
devices     PCI, MDEV and USB devices
baremetal   PXE servers, chassis, host configurations
==========  =========================================================================================================

What stands below takes part in what happens above through hooks: ``on_delete`` of a resource, and the lists named
``..._hooks``, each described where it is made. How a family is written is told in ``family``.

Families are found by themselves: every module below this package is imported, and its ``family`` registered.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType

from ..family import Family


def modules() -> Iterator[ModuleType]:
    for info in sorted(pkgutil.walk_packages(__path__, f"{__name__}."), key=lambda info: info.name):
        if not info.ispkg:
            yield importlib.import_module(info.name)


def load() -> Family:
    """All families, merged into one; an API or a seed key claimed twice is an error."""
    whole = Family()
    for module in modules():
        family = getattr(module, "family", None)
        if family is None:
            continue
        for mine, theirs in ((whole.handlers, family.handlers), (whole.queries, family.queries),
                             (whole.seeds, family.seeds)):  # fmt: skip
            if mine.keys() & theirs.keys():
                raise RuntimeError(f"{module.__name__} repeats {sorted(mine.keys() & theirs.keys())}")
            mine.update(theirs)
        whole.boots += family.boots
    return whole
