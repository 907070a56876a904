import nock from "../support/nock";
import { failure, run } from "../support/steps";
import { gorgias, useWire } from "../support/wire";

useWire();

const fault = (code: string, rest: object = {}) =>
  Object.assign(new Error(`raw words about ${code}`), { code, ...rest });

/** What Node says of a fault of OpenSSL's, in the words of OpenSSL. */
const openssl = (code: string, words: string, alert?: number) => {
  const place = "../deps/openssl/openssl/ssl/record/rec_layer_s3.c:1605";
  const told = alert === undefined ? "" : `SSL alert number ${alert}`;
  return Object.assign(new Error(`write EPROTO 40E7:error:${words}:${place}:${told}\n`), { code });
};

const unknown = "it is signed by an authority that is not known here";

describe("a certificate that is not trusted", () => {
  it.each([
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "it is self-signed"],
    ["SELF_SIGNED_CERT_IN_CHAIN", unknown],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", unknown],
    ["UNABLE_TO_GET_ISSUER_CERT", unknown],
    ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", unknown],
    ["CERT_HAS_EXPIRED", "it has expired"],
    ["CERT_NOT_YET_VALID", "it is not valid yet: check the clock of this machine"],
    ["CERT_REVOKED", "it was revoked"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "it belongs to another address"],
    ["CERT_CHAIN_TOO_LONG", "cert chain too long"],
    ["UNABLE_TO_GET_CRL", "unable to get crl"],
    ["INVALID_CA", "invalid ca"],
    ["PATH_LENGTH_EXCEEDED", "path length exceeded"],
    ["HOSTNAME_MISMATCH", "hostname mismatch"],
  ])("%s is said in words, and nothing is tried again", async (code, reason) => {
    gorgias().get("/api/account").replyWithError(fault(code));
    await expect(failure("getAccount")).resolves.toMatchObject({
      name: "GorgiasError",
      attempts: 1,
      message: `GET /api/account: the certificate of https://acme.gorgias.com is not trusted (${reason}), so nothing was sent. Something between this machine and Gorgias may be reading along, such as a proxy, or the connection's Domain is wrong.`,
    });
  });
});

