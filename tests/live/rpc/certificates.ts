/**
 * Certificates of an authority that only a test knows.
 *
 * @module
 */

import assert from "node:assert/strict";
import { run } from "./agent.ts";

/** An authority, a server of 127.0.0.1 and two clients, in a directory of libvirt's form. */
export async function makeCertificates(folder: string): Promise<void> {
  const openssl = async (...args: string[]): Promise<void> => {
    const { code, err } = await run(["openssl", ...args]);
    assert.equal(code, 0, err);
  };
  const key = (name: string): string => `${folder}/${name}key.pem`;
  const request = ["req", "-newkey", "rsa:2048", "-nodes", "-batch", "-days", "2"];
  await openssl(...request, "-x509", "-subj", "/CN=Test CA", "-keyout", key("ca"), "-out", `${folder}/cacert.pem`);
  for (const [name, subject] of [["server", "/CN=127.0.0.1"], ["client", "/O=Example/CN=alice"]] as const) {
    await Deno.writeTextFile(
      `${folder}/${name}.cnf`,
      name === "server" ? "subjectAltName=IP:127.0.0.1\n" : "extendedKeyUsage=clientAuth\n",
    );
    await openssl(
      ...request.filter((word) => word !== "-days" && word !== "2"),
      "-subj",
      subject,
      "-keyout",
      key(name),
      "-out",
      `${folder}/${name}.csr`,
    );
    await openssl(
      ...["x509", "-req", "-days", "2", "-in", `${folder}/${name}.csr`, "-CA", `${folder}/cacert.pem`],
      ...[
        "-CAkey",
        key("ca"),
        "-CAcreateserial",
        "-extfile",
        `${folder}/${name}.cnf`,
        "-out",
        `${folder}/${name}cert.pem`,
      ],
    );
  }
}
