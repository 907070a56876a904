import { CUT_SHORT, type HttpRequest, isToGorgias, TOO_LARGE } from "./http";

/**
 * A certificate that was not accepted, by the names that OpenSSL and Node have for the reason
 * (https://nodejs.org/api/tls.html, "X509 certificate error codes"). In an alert, it is the other
 * end that speaks of certificates.
 */
const CERTIFICATE =
  /^(?!.*_ALERT_).*(?:CERT|CRL)|^INVALID_(?:CA|PURPOSE)$|^UNABLE_TO_|^PATH_LENGTH_EXCEEDED$|^HOSTNAME_MISMATCH$/;

/** Faults that come before a connection exists. */
const NEVER_CONNECTED = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EAI_FAIL",
  "EAI_MEMORY",
]);

/** Node's code for the headers of an answer that are larger than it reads. */
const HEADER_OVERFLOW = "HPE_HEADER_OVERFLOW";

/** Node's code for an answer by something that does not encrypt. */
const NOT_ENCRYPTED = "ERR_SSL_WRONG_VERSION_NUMBER";

/** The same in OpenSSL's words: up to version 20 Node has one code for all of them. */
const NOT_ENCRYPTED_WORDS = /:wrong version number:|:packet length too long:/;

/**
 * Alerts with which a server ends a handshake (RFC 8446, 6.2): that there are no keys, ciphers or
 * versions that both sides know, or that it wants a certificate or another name.
 */
const HANDSHAKE_ALERTS =
  /SSL alert number (?:4[0-689]|70|71|86|109|11[0-6]|120)\b|disconnected before secure TLS connection/;

/**
 * Node's own code for what went wrong. axios has one of its own, for an answer that is larger than
 * it may be and for a connection that was cut off in the middle of one.
 */
export function codeOf(error: unknown): string {
  const { code = "UNKNOWN", message } = error as NodeJS.ErrnoException;
  if (code === "ERR_BAD_RESPONSE") {
    return message.startsWith("maxContentLength") ? TOO_LARGE : "ECONNRESET";
  }
  return NOT_ENCRYPTED_WORDS.test(message) ? NOT_ENCRYPTED : code;
}

/** Whether there was no connection yet when a request failed, so that nothing was sent. */
export function wasNeverSent(error: unknown, code: string): boolean {
  return (
    NEVER_CONNECTED.has(code) ||
    code === NOT_ENCRYPTED ||
    isCertificate(code) ||
    isConnecting(error) ||
    HANDSHAKE_ALERTS.test((error as Error).message)
  );
}

/** Whether another try will end in the same fault. */
export function isLastingFault(code: string): boolean {
  return code === HEADER_OVERFLOW || code === NOT_ENCRYPTED || isCertificate(code);
}

function isCertificate(code: string): boolean {
  return CERTIFICATE.test(code);
}

/** Whether it was connecting that failed: the same code can come later, too. axios wraps Node's error. */
function isConnecting(error: unknown): boolean {
  const { syscall, cause, errors } = error as NodeJS.ErrnoException & { errors?: unknown[] };
  const inner = cause ?? errors?.[0];
  return syscall === "connect" || (inner instanceof Error && isConnecting(inner));
}

/** What a network fault means in plain words. */
export function describeFault(code: string, request: Pick<HttpRequest, "url" | "headers">): string {
  const { origin } = new URL(request.url);
  // The connection says where Gorgias is, and nothing of where Gorgias keeps its files.
  const isDomain = isToGorgias(request);
  if (isCertificate(code)) {
    return `the certificate of ${origin} is not trusted (${CERTIFICATES[code] ?? named(code)}), so nothing was sent. Something between this machine and ${isDomain ? "Gorgias" : "that address"} may be reading along, such as a proxy${isDomain ? ", or the connection's Domain is wrong" : ""}.`;
  }
  if (code === HEADER_OVERFLOW) {
    return `${origin} answered, but the headers of the answer are too large to be read.`;
  }
  if (code.startsWith("HPE_")) {
    return `${origin} answered with something that is not HTTP (${named(code)}).`;
  }
  const advice = isDomain && code === "ENOTFOUND" ? ": check the connection's Domain" : "";
  return `no answer from ${origin} (${reasonOf(code)}${advice}).`;
}

/** Why a connection failed or broke, in plain words. */
export function reasonOf(code: string): string {
  const isTls = /^ERR_(?:SSL|TLS)_|^EPROTO$/.test(code);
  return (
    REASONS[code] ??
    (isTls ? "the encrypted connection failed" : `the connection failed: ${named(code)}`)
  );
}

const REASONS: Readonly<Record<string, string>> = {
  TIMEOUT: "it took too long",
  CANCELLED: "the step was cancelled",
  ETIMEDOUT: "the connection took too long",
  ECONNRESET: "the connection was cut off",
  EPIPE: "the connection was cut off",
  ECONNREFUSED: "the connection was refused",
  ECONNABORTED: "the connection was cut off",
  EHOSTUNREACH: "the network does not reach it",
  ENETUNREACH: "the network does not reach it",
  ENETDOWN: "this machine has no network",
  EADDRNOTAVAIL: "this machine has no free port",
  EMFILE: "this machine has too many files and connections open",
  ENOBUFS: "this machine is out of memory",
  ENOMEM: "this machine is out of memory",
  ERR_OUT_OF_MEMORY: "this machine is out of memory",
  ERR_SOCKET_CLOSED: "the connection was closed",
  ERR_STREAM_PREMATURE_CLOSE: "the connection was cut off",
  ENOTFOUND: "there is no such address",
  EAI_AGAIN: "its address could not be looked up just now",
  EAI_FAIL: "its address could not be looked up",
  EAI_MEMORY: "this machine is out of memory",
  [CUT_SHORT]: "it was cut off",
  [NOT_ENCRYPTED]: "it does not encrypt",
};

const CERTIFICATES: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: "it is self-signed",
  SELF_SIGNED_CERT_IN_CHAIN: "it is signed by an authority that is not known here",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "it is signed by an authority that is not known here",
  UNABLE_TO_GET_ISSUER_CERT: "it is signed by an authority that is not known here",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "it is signed by an authority that is not known here",
  CERT_HAS_EXPIRED: "it has expired",
  CERT_NOT_YET_VALID: "it is not valid yet: check the clock of this machine",
  CERT_REVOKED: "it was revoked",
  ERR_TLS_CERT_ALTNAME_INVALID: "it belongs to another address",
};

/** A code as words, for those that nobody has found words for: `invalid chunk size`. */
function named(code: string): string {
  return code
    .replace(/^(?:ERR|HPE)_/, "")
    .toLowerCase()
    .replaceAll("_", " ");
}