describe("a connection that failed", () => {
  it.each([
    ["ETIMEDOUT", "the connection took too long"],
    ["ECONNRESET", "the connection was cut off"],
    ["EPIPE", "the connection was cut off"],
    ["ECONNREFUSED", "the connection was refused"],
    ["EHOSTUNREACH", "the network does not reach it"],
    ["ENETUNREACH", "the network does not reach it"],
    ["ENOTFOUND", "there is no such address: check the connection's Domain"],
    ["EAI_AGAIN", "its address could not be looked up just now"],
    ["EAI_FAIL", "its address could not be looked up"],
    ["EAI_MEMORY", "this machine is out of memory"],
    ["EPROTO", "the encrypted connection failed"],
    ["ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR", "the encrypted connection failed"],
    ["ECONNABORTED", "the connection was cut off"],
    ["ERR_STREAM_PREMATURE_CLOSE", "the connection was cut off"],
    ["ERR_SOCKET_CLOSED", "the connection was closed"],
    ["ENETDOWN", "this machine has no network"],
    ["EADDRNOTAVAIL", "this machine has no free port"],
    ["EMFILE", "this machine has too many files and connections open"],
    ["ENOBUFS", "this machine is out of memory"],
    ["ENOMEM", "this machine is out of memory"],
    ["ERR_OUT_OF_MEMORY", "this machine is out of memory"],
    ["ERR_SOMETHING_ELSE", "the connection failed: something else"],
  ])("with %s is said in words, and tried again", async (code, reason) => {
    gorgias().get("/api/account").times(6).replyWithError(fault(code));
    await expect(failure("getAccount")).resolves.toMatchObject({
      name: "GorgiasError",
      attempts: 6,
      message: `GET /api/account: no answer from https://acme.gorgias.com (${reason}). Tried 6 times.`,
    });
  });

  it.each([
    fault("ERR_SSL_WRONG_VERSION_NUMBER"),
    openssl("EPROTO", "0A00010B:SSL routines:ssl3_get_record:wrong version number"),
    openssl("EPROTO", "0A0000C6:SSL routines:tls_get_more_records:packet length too long"),
    openssl("ERR_SSL_PACKET_LENGTH_TOO_LONG", "0A0000C6:SSL routines::packet length too long"),
  ])("with something that does not encrypt is not tried again: %s", async (error) => {
    gorgias().post("/api/customers").replyWithError(error);
    await expect(failure("createCustomer", { name: "Jo" })).resolves.toMatchObject({
      attempts: 1,
      message:
        "POST /api/customers: no answer from https://acme.gorgias.com (it does not encrypt).",
    });
  });

  it.each([
    fault("ECONNREFUSED"),
    fault("ENOTFOUND"),
    fault("EAI_AGAIN"),
    fault("ETIMEDOUT", { syscall: "connect" }),
    fault("EHOSTUNREACH", { syscall: "connect" }),
    fault("UNKNOWN", { errors: [fault("ENETUNREACH", { syscall: "connect" })] }),
    openssl("EPROTO", "0A000410:SSL routines::sslv3 alert handshake failure", 40),
    openssl("ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION", "0A00042E:SSL routines::alert", 70),
    openssl("ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED", "0A00045C:SSL routines::alert", 116),
    Object.assign(
      new Error("Client network socket disconnected before secure TLS connection was established"),
      { code: "ECONNRESET" },
    ),
  ])("before there was one has even a POST sent again: %s", async (error) => {
    gorgias().post("/api/customers").replyWithError(error);
    gorgias().post("/api/customers").reply(201, { id: 1 });
    await expect(run("createCustomer", { name: "Jo" })).resolves.toEqual({ id: 1 });
  });

  it.each([
    fault("ETIMEDOUT"),
    fault("EPIPE"),
    fault("EPROTO"),
    openssl("ERR_SSL_SSLV3_ALERT_BAD_RECORD_MAC", "0A0003FC:SSL routines::bad record mac", 20),
  ])("later on has no POST sent again: %s", async (error) => {
    gorgias().post("/api/customers").replyWithError(error);
    await expect(failure("createCustomer", { name: "Jo" })).resolves.toMatchObject({
      attempts: 1,
    });
  });
});

describe("the host that keeps a file", () => {
  const attachmentUrl = "https://uploads.gorgias.io/attachment/Hna8/a.png";

  const storage = () => {
    gorgias()
      .get("/api/attachment/download/Hna8/a.png")
      .reply(307, "", { location: "https://storage.example/a.png?Signature=s1gn4ture" });
    return nock("https://storage.example").get("/a.png").query(true);
  };

  it.each([
    [
      "ENOTFOUND",
      6,
      "no answer from https://storage.example (there is no such address). Tried 6 times.",
    ],
    [
      "CERT_HAS_EXPIRED",
      1,
      "the certificate of https://storage.example is not trusted (it has expired), so nothing was sent. Something between this machine and that address may be reading along, such as a proxy.",
    ],
    [
      "HPE_HEADER_OVERFLOW",
      1,
      "https://storage.example answered, but the headers of the answer are too large to be read.",
    ],
  ])("is named for %s, and the connection's Domain is not", async (code, tries, words) => {
    storage().times(tries).replyWithError(fault(code));
    await expect(failure("downloadFile", { attachmentUrl })).resolves.toMatchObject({
      name: "GorgiasError",
      attempts: tries,
      message: `GET /api/attachment/download/Hna8/a.png: ${words}`,
    });
  });

  it("is named when it refuses, and the connection is right", async () => {
    storage().reply(403, "<Error>AccessDenied</Error>");
    await expect(failure("downloadFile", { attachmentUrl })).resolves.toMatchObject({
      name: "GorgiasError",
      message: expect.stringMatching(/: https:\/\/storage\.example answered 403: <Error>/),
    });
  });
});
