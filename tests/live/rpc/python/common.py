"""What the tests here share: connections, errors that are expected, and an event loop that runs beside them.

INNKEEPER_URI names the hypervisor that may be changed, INNKEEPER_URI_RO its read-only door; INNKEEPER_REFERENCE says
that it is the reference which is there.
"""

import os
import sys
import threading
import time
import unittest

import libvirt

URI = os.environ["INNKEEPER_URI"]
URI_RO = os.environ.get("INNKEEPER_URI_RO", URI)
# The same tests run against the reference, so that nothing is expected here which it does not do.
OURS = "INNKEEPER_REFERENCE" not in os.environ

# Errors are raised; nobody needs them on standard error, too.
libvirt.registerErrorHandler(lambda _context, _error: None, None)


def guest(name, extra="", devices="", memory=65536):
    """A guest's document, as short as one can be."""
    return (
        f"<domain type='test'><name>{name}</name><memory>{memory}</memory><vcpu>2</vcpu>"
        f"<os><type>hvm</type></os>{extra}<devices>{devices}</devices></domain>"
    )


class Case(unittest.TestCase):
    """A test with a connection of its own."""

    def setUp(self):
        self.conn = self.connect()

    def connect(self, uri=URI):
        conn = libvirt.open(uri)
        self.addCleanup(self.close, conn)
        return conn

    @staticmethod
    def close(conn):
        try:
            conn.close()
        except libvirt.libvirtError:
            pass

    def define(self, name, **parts):
        """A guest that is gone when the test ends."""
        domain = self.conn.defineXML(guest(name, **parts))
        self.addCleanup(self.forget, name)
        return domain

    def forget(self, name):
        conn = libvirt.open(URI)
        try:
            domain = conn.lookupByName(name)
            if domain.isActive():
                domain.destroy()
            if domain.isPersistent():
                domain.undefine()
        except libvirt.libvirtError:
            pass
        finally:
            conn.close()

    def refuses(self, code, call, *arguments, domain=None, message=None):
        """The call fails with this code; the error is returned."""
        with self.assertRaises(libvirt.libvirtError) as caught:
            call(*arguments)
        error = caught.exception
        self.assertEqual(error.get_error_code(), code, error)
        if domain is not None:
            self.assertEqual(error.get_error_domain(), domain, error)
        if message is not None:
            self.assertEqual(error.get_error_message(), message)
        return error


def start_event_loop():
    """Runs libvirt's own event loop in a thread; call it before the first connection is opened."""
    libvirt.virEventRegisterDefaultImpl()

    def turn():
        while True:
            libvirt.virEventRunDefaultImpl()

    # Without a timer the loop may wait for ever on descriptors that it does not know yet.
    libvirt.virEventAddTimeout(50, lambda *_: None, None)
    threading.Thread(target=turn, daemon=True).start()


def eventually(true, seconds=10.0):
    """Waits until something is true."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.01)
    return False


def run():
    """Runs the tests of a file, and ends without waiting for the thread of the event loop, which would crash then."""
    result = unittest.main(exit=False).result
    sys.stderr.flush()
    os._exit(0 if result.wasSuccessful() else 1)
