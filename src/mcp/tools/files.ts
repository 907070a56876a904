import { lookup } from "node:dns/promises";
import { Agent } from "node:https";
import { BlockList, isIP, type LookupFunction } from "node:net";
import axios, { type AxiosResponse } from "axios";
import type { File } from "../../client/content";
import { dataUrlIn } from "../../fields/dataUrl";
import { refusal } from "../../fields/inputError";

/** An address of a host. */
interface Address {
  readonly address: string;
  readonly family: number;
}

/** Finds the addresses of a host. */
export type Resolve = (host: string) => Promise<readonly Address[]>;

/** The most that is fetched. */
const LARGEST_BYTES = 10 * 1024 * 1024;

/** What a file is called whose type nobody tells. */
const UNKNOWN_TYPE = "application/octet-stream";

/** How long a fetch may take, redirects included. */
const LONGEST_MS = 30_000;

const MOST_REDIRECTS = 5;

/**
 * Reads a file from what a model can write: a data URI, base64, or an https address.
 *
 * @param argument what the file is called in errors
 * @throws InputError for anything else, and for an address that answers no file
 */
export async function fileOf(argument: string, value: unknown): Promise<File> {
  const given = typeof value === "string" ? value.trim() : "";
  if (/^https?:/i.test(given)) {
    return fetchFile(argument, given);
  }
  const url = dataUrlIn(given.replace(/^data:(?=[,;])/i, "data:text/plain"), argument);
  if (url) {
    const { type = UNKNOWN_TYPE, name } = url.type ?? {};
    return { data: url.data, contentType: type, name };
  }
  const bytes = base64Decoded(given);
  if (!bytes) {
    throw refusal(
      argument,
      "expected a file as a data URI (data:image/png;base64,…), as base64, or as an https address.",
    );
  }
  return { data: bytes, contentType: UNKNOWN_TYPE };
}

function base64Decoded(text: string): Buffer | undefined {
  const packed = text.replace(/\s+/g, "");
  const isBase64 = packed.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(packed);
  return isBase64 ? Buffer.from(packed, "base64") : undefined;
}

/**
 * Fetches a file from the open internet. Only public addresses are asked, redirects included, so
 * that nobody reaches the network that this server is in.
 *
 * @param resolve finds a host's addresses; the request goes to those and no others
 */
export async function fetchFile(
  argument: string,
  address: string,
  resolve: Resolve = (host) => lookup(host, { all: true }),
): Promise<File> {
  const signal = AbortSignal.timeout(LONGEST_MS);
  try {
    let url = new URL(address);
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const { status, headers, data } = await ask(url, resolve, signal);
      if (status >= 300 && status < 400 && typeof headers.location === "string") {
        url = new URL(headers.location, url);
        continue;
      }
      if (status !== 200) {
        throw new NotFetched(`${url.host} answered ${status}.`);
      }
      const contentType = headers["content-type"];
      const name = lastPart(url);
      return {
        data,
        contentType: typeof contentType === "string" ? contentType : UNKNOWN_TYPE,
        ...(name && { name }),
      };
    }
    throw new NotFetched(`it was redirected more than ${MOST_REDIRECTS} times.`);
  } catch (error) {
    throw refusal(argument, `could not be fetched: ${reason(error, signal)}`);
  }
}

/** Why a file is not fetched, in words that say nothing about the network here. */
class NotFetched extends Error {}

function reason(error: unknown, { aborted }: AbortSignal): string {
  if (aborted) {
    return `it took longer than ${LONGEST_MS / 1000} seconds.`;
  }
  if (error instanceof NotFetched) {
    return error.message;
  }
  return axios.isAxiosError(error) && error.message.startsWith("maxContentLength")
    ? "it is larger than 10 MB."
    : "there was no answer from its address.";
}

async function ask(
  url: URL,
  resolve: Resolve,
  signal: AbortSignal,
): Promise<AxiosResponse<Buffer>> {
  if (url.protocol !== "https:") {
    throw new NotFetched("only https addresses are fetched.");
  }
  if (url.username !== "" || url.password !== "") {
    throw new NotFetched("the address holds a password. Send the file itself as base64 instead.");
  }
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const addresses = isIP(host) ? [{ address: host, family: isIP(host) }] : await resolve(host);
  const [first] = addresses;
  if (first === undefined || !addresses.every(isPublic)) {
    throw new NotFetched(`${url.hostname} is not a public address.`);
  }
  const pinned: LookupFunction = (_host, { all }, found) =>
    all ? found(null, [...addresses]) : found(null, first.address, first.family);
  return axios.get(url.href, {
    adapter: "http",
    httpsAgent: new Agent({ lookup: pinned }),
    signal,
    responseType: "arraybuffer",
    maxContentLength: LARGEST_BYTES,
    maxRedirects: 0,
    validateStatus: null,
    proxy: false,
  });
}

function lastPart({ pathname }: URL): string | undefined {
  const part = pathname.slice(pathname.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(part) || undefined;
  } catch {
    return part;
  }
}

/** IPv4 networks that are private, this machine's, reserved or for groups (IANA's registry). */
const NOT_PUBLIC_V4 = blockList("ipv4", [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
]);

/** Of IPv6 only this is public, apart from {@link NOT_PUBLIC_V6}. */
const PUBLIC_V6 = blockList("ipv6", [["2000::", 3]]);

/** Parts of {@link PUBLIC_V6} that are not public: some of them carry an IPv4 address inside. */
const NOT_PUBLIC_V6 = blockList("ipv6", [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
]);

function blockList(kind: "ipv4" | "ipv6", networks: readonly [string, number][]): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of networks) {
    list.addSubnet(network, prefix, kind);
  }
  return list;
}

function isPublic({ address }: Address): boolean {
  return isIP(address) === 4
    ? !NOT_PUBLIC_V4.check(address, "ipv4")
    : isIP(address) === 6 &&
        PUBLIC_V6.check(address, "ipv6") &&
        !NOT_PUBLIC_V6.check(address, "ipv6");
}
