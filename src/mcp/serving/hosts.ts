/** A server's own names, by which web pages and programs may reach it. */
export interface Names {
  /** Whether a request may be addressed to this Host. */
  isOwnHost(host: string | undefined): boolean;
  /** Whether a page of this Origin may call. */
  isOwnOrigin(origin: string): boolean;
}

/**
 * The names of a server: those of this machine, that of the address it listens on, and others.
 *
 * A web page that somebody has open must not reach the server by a name of its own.
 *
 * @param host what the server listens on
 * @param allowed names that are allowed beside them
 */
export function namesOf(host: string, allowed: readonly string[]): Names {
  const names = new Set(["localhost", "127.0.0.1", "[::1]", inUrl(host), ...allowed.map(inUrl)]);
  return {
    isOwnHost: (given = "") => names.has(nameIn(`http://${given}`)),
    isOwnOrigin: (origin) => names.has(nameIn(origin)),
  };
}

/** A host's name or address as it stands in an address. */
export function inUrl(host: string): string {
  return host.includes(":") ? `[${host}]` : host.toLowerCase();
}

function nameIn(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : "";
}
