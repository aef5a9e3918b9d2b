"""A thousand guests, and threads that ask over one connection at once."""

import threading
import libvirt
from common import Case, guest, run

COUNT = 1000


class Many(Case):
    def test_a_thousand_guests_are_defined_listed_measured_and_gone(self):
        uuids = {self.conn.defineXML(guest(f"many-{index}")).UUIDString() for index in range(COUNT)}
        self.assertEqual(len(uuids), COUNT)
        listed = [each for each in self.conn.listAllDomains() if each.name().startswith("many-")]
        self.assertEqual({each.UUIDString() for each in listed}, uuids)
        self.assertGreaterEqual(self.conn.numOfDefinedDomains(), COUNT)
        self.assertGreaterEqual(len(self.conn.listDefinedDomains()), COUNT)
        for each in listed:
            each.create()
        measured = [
            values
            for subject, values in self.conn.getAllDomainStats(0, libvirt.VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE)
            if subject.name().startswith("many-")
        ]
        self.assertEqual(len(measured), COUNT)
        self.assertEqual({values["state.state"] for values in measured}, {libvirt.VIR_DOMAIN_RUNNING})
        self.assertEqual(len({each.ID() for each in self.conn.listAllDomains() if each.isActive()}) >= COUNT, True)
        for each in listed:
            each.destroy()
            each.undefine()
        self.assertFalse([name for name in self.conn.listDefinedDomains() if name.startswith("many-")])

    def test_threads_share_a_connection(self):
        for index in range(8):
            self.define(f"thread-{index}")
        failures = []

        def ask(index):
            try:
                for _ in range(100):
                    domain = self.conn.lookupByName(f"thread-{index}")
                    self.assertEqual(domain.name(), f"thread-{index}")
                    self.assertIn(f"<name>thread-{index}</name>", domain.XMLDesc())
                    self.assertEqual(domain.state()[0], libvirt.VIR_DOMAIN_SHUTOFF)
                    self.refuses(libvirt.VIR_ERR_NO_DOMAIN, self.conn.lookupByName, f"nobody-{index}")
            except BaseException as failure:
                failures.append(failure)

        threads = [threading.Thread(target=ask, args=(index,)) for index in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(100)
        self.assertEqual(failures, [])
        self.assertFalse(any(thread.is_alive() for thread in threads))

    def test_many_connections_come_and_go(self):
        for _ in range(100):
            conn = self.connect()
            self.assertEqual(conn.lookupByName("test").name(), "test")
            conn.close()


if __name__ == "__main__":
    run()
