"""What ends with a connection, and how a client learns that its server is gone.

A line "ready" says that the server may be stopped now.
"""

import sys
import time
import unittest

import libvirt
from common import Case, URI, eventually, guest, start_event_loop


class Lifetimes(Case):
    def test_a_guest_with_autodestroy_goes_with_its_connection(self):
        owner = libvirt.open(URI)
        owner.createXML(guest("py-auto"), libvirt.VIR_DOMAIN_START_AUTODESTROY)
        kept = self.define("py-kept")
        owner.lookupByName("py-kept").createWithFlags(libvirt.VIR_DOMAIN_START_AUTODESTROY)
        self.assertEqual(self.conn.lookupByName("py-auto").isActive(), 1)
        self.assertEqual(kept.isActive(), 1)
        owner.close()
        self.assertTrue(eventually(lambda: kept.isActive() == 0))
        self.refuses(libvirt.VIR_ERR_NO_DOMAIN, self.conn.lookupByName, "py-auto")

    def test_keepalive_keeps_a_quiet_connection(self):
        self.assertEqual(self.conn.setKeepAlive(1, 3), 0)
        time.sleep(4)
        self.assertEqual(self.conn.isAlive(), 1)
        self.assertEqual(self.conn.lookupByName("test").name(), "test")

    def test_z_a_server_that_stops_is_told_of(self):
        reasons = []
        self.conn.registerCloseCallback(lambda _conn, reason, _opaque: reasons.append(reason), None)
        print("ready", flush=True)
        self.assertTrue(eventually(lambda: reasons != [], 30))
        self.assertEqual(reasons, [libvirt.VIR_CONNECT_CLOSE_REASON_EOF])
        self.assertEqual(self.conn.isAlive(), 0)
        with self.assertRaises(libvirt.libvirtError):
            self.conn.lookupByName("test")


if __name__ == "__main__":
    start_event_loop()
    sys.stdout.reconfigure(line_buffering=True)
    unittest.main()
