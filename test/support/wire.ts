import nock from "./nock";
import { skipWaits } from "./time";

/** Address of the account that the tests' connection names. */
export const ORIGIN = "https://acme.gorgias.com";

/**
 * Puts a wire without a far end under every test of a file, or of a part of it: a request that no
 * test expects fails the test, and so does an expected one that never comes. Retries wait for no
 * time.
 */
export function useWire(): void {
  const unexpected: string[] = [];
  const note = (request: { method?: string; path?: string }) =>
    void unexpected.push(`${request.method} ${request.path}`);

  beforeEach(() => {
    unexpected.length = 0;
    skipWaits();
    nock.disableNetConnect();
    nock.emitter.on("no match", note);
  });

  afterEach(() => {
    const pending = nock.pendingMocks();
    nock.emitter.off("no match", note);
    nock.abortPendingRequests();
    nock.cleanAll();
    expect({ unexpected, pending }).toEqual({ unexpected: [], pending: [] });
  });

  // Where that is a part of a file, the rest of it may ask a real server.
  afterAll(() => nock.restore());
}

/** What Gorgias would do: `gorgias().get("/api/account").reply(200, …)`. */
export function gorgias(domain = "acme"): nock.Scope {
  return nock(`https://${domain}.gorgias.com`);
}

/** A page of a list as Gorgias answers it. */
export function page(data: unknown[], next: string | null = null) {
  return {
    object: "list",
    uri: "/api/things",
    data,
    meta: { prev_cursor: null, next_cursor: next },
  };
}
