import { pathOf } from "../../src/client/address";
import { connectionTo, failure, run } from "../support/steps";
import { gorgias, useWire } from "../support/wire";

useWire();

const withDomain = (domain: unknown) => ({ connection: connectionTo(domain) });

describe("the Domain", () => {
  it.each([
    "acme",
    "ACME",
    " acme ",
    "acme.gorgias.com",
    "https://acme.gorgias.com",
    "https://acme.gorgias.com/app/tickets?view=1#top",
    "http://acme.gorgias.com/",
  ])("%j leads to https://acme.gorgias.com alone", async (domain) => {
    gorgias().get("/api/account").reply(200, { domain: "acme" });
    await expect(run("getAccount", withDomain(domain))).resolves.toEqual({ domain: "acme" });
  });

  it.each([
    "evil.example",
    "acme.gorgias.com.evil.example",
    "acme@evil.example",
    "https://acme:x@evil.example/",
    "evil.example/acme.gorgias.com",
    "evil.example#.gorgias.com",
    "evil.example\\.gorgias.com",
    "a.b",
    "a.b.gorgias.com",
    "-acme",
    "acme-",
    "a".repeat(64),
    "acme.gorgias.com:8443",
    "gorgias.com",
    "",
    undefined,
    7,
    {},
  ])("%j is refused before any request, as a fault of the connection", async (domain) => {
    const error = await failure("getAccount", withDomain(domain));
    expect(error).toMatchObject({ name: "GorgiasConnectionError", isSpectralError: true });
    expect(error.message).toMatch(/^Domain: expected your Gorgias account's name/);
  });
});

describe("GORGIAS_BASE_URL", () => {
  afterEach(() => {
    delete process.env.GORGIAS_BASE_URL;
  });

  it.each([
    "https://evil.example",
    "http://127.0.0.1.evil.example",
    "http://localhost@evil.example",
    "http://127.0.0.1:80/path",
    "http://user@127.0.0.1",
    "http://10.0.0.1",
    "ftp://127.0.0.1",
    "127.0.0.1",
    "nonsense",
  ])("%j is refused, because it is no origin on this machine", async (address) => {
    process.env.GORGIAS_BASE_URL = address;
    await expect(failure("getAccount")).resolves.toMatchObject({
      message: expect.stringMatching(/^GORGIAS_BASE_URL: expected an address on this machine/),
    });
  });

  it("does not excuse a wrong Domain", async () => {
    process.env.GORGIAS_BASE_URL = "http://127.0.0.1:1";
    await expect(failure("getAccount", withDomain("evil.example"))).resolves.toMatchObject({
      message: expect.stringMatching(/^Domain:/),
    });
  });
});

describe("the path of a route", () => {
  const route = "/tickets/{ticket_id}/messages/{id}";

  it.each([
    [{ ticket_id: 7, id: 8 }, "/tickets/7/messages/8"],
    [{ ticket_id: "a b", id: "ü?#%" }, "/tickets/a%20b/messages/%C3%BC%3F%23%25"],
    [{ ticket_id: "{id}", id: "$&" }, "/tickets/%7Bid%7D/messages/%24%26"],
  ])("is filled in with %j", (values, path) => {
    expect(pathOf(route, values)).toBe(path);
  });

  it.each(["", ".", "..", "a/b", "a\\b", "a\nb", "\ud800"])("cannot be changed by %j", (id) => {
    expect(() => pathOf(route, { ticket_id: 7, id })).toThrow(/cannot be part of a path/);
  });

  it("needs every part", () => {
    expect(() => pathOf(route, { id: 8 })).toThrow(/cannot be part of a path/);
    expect(() => pathOf("/{constructor}", {})).toThrow(/cannot be part of a path/);
  });
});
