"""Makes every call that libvirt's Python module has, on objects in many states, and prints what came of each as JSON.

Arguments are guessed from their names: good ones, bad ones, and flags one by one. Each method is called in a process
of its own, on objects that were made for it, so that nothing is left of it for the next.

    INNKEEPER_URI='test+unix:///default?socket=/run/x' python3 -B every_call.py
"""

import inspect
import itertools
import json
import os
import re
import sys

import libvirt

from common import URI, guest

# What waits, takes callbacks or file descriptors, ends the connection, or leaves the hypervisor.
LEFT_OUT = re.compile(
    r"_|c_pointer|connect|ref$|close|is[A-Z]?Alive|(un)?register|setKeepAlive|\w*EventRegister|\w*EventDeregister"
    r"|migrate|open(Console|Channel|Graphics)|newStream|vir[A-Z]|create(XML)?WithFiles|nodeSuspend|change[A-Z]"
    r"|backupBegin|abortJob|nodeAllocPages|fdAssociate|FDAssociate|dispatch|domainEvent"
)
MOST_CALLS = 12
VALUES = {
    "flags": [0, 1, 2, 4],
    "name": ["test", "default", "default-pool", "nobody"],
    "xml": ["", "<a/>"],
    "xmlDesc": ["", "<a/>"],
    "disk": ["vda", "zz"],
    "path": ["vda", "zz", "/nope"],
    "device": ["testnet0", "zz"],
    "uuid": [b"1" * 16],
    "uuidstr": ["6695eb01-f6a4-8304-79aa-97f2502e193f", "zz"],
    "id": [1, 99],
    "type": [0, 1, 2, "test"],
    "params": [{}],
    "memory": [1024, 0],
    "nvcpus": [1, 0, 99],
    "vcpu": [0, 99],
    "cpumap": [(True, False)],
    "mac": ["aa:bb:cc:dd:ee:ff", None],
    "archName": ["x86_64"],
    "arch": ["x86_64"],
    "to": ["/nope/saved"],
    "frm": ["/nope"],
    "dname": [None],
    "metadata": [None, "x"],
    "key": [None, "a"],
    "uri": [None, "http://a"],
    "cellNum": [0, -1, 5],
    "cpuNum": [0, -1, 5, 99],
    "stats": [0, 1],
}


def after(thing, *methods):
    for method in methods:
        getattr(thing, method)()
    return thing


def domain(connection):
    return connection.lookupByName("test")


def network(connection):
    return connection.networkLookupByName("default")


def pool(connection):
    return connection.storagePoolLookupByName("default-pool")


def volume(connection):
    return pool(connection).createXML("<volume><name>v</name><capacity>1048576</capacity></volume>", 0)


def snapshot(connection, name="s"):
    return domain(connection).snapshotCreateXML(f"<domainsnapshot><name>{name}</name></domainsnapshot>", 0)


def interface(connection):
    return connection.interfaceLookupByName("eth1")


# Objects by their state.
OBJECTS = {
    "connection": lambda c: c,
    "running guest": domain,
    "paused guest": lambda c: after(domain(c), "suspend"),
    "stopped guest": lambda c: after(domain(c), "destroy"),
    "saved guest": lambda c: after(domain(c), "managedSave"),
    "lost guest": lambda c: after(domain(c), "destroy", "undefine"),
    "passing guest": lambda c: c.createXML(guest("passing"), 0),
    "network": network,
    "stopped network": lambda c: after(network(c), "destroy"),
    "lost network": lambda c: after(network(c), "destroy", "undefine"),
    "pool": pool,
    "stopped pool": lambda c: after(pool(c), "destroy"),
    "lost pool": lambda c: after(pool(c), "destroy", "undefine"),
    "volume": volume,
    "lost volume": lambda c: after(volume(c), "delete"),
    "interface": interface,
    "node device": lambda c: c.nodeDeviceLookupByName("computer"),
    "snapshot": snapshot,
    "lost snapshot": lambda c: after(snapshot(c), "delete"),
    "checkpoint": lambda c: domain(c).checkpointCreateXML("<domaincheckpoint><name>k</name></domaincheckpoint>", 0),
}


def in_a_process(work):
    """What the work gives, as JSON; its connections end with its process."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        with os.fdopen(write, "w") as out:
            json.dump(work(), out, default=str)
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as text:
        found = json.load(text)
    os.waitpid(child, 0)
    return found


def methods_of(make):
    connection = libvirt.open(URI)
    thing = make(connection)
    names = [name for name in dir(thing) if not LEFT_OUT.match(name) and callable(getattr(thing, name))]
    del thing
    connection.close()
    return names


def arguments_of(method):
    try:
        parameters = inspect.signature(method).parameters.values()
    except ValueError:
        return []
    if any(each.name in ("cb", "callback", "opaque", "handler") for each in parameters):
        return []
    given = [VALUES.get(each.name, ["x", 1] if each.default is each.empty else [each.default]) for each in parameters]
    return itertools.islice(itertools.product(*given), MOST_CALLS)


def comparable(value):
    """Without what differs from run to run: times, counters made of them, identifiers, the order of a hash table."""
    if isinstance(value, (list, tuple)):
        items = [comparable(each) for each in value]
        return sorted(items) if all(isinstance(each, str) for each in items) else items
    if isinstance(value, dict):
        return {key: comparable(each) for key, each in value.items()}
    if type(value).__name__.startswith("vir"):
        return type(value).__name__ + (f" {value.name()}" if hasattr(value, "name") else "")
    if isinstance(value, int) and (value > 10**12 or 8 * 10**8 < value < 2 * 10**9):
        return "a time"
    if isinstance(value, bytes):
        return value.hex() if len(value) != 16 else "a uuid"
    if isinstance(value, str):
        value = re.sub(r"socket=[^&]*", "socket", re.sub(r"\b1[789]\d{8}\b", "a time", value))
        return re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|^[0-9a-f]{32}$", "a uuid", value)
    return value


def calls_of(kind, make, name):
    connection = libvirt.open(URI)
    thing = make(connection)
    found = {}
    for arguments in arguments_of(getattr(thing, name)):
        try:
            outcome = {"gave": comparable(getattr(thing, name)(*arguments))}
        except libvirt.libvirtError as error:
            code, origin, _message, *rest = error.err or (None, None, None)
            outcome = {"code": code, "error": comparable([origin, *rest])}
        except Exception as error:  # the module's own objections to what was guessed, of many types
            outcome = {"python": str(error)}
        found[f"{kind}: {name}{arguments!r}"] = outcome
    # The hypervisor is forgotten with its last client: the next one must not come before that.
    del thing
    connection.close()
    return found


if __name__ == "__main__":
    everything = {}
    for kind, make in OBJECTS.items():
        for name in in_a_process(lambda: methods_of(make)):
            everything.update(in_a_process(lambda: calls_of(kind, make, name)))
    json.dump(everything, sys.stdout, sort_keys=True)
