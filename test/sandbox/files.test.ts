import { type Account, openAccount } from "./account";

let account: Account;
beforeEach(async () => {
  account = await openAccount({ uploadLimitBytes: 100_000 });
});
afterEach(() => account.sandbox.close());

const everyByte = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);

function upload(files: [label: string, content: Uint8Array, type: string][], query = "") {
  const { username, apiKey } = account.sandbox.credentials;
  const body = new FormData();
  for (const [label, content, type] of files) {
    body.append(label, new Blob([Buffer.from(content)], { type }), "ignored.bin");
  }
  return account.bare(`/api/upload${query}`, {
    method: "POST",
    headers: { authorization: `Basic ${btoa(`${username}:${apiKey}`)}` },
    body,
  });
}

/** The path of the download that an attachment's address stands for. */
function downloadPath(url: string): string {
  const [type, hash, name] = new URL(url).pathname.split("/").slice(1);
  return `/${type}/download/${hash}/${name}`;
}

describe("an upload", () => {
  it("takes several files, and the label of each is the name of its part", async () => {
    const { status, body } = await upload([
      ["package-damaged.png", everyByte, "image/png"],
      ["ß & co.txt", new Uint8Array(), "text/plain"],
    ]);
    expect(status).toBe(201);
    expect(body).toEqual([
      {
        content_type: "image/png",
        name: "package-damaged.png",
        size: 70_000,
        url: expect.stringMatching(/\/attachment\/[\w-]+\/package-damaged-[\w-]+\.png$/),
      },
      { content_type: "text/plain", name: "ß & co.txt", size: 0, url: expect.any(String) },
    ]);
  });

  it("takes the documented types and no other", async () => {
    const { status, body } = await upload(
      [["a.txt", everyByte, "text/plain"]],
      "?type=widget_picture",
    );
    expect([status, new URL(body[0].url).pathname.split("/")[1]]).toEqual([201, "widget_picture"]);
    expect((await upload([["a.txt", everyByte, "text/plain"]], "?type=secret")).status).toBe(400);
  });

  it("answers 413 to more than it accepts, over all files together", async () => {
    const half = everyByte.slice(0, 60_000);
    const { status, body } = await upload([
      ["a", half, "text/plain"],
      ["b", half, "text/plain"],
    ]);
    expect(status).toBe(413);
    expect(body.error.msg).toContain("100000 bytes");
  });

  it("refuses a request without files", async () => {
    expect((await upload([])).status).toBe(400);
    expect((await account.post("/upload", { name: "a" })).status).toBe(400);
  });
});

describe("a download", () => {
  it("leads to another origin, which gives the exact bytes without credentials", async () => {
    const { body } = await upload([["ö ?#%.png", everyByte, "image/png"]]);
    const { status, headers } = await account.get(downloadPath(body[0].url));
    const target = headers.get("location") ?? "";
    expect(status).toBe(307);
    expect(new URL(target).origin).not.toBe(account.sandbox.url);
    const file = await fetch(target);
    expect(file.headers.get("content-type")).toBe("image/png");
    expect(Buffer.from(await file.arrayBuffer()).equals(Buffer.from(everyByte))).toBe(true);
  });

  it("is refused by the other origin when credentials come along", async () => {
    const { body } = await upload([["a.txt", everyByte, "text/plain"]]);
    const target = (await account.get(downloadPath(body[0].url))).headers.get("location") ?? "";
    expect((await fetch(target, { headers: { authorization: "Bearer x" } })).status).toBe(400);
  });

  it("works only by a signed address, and for a minute", async () => {
    const { body } = await upload([["a.txt", everyByte, "text/plain"]]);
    const target = (await account.get(downloadPath(body[0].url))).headers.get("location") ?? "";
    expect((await fetch(body[0].url)).status).toBe(403);
    account.clock.now += 60_000;
    expect((await fetch(target)).status).toBe(403);
  });

  it("answers 404 where there is no such file", async () => {
    expect((await account.get("/attachment/download/abc/nothing.png")).status).toBe(404);
  });
});

describe("a photo of something that arrived broken", () => {
  it("is with the question that a customer sent, and can be downloaded", async () => {
    const { body } = await account.get("/messages?limit=100");
    const attachments = body.data.flatMap(
      (one: { attachments?: object[] }) => one.attachments ?? [],
    );
    expect(attachments.length).toBeGreaterThan(1);
    const [{ url, ...photo }] = attachments;
    expect(photo).toEqual({ name: "package-damaged.png", content_type: "image/png", size: 48213 });
    expect(url).toMatch(/\/attachment\/Hna8kldnmlal\/package-damaged-ac82bc04\.png$/);
    const { headers } = await account.get(downloadPath(url));
    const file = await fetch(headers.get("location") ?? "");
    const bytes = Buffer.from(await file.arrayBuffer());
    expect(bytes).toHaveLength(48213);
    expect(bytes.toString("latin1")).toMatch(/^\x89PNG.*IEND.{4}$/s);
  });
});
