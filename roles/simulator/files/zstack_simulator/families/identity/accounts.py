# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Accounts, users, sessions and access keys."""

from __future__ import annotations

from ...errors import ApiError, invalid, not_found, refused
from ...family import Family
from ...identity import ADMIN_UUID, access_key, account, user

FIDELITY = {
    "LogInByAccount": ("read", "no captcha, no locking of accounts, no second factor"),
    "LogInByUser": ("read", "as LogInByAccount"),
    "LogInByLdap": ("approximated", "always refused: no LDAP server is configured"),
    "LogIn": ("inferred", "login type account only"),
    "LogOut": ("read", None),
    "ValidateSession": ("read", "answers under both names that clients know"),
    "RenewSession": ("read", None),
    "CreateAccount": ("read", "no quotas"),
    "UpdateAccount": ("read", None),
    "DeleteAccount": ("approximated", "resources belong to nobody"),
    "QueryAccount": ("approximated", "everybody sees all"),
    "CreateUser": ("approximated", "no policies: a user may what the account may"),
    "UpdateUser": ("approximated", "as CreateUser"),
    "DeleteUser": ("read", None),
    "QueryUser": ("approximated", "everybody sees all"),
    "CreateAccessKey": ("inferred", "the secret is shown in every reply"),
    "ChangeAccessKeyState": ("inferred", None),
    "DeleteAccessKey": ("inferred", None),
    "QueryAccessKey": ("inferred", "everybody sees all"),
}

# What the client sends for "password": its SHA-512 in lower-case hex. The digest is the credential.
INITIAL_PASSWORD = (
    "b109f3bbbc244eb82441917ed06d618b9008dd09b3befd1b5e07394c706a8bb9"
    "80b1d7785e5976ec049b46df5f1326af5a2ea6d103fd07c95385ffab0cacbc86"
)

family = Family()
family.query("QueryAccount", account, everyone=True)
family.query("QueryUser", user, everyone=True)
family.query("QueryAccessKey", access_key, everyone=True)


@family.boot
def boot(node):
    account.create(node, {"name": "admin", "type": "SystemAdmin", "password": INITIAL_PASSWORD}, ADMIN_UUID)


# -- logging in and out -----------------------------------------------------------------------------------------


def _failed():
    return ApiError("ID.1000", "wrong account or password")


def _account_session(node, name, password):
    found = account.find(node, name=name)
    if not found or found[0]["password"] != password:
        raise _failed()
    return {"inventory": node.identity.open(found[0]["uuid"], found[0]["uuid"]).inventory(node)}


@family.api("LogInByAccount")
def log_in_by_account(node, msg):
    return _account_session(node, msg["accountName"], msg["password"])


@family.api("LogInByUser")
def log_in_by_user(node, msg):
    if "accountUuid" not in msg and "accountName" not in msg:
        raise invalid("accountName and accountUuid cannot both be null")
    wanted = {"uuid": msg["accountUuid"]} if "accountUuid" in msg else {"name": msg["accountName"]}
    owners = account.find(node, **wanted)
    if not owners:
        raise invalid("the account does not exist") if node.old else _failed()
    found = user.find(node, accountUuid=owners[0]["uuid"], name=msg["userName"])
    if not found or found[0]["password"] != msg["password"]:
        raise _failed()
    return {"inventory": node.identity.open(owners[0]["uuid"], found[0]["uuid"]).inventory(node)}


@family.api("LogInByLdap")
def log_in_by_ldap(_node, _msg):
    raise ApiError("ID.1000", "no LDAP server is configured")


@family.api("LogIn")
def log_in(node, msg):
    if msg["loginType"] != "account":
        raise refused(f"login type {msg['loginType']} is not supported")
    return _account_session(node, msg["username"], msg["password"])


@family.api("LogOut")
def log_out(node, msg):
    node.identity.close(msg["sessionUuid"])


@family.api("ValidateSession")
def validate_session(node, msg):
    live = node.identity.is_live(msg["sessionUuid"])
    # The server's class calls it validSession, the clients' class valid: sent under both names.
    return {"valid": live, "validSession": live}


