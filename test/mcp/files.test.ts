import { fetchFile, fileOf } from "../../src/mcp/tools/files";
import nock from "../support/nock";
import { useWire } from "../support/wire";

useWire();

const PUBLIC = [{ address: "93.184.215.14", family: 4 }];
const BYTES = Buffer.from([0, 255, 128, 10]);

const toPublic = async () => PUBLIC;
const fetched = (address: string, resolve: Parameters<typeof fetchFile>[2] = toPublic) =>
  fetchFile("file", address, resolve);
const files = () => nock("https://files.example.com");

it.each([
  ["a data URI", `data:image/png;base64,${BYTES.toString("base64")}`, "image/png"],
  ["base64", BYTES.toString("base64"), "application/octet-stream"],
  [
    "base64 on several lines",
    BYTES.toString("base64").replace(/(..)/g, "$1\n"),
    "application/octet-stream",
  ],
])("%s becomes the bytes that it stands for", async (_, given, contentType) => {
  const file = await fileOf("file", given);
  expect(file.data).toEqual(BYTES);
  expect(file.contentType).toBe(contentType);
});

it.each([
  ["data:,a%20b", "text/plain"],
  ["data:text/csv;charset=utf-8,a%20b", "text/csv;charset=utf-8"],
])("%s is text", async (given, contentType) => {
  expect(await fileOf("file", given)).toEqual({ data: Buffer.from("a b"), contentType });
});

it.each(["a file", "abc", "data: a b", "C:\\x.png", 7, { data: "x" }, "file:///x"])(
  "%j is not a file",
  async (given) => {
    await expect(fileOf("file", given)).rejects.toThrow(/^file: expected a file as a data URI/);
  },
);

it("a data URI that is damaged is named as such, and its file by the name in it", async () => {
  await expect(fileOf("file", "data:image/png;base64,###")).rejects.toThrow(
    "file: expected a data URL in base64",
  );
  await expect(fileOf("file", "data:a/b;name=a%20b.png; base64,aGk=")).resolves.toEqual({
    data: Buffer.from("hi"),
    contentType: "a/b",
    name: "a b.png",
  });
});

it("an https address is fetched, with its content type and its name", async () => {
  files().get("/a/my%20photo.png?size=1").reply(200, BYTES, { "content-type": "image/png" });
  await expect(fetched("https://files.example.com/a/my%20photo.png?size=1")).resolves.toEqual({
    data: BYTES,
    contentType: "image/png",
    name: "my photo.png",
  });
});

it("redirects are followed to https addresses that are public too", async () => {
  files().get("/a").reply(302, "", { location: "/b" });
  files().get("/b").reply(307, "", { location: "https://other.example.com/c.bin" });
  nock("https://other.example.com").get("/c.bin").reply(200, BYTES);
  await expect(fetched("https://files.example.com/a")).resolves.toMatchObject({ name: "c.bin" });
});

it.each(["http://files.example.com/b", "https://127.0.0.1/b", "https://intern.example.com/b"])(
  "a redirect to %s is not followed",
  async (location) => {
    files().get("/a").reply(302, "", { location });
    const resolve = async (host: string) =>
      host.startsWith("intern") ? [{ address: "10.0.0.7", family: 4 }] : PUBLIC;
    await expect(fetched("https://files.example.com/a", resolve)).rejects.toThrow(
      /^file: could not be fetched: (only https|.* is not a public address)/,
    );
  },
);

it("redirects come to an end", async () => {
  files().get("/a").times(6).reply(302, "", { location: "/a" });
  await expect(fetched("https://files.example.com/a")).rejects.toThrow(/more than 5 times/);
});

it.each([
  "127.0.0.1",
  "10.1.2.3",
  "172.31.0.1",
  "192.168.1.1",
  "169.254.169.254",
  "100.64.0.1",
  "0.0.0.0",
  "224.0.0.1",
  "255.255.255.255",
  "::1",
  "::",
  "fe80::1",
  "fd00::1",
  "ff02::1",
  "::ffff:127.0.0.1",
  "::ffff:7f00:1",
  "64:ff9b::a00:1",
  "2002:7f00:1::",
  "2001:db8::1",
])("nothing is asked of %s, by its number or by a name", async (address) => {
  const literal = address.includes(":") ? `[${address}]` : address;
  const refused = /is not a public address/;
  await expect(fetched(`https://${literal}/a`)).rejects.toThrow(refused);
  const resolve = async () => [...PUBLIC, { address, family: address.includes(":") ? 6 : 4 }];
  await expect(fetched("https://files.example.com/a", resolve)).rejects.toThrow(refused);
});

it.each(["https://2130706433/", "https://0x7f.1/", "https://127.1/", "https://0/"])(
  "%s is another way to write an address that is not public",
  async (address) => {
    await expect(fetched(address)).rejects.toThrow(/is not a public address/);
  },
);

it.each([
  ["http://files.example.com/a", /only https addresses are/],
  ["https://jo:secret@files.example.com/a", /holds a password/],
  ["https://", /there was no answer/],
])("%s is refused", async (address, reason) => {
  await expect(fetched(address)).rejects.toThrow(reason);
});

it("ten megabytes are fetched, and not one byte more", async () => {
  const limit = 10 * 1024 * 1024;
  files().get("/fits").reply(200, Buffer.alloc(limit));
  files()
    .get("/large")
    .reply(200, Buffer.alloc(limit + 1));
  await expect(fetched("https://files.example.com/fits")).resolves.toHaveProperty("data.length");
  await expect(fetched("https://files.example.com/large")).rejects.toThrow(/larger than 10 MB/);
});

it("a host that is not there and an answer that is none are told apart", async () => {
  files().get("/a").reply(404);
  await expect(fetched("https://files.example.com/a")).rejects.toThrow(
    "file: could not be fetched: files.example.com answered 404.",
  );
  const nowhere = () => Promise.reject(new Error("getaddrinfo ENOTFOUND files.example.com"));
  await expect(fetched("https://files.example.com/a", nowhere)).rejects.toThrow(
    "file: could not be fetched: there was no answer from its address.",
  );
});

it("a fetch takes no longer than thirty seconds", async () => {
  const timeouts: number[] = [];
  jest.spyOn(AbortSignal, "timeout").mockImplementation((ms) => {
    timeouts.push(ms);
    return AbortSignal.abort();
  });
  await expect(fetched("https://files.example.com/a")).rejects.toThrow(/longer than 30 seconds/);
  expect(timeouts).toEqual([30_000]);
});
