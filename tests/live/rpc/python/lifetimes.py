"""What ends with a connection, and how a client learns that its server is gone.

A line "ready" says that the server may be stopped now.
"""

import sys
import time
import libvirt
from common import URI, Case, eventually, guest, run, start_event_loop


class Lifetimes(Case):
    def test_guests_of_the_test_hypervisor_do_not_end_with_their_connection(self):
        self.refuses(
            libvirt.VIR_ERR_INVALID_ARG, self.conn.createXML, guest("py-auto"), libvirt.VIR_DOMAIN_START_AUTODESTROY
        )

    def test_an_upload_ends_with_its_connection(self):
        pool = self.conn.storagePoolCreateXML(
            "<pool type='dir'><name>py-life</name><target><path>/py-life</path></target></pool>"
        )
        self.addCleanup(pool.destroy)
        volume = pool.createXML("<volume><name>v</name><capacity>1000000</capacity></volume>")
        owner = libvirt.open(URI)
        stream = owner.newStream()
        owner.storageVolLookupByPath(volume.path()).upload(stream, 0, 1000000)
        stream.send(b"x" * 1000)
        del stream
        owner.close()
        # A volume that is being written is not deleted.
        self.assertTrue(eventually(lambda: self.deleted(volume)))

    @staticmethod
    def deleted(volume):
        try:
            return volume.delete() == 0
        except libvirt.libvirtError:
            return False

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
    run()