@family.api("RenewSession", everyone=True)
def renew_session(node, msg):
    session = node.identity.check(msg["sessionUuid"])
    node.identity.extend(session, node.time() + msg.get("duration", node.limits.sessionSeconds))
    return {"inventory": session.inventory(node)}


# -- accounts and users -----------------------------------------------------------------------------------------


@family.api("CreateAccount", creates=account)
def create_account(node, msg):
    if account.find(node, name=msg["name"]):
        raise invalid(f"an account named {msg['name']} exists already")
    row = msg.picked("name", "description", "password") | {"type": msg.get("type", "Normal")}
    return {"inventory": account.inventory(node, account.create(node, row, msg.get("resourceUuid")))}


@family.api("UpdateAccount", refs={"uuid": account}, everyone=True)
def update_account(node, msg):
    uuid = msg.get("uuid", msg.session.account)
    if not msg.session.is_admin and uuid != msg.session.account:
        raise refused("only the admin account updates other accounts")
    account.update(node, uuid, **msg.picked("name", "description", "password"))
    return {"inventory": account.inventory(node, uuid)}


@family.api("DeleteAccount")
def delete_account(node, msg):
    if msg["uuid"] == ADMIN_UUID:
        raise invalid("the admin account cannot be deleted")
    account.destroy(node, msg["uuid"], msg.force)


@account.on_delete(order=10)
def account_goes(node, row, force):
    node.identity.close_all(account_uuid=row["uuid"])
    for resource in (access_key, user):
        for child in resource.find(node, accountUuid=row["uuid"]):
            resource.destroy(node, child["uuid"], force)


@family.api("CreateUser", creates=user, everyone=True)
def create_user(node, msg):
    owner = msg.session.account
    if user.find(node, accountUuid=owner, name=msg["name"]):
        raise invalid(f"a user named {msg['name']} exists already in the account")
    row = msg.picked("name", "description", "password") | {"accountUuid": owner}
    return {"inventory": user.inventory(node, user.create(node, row, msg.get("resourceUuid")))}


@family.api("UpdateUser", everyone=True)
def update_user(node, msg):
    uuid = msg.get("uuid", msg.session.user)
    row = user.require(node, uuid)
    if not msg.session.is_admin and row["accountUuid"] != msg.session.account:
        raise refused("the user belongs to another account")
    user.update(node, uuid, **msg.picked("name", "description", "password"))
    return {"inventory": user.inventory(node, uuid)}


@family.api("DeleteUser", everyone=True)
def delete_user(node, msg):
    node.identity.close_all(user_uuid=msg["uuid"])
    user.destroy(node, msg["uuid"], msg.force)


# -- access keys (premium on the real node; here always available on 5.2) ------------------------------------------


@family.api("CreateAccessKey", refs={"accountUuid": account}, creates=access_key, everyone=True)
def create_access_key(node, msg):
    if not msg.session.is_admin and msg["accountUuid"] != msg.session.account:
        raise refused("an access key can be created for one's own account only")
    if msg["userUuid"] != msg["accountUuid"] and user.get(node, msg["userUuid"]) is None:
        raise not_found("UserVO", msg["userUuid"])
    row = {
        **msg.picked("description", "accountUuid", "userUuid"),
        "AccessKeyID": msg.get("AccessKeyID", node.uuid()[:20]),
        "AccessKeySecret": msg.get("AccessKeySecret", (node.uuid() + node.uuid())[:40]),
        "state": "Enabled",
    }
    return {"inventory": access_key.inventory(node, access_key.create(node, row, msg.get("resourceUuid")))}


@family.api("ChangeAccessKeyState", refs={"uuid": access_key}, everyone=True)
def change_access_key_state(node, msg):
    access_key.update(node, msg["uuid"], state={"enable": "Enabled", "disable": "Disabled"}[msg["stateEvent"]])
    return {"inventory": access_key.inventory(node, msg["uuid"])}


@family.api("DeleteAccessKey", everyone=True)
def delete_access_key(node, msg):
    access_key.destroy(node, msg["uuid"], msg.force)


@family.seed("accounts", account)
def seed_account(node, fields, _parents):
    return account.get(node, account.create(node, {"type": "Normal", "password": INITIAL_PASSWORD, **fields},
                                            fields.get("uuid")))  # fmt: skip
