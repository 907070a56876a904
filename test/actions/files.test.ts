import nock from "../support/nock";
import { failure, newLog, run } from "../support/steps";
import { gorgias, useWire } from "../support/wire";

useWire();

const everyByte = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));

/** The bytes of a form: nock hands over as hex what is no UTF-8, and a form begins with dashes. */
const bytesOf = (body: unknown) =>
  Buffer.from(String(body), String(body).startsWith("--") ? "utf8" : "hex");

describe("Upload Files", () => {
  const answer = [{ url: "https://x/attachment/h/a", name: "a", content_type: "a/b", size: 1 }];

  /** What reaches Gorgias, with the boundary written as `B`. */
  interface Form {
    bytes: Buffer;
    headers: Record<string, string>;
  }

  function expectUpload(query = "", status = 201, headers = {}): Form {
    const form: Form = { bytes: Buffer.alloc(0), headers: {} };
    gorgias()
      .post(`/api/upload${query}`)
      .reply(function (_uri, body) {
        const sent = Object.entries(this.req.headers).map(([name, value]) => [name, `${value}`]);
        form.headers = Object.fromEntries(sent);
        form.bytes = bytesOf(body);
        return [status, status < 300 ? answer : { error: { msg: "No." } }, headers];
      });
    return form;
  }

  function boundaryOf({ headers }: Form): string {
    return /^multipart\/form-data; boundary=(.+)$/.exec(headers["content-type"] ?? "")?.[1] ?? "";
  }

  /** A form to the byte: each part's headers and content between boundaries, then the end. */
  function formOf(boundary: string, parts: [disposition: string, type: string, Buffer][]): Buffer {
    return Buffer.concat([
      ...parts.flatMap(([disposition, type, content]) => [
        Buffer.from(
          `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\nContent-Type: ${type}\r\n\r\n`,
        ),
        content,
        Buffer.from("\r\n"),
      ]),
      Buffer.from(`--${boundary}--\r\n`),
    ]);
  }

  const named = (name: string) => `name="${name}"; filename="${name}"`;

  async function labelOf(inputs: object): Promise<string | undefined> {
    const form = expectUpload();
    await run("uploadFiles", { ...inputs });
    return /name="([^"]*)"/.exec(form.bytes.toString("utf8"))?.[1];
  }

  it("sends one file, byte by byte, named by its label, its content type kept", async () => {
    const form = expectUpload();
    await expect(
      run("uploadFiles", {
        file: { data: everyByte, contentType: "image/png" },
        fileName: "package-damaged.png",
      }),
    ).resolves.toEqual(answer);
    const expected = formOf(boundaryOf(form), [
      [named("package-damaged.png"), "image/png", everyByte],
    ]);
    expect(form.bytes.equals(expected)).toBe(true);
    expect(form.headers["content-length"]).toBe(String(expected.length));
    expect(form.headers.authorization).toMatch(/^Basic /);
  });

  it("sends several files in one request, the single one first, then each by its row's label", async () => {
    const form = expectUpload("?type=public_attachment");
    await run("uploadFiles", {
      type: "public_attachment",
      file: { data: Buffer.from("one"), contentType: "text/plain; charset=utf-8" },
      fileName: "one.txt",
      files: [
        { key: "two.bin", value: everyByte },
        { key: "three.csv", value: { data: "a,b", contentType: "text/csv", name: "ignored.csv" } },
        { key: "three.csv", value: { data: Buffer.alloc(0), contentType: "text/csv" } },
      ],
    });
    const expected = formOf(boundaryOf(form), [
      [named("one.txt"), "text/plain; charset=utf-8", Buffer.from("one")],
      [named("two.bin"), "application/octet-stream", everyByte],
      [named("three.csv"), "text/csv", Buffer.from("a,b")],
      [named("three.csv"), "text/csv", Buffer.alloc(0)],
    ]);
    expect(form.bytes.toString("latin1")).toBe(expected.toString("latin1"));
  });

  it("takes what a download answered, and a Buffer that went through JSON", async () => {
    for (const data of [everyByte, JSON.parse(JSON.stringify(everyByte))]) {
      const form = expectUpload();
      await run("uploadFiles", { file: { data, contentType: "image/gif" }, fileName: "a.gif" });
      const expected = formOf(boundaryOf(form), [[named("a.gif"), "image/gif", everyByte]]);
      expect(form.bytes.equals(expected)).toBe(true);
    }
  });

  it.each([
    ["File Name first", { fileName: "mine.txt" }, { name: "own.txt" }, "mine.txt"],
    ["then the payload's fileName", {}, { fileName: "own.txt", name: "n" }, "own.txt"],
    ["or its filename", {}, { filename: "own.txt" }, "own.txt"],
    ["or its name", { fileName: " " }, { name: "own.txt" }, "own.txt"],
    ["no name that is blank", {}, { name: " " }, "file.txt"],
  ])("the label: %s", async (_, inputs, payload, label) => {
    const file = { data: Buffer.from("x"), contentType: "text/plain", ...payload };
    await expect(labelOf({ file, ...inputs })).resolves.toBe(label);
  });

  it.each([
    ["image/png", "file.png"],
    ["image/jpeg", "file.jpg"],
    ["image/svg+xml", "file.svg"],
    ["text/plain; charset=utf-8", "file.txt"],
    ["application/pdf", "file.pdf"],
    ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "file.xlsx"],
    ["application/x-tar", "file.tar"],
    ["application/vnd.unknown.thing", "file.bin"],
    [undefined, "file.bin"],
  ])("a nameless file of type %s is labelled %s", async (contentType, label) => {
    await expect(labelOf({ file: { data: Buffer.from("x"), contentType } })).resolves.toBe(label);
  });

  it.each([
    ["Lieferschein für Zoë 📦.pdf", "Lieferschein für Zoë 📦.pdf"],
    ['a "quoted" name.txt', "a %22quoted%22 name.txt"],
    ["two\r\nlines\r\n\r\n--.txt", "two%0D%0Alines%0D%0A%0D%0A--.txt"],
  ])("the label %j stays within its header", async (label, written) => {
    const form = expectUpload();
    const content = Buffer.from("x");
    await run("uploadFiles", { files: [{ key: label, value: content }] });
    expect(form.bytes.toString("utf8")).toBe(
      String(formOf(boundaryOf(form), [[named(written), "application/octet-stream", content]])),
    );
  });

  it("explains 413, and does not try again", async () => {
    expectUpload("", 413);
    await expect(failure("uploadFiles", { file: everyByte })).resolves.toMatchObject({
      message:
        "POST /api/upload: Gorgias answered 413: No. The upload is larger than Gorgias accepts.",
      attempts: 1,
    });
  });

  it.each([
    [{}, "File: there is nothing to upload: fill in File or Files."],
    [{ file: "", files: [] }, "File: there is nothing to upload: fill in File or Files."],
    [{ file: 7 }, "File: expected a file, such as what a download answers, got 7."],
    [{ file: {} }, "File: expected a file, such as what a download answers, got {}."],
    [
      { file: { data: { type: "Buffer", data: [1, "2"] } } },
      expect.stringMatching(/^File: expected a file, such as what a download answers, got /),
    ],
    [{ file: { data: "x", contentType: "text" } }, "File: the file's content type is not valid."],
    [
      { file: { data: "x", contentType: "text/plain\r\nX-Evil: 1" } },
      "File: the file's content type is not valid.",
    ],
    [
      { file: { data: "x", contentType: "text/plain\r\n\r\n; injected" } },
      "File: the file's content type is not valid.",
    ],
    [{ files: "a.txt" }, 'Files: expected a key-value list, got "a.txt".'],
    [
      { files: [{ key: "a.txt", value: 7 }] },
      "Files: a.txt: expected a file, such as what a download answers, got 7.",
    ],
    [
      { files: [{ key: " ", value: "x" }] },
      'Files: expected a key-value list whose keys are filled in, got {"key":" ","value":"x"}.',
    ],
    [
      { files: { "": "x" } },
      expect.stringMatching(/^Files: expected a key-value list whose keys are filled in, got /),
    ],
    [
      { file: "x", type: "secret" },
      expect.stringMatching(/^Type: expected one of attachment, .*, got "secret"\.$/),
    ],
  ])("refuses %j before any request", async (inputs, message) => {
    await expect(failure("uploadFiles", { ...inputs })).resolves.toMatchObject({
      name: "InputError",
      message,
    });
  });

  it("shows in the log what was sent without its bytes", async () => {
    expectUpload();
    const log = newLog();
    await run("uploadFiles", { file: everyByte, fileName: "a.bin", debugRequest: true }, log);
    const [, ...details] = (log.lines[0] ?? "").split("\n");
    expect(JSON.parse(details.join("\n")).request.body).toEqual([
      {
        name: "a.bin",
        file: "a.bin",
        contentType: "application/octet-stream",
        content: "(256 bytes)",
      },
    ]);
  });

  it("is tried again after a refusal, with the whole body once more", async () => {
    const first = expectUpload("", 429, { "Retry-After": "0" });
    const second = expectUpload();
    await run("uploadFiles", { file: everyByte });
    expect(first.bytes.length).toBeGreaterThan(everyByte.length);
    expect(second.bytes.equals(first.bytes)).toBe(true);
    expect(second.headers["content-length"]).toBe(String(second.bytes.length));
  });

  it("is sent once when Gorgias fails, for it may have been carried out", async () => {
    expectUpload("", 500);
    await expect(failure("uploadFiles", { file: everyByte })).resolves.toMatchObject({
      status: 500,
      attempts: 1,
    });
  });
});

describe("Download File", () => {
  const parts = { file_type: "attachment", domain_hash: "Hna8", resource_name: "a.png" };
  const signed = "https://storage.example/bucket/a.png?Expires=9&Signature=s1gn4ture";

  const redirect = (location: string, path = "/api/attachment/download/Hna8/a.png") =>
    gorgias()
      .get(path)
      .matchHeader("authorization", /^Basic /)
      .reply(307, "", { location });

  /** The storage host, where a request with credentials is answered by nobody. */
  const storage = (origin = "https://storage.example") =>
    nock(origin, { badheaders: ["authorization", "cookie"] });

  async function download(inputs: object): Promise<unknown> {
    return run("downloadFile", { ...inputs });
  }

  it("follows the redirect to another host without credentials", async () => {
    redirect(signed);
    storage()
      .get("/bucket/a.png?Expires=9&Signature=s1gn4ture")
      .reply(200, everyByte, { "Content-Type": "image/png" });
    await expect(download(parts)).resolves.toEqual(everyByte);
  });

  it("takes the bytes from Gorgias itself when it does not redirect", async () => {
    gorgias().get("/api/attachment/download/Hna8/a.png").reply(200, everyByte);
    await expect(download(parts)).resolves.toEqual(everyByte);
  });

  it.each([
    ["every byte there is", everyByte],
    ["bytes that look like text", Buffer.from("\ufeffà la carte\r\n\0")],
    ["JSON", Buffer.from('{"a":1}')],
    ["nothing at all", Buffer.alloc(0)],
    ["a megabyte", Buffer.concat(Array<Buffer>(4096).fill(everyByte))],
  ])("answers a file of %s exactly, as a Buffer", async (_, content) => {
    redirect(signed);
    storage().get(/.*/).reply(200, content);
    const data = await download(parts);
    expect(Buffer.isBuffer(data)).toBe(true);
    expect(content.equals(Buffer.from(data as Buffer))).toBe(true);
  });

  it.each([
    "https://uploads.gorgias.io/attachment/Hna8/a.png",
    "https://uploads.gorgias.io/attachment/Hna8/a.png?x=1#top",
    "https://acme.gorgias.com/api/attachment/download/Hna8/a.png",
    " https://uploads.gorgias.io/attachment/Hna8/a.png ",
  ])("takes the whole address %j for the three parts", async (attachmentUrl) => {
    gorgias().get("/api/attachment/download/Hna8/a.png").reply(200, everyByte);
    await expect(download({ attachmentUrl })).resolves.toEqual(everyByte);
  });

  it("takes an address without a type for one of an attachment", async () => {
    gorgias().get("/api/attachment/download/Hna8/a.png").reply(200, everyByte);
    await download({ attachmentUrl: "https://uploads.gorgias.io/Hna8/a.png" });
  });

  it("encodes the parts, and an address's parts no second time", async () => {
    const path = "/api/attachment/download/Hna8/a%20%C3%B6%3F%23%25.png";
    gorgias().get(path).twice().reply(200, everyByte);
    await download({ ...parts, resource_name: "a ö?#%.png" });
    await download({
      attachmentUrl: "https://uploads.gorgias.io/attachment/Hna8/a%20%C3%B6%3F%23%25.png",
    });
  });

  it.each([
    ["..", 'Resource Name: expected one part of an address, without slashes, got "..".'],
    [".", 'Resource Name: expected one part of an address, without slashes, got ".".'],
    ["a/b", 'Resource Name: expected one part of an address, without slashes, got "a/b".'],
    ["a\\b", 'Resource Name: expected one part of an address, without slashes, got "a\\\\b".'],
    ["a\nb", 'Resource Name: expected one part of an address, without slashes, got "a\\nb".'],
    ["", "Resource Name: is missing. Fill in all three parts, or Attachment URL instead."],
    [" ", "Resource Name: is missing. Fill in all three parts, or Attachment URL instead."],
    [["a.png"], 'Resource Name: expected text, got ["a.png"].'],
  ])("refuses the part %j before any request", async (resource_name, message) => {
    await expect(failure("downloadFile", { ...parts, resource_name })).resolves.toMatchObject({
      name: "InputError",
      message,
    });
  });

  it.each(["file_type", "domain_hash"])("refuses .. in %s too", async (key) => {
    const { message } = await failure("downloadFile", { ...parts, [key]: ".." });
    expect(message).toMatch(/^(File Type|Domain Hash): expected one part of an address/);
  });

  it.each([
    "a.png",
    "https://uploads.gorgias.io/a.png",
    "ftp://uploads.gorgias.io/attachment/Hna8/a.png",
    "https://uploads.gorgias.io/attachment/Hna8/..%2F..%2Fusers",
    "https://uploads.gorgias.io/attachment/Hna8/a%00.png",
  ])("refuses %j as an Attachment URL before any request", async (attachmentUrl) => {
    const error = await failure("downloadFile", { attachmentUrl });
    expect(error.name).toBe("InputError");
    expect(error.message).toMatch(/^Attachment URL: /);
  });

  it.each([
    "http://storage.example/a.png",
    "file:///etc/passwd",
    "http://127.0.0.1/a.png",
    "https://",
  ])("does not follow a redirect to %s", async (location) => {
    redirect(location);
    await expect(failure("downloadFile", parts)).resolves.toMatchObject({
      name: "GorgiasError",
      message: expect.stringMatching(
        /Gorgias redirected to an address that is not secure; it was not followed\.$/,
      ),
    });
  });

  it("follows five redirects, relative ones too, none of them with credentials", async () => {
    redirect(signed);
    storage().get("/bucket/a.png").query(true).reply(302, "", { location: "/two" });
    storage().get("/two").reply(303, "", { location: "https://acme.gorgias.com/three" });
    storage("https://acme.gorgias.com")
      .get("/three")
      .reply(301, "", { location: "//elsewhere.example/four" });
    storage("https://elsewhere.example").get("/four").reply(308, "", { location: "five#top" });
    storage("https://elsewhere.example").get("/five").reply(200, everyByte);
    await expect(download(parts)).resolves.toEqual(everyByte);
  });

  it("ends a loop of redirects with an error that holds none of the addresses", async () => {
    redirect(signed);
    storage().get("/bucket/a.png").query(true).times(5).reply(307, "", { location: signed });
    await expect(failure("downloadFile", parts)).resolves.toMatchObject({
      name: "GorgiasError",
      status: 307,
      message:
        "GET /api/attachment/download/Hna8/a.png: Gorgias redirected more than 5 times; the file was not found.",
    });
  });

  it("checks where each redirect leads", async () => {
    redirect(signed);
    storage().get(/.*/).reply(302, "", { location: "http://127.0.0.1/a.png" });
    await expect(failure("downloadFile", parts)).resolves.toMatchObject({
      message: expect.stringMatching(/an address that is not secure; it was not followed\.$/),
    });
  });

  it("tries the storage host again when it fails", async () => {
    redirect(signed);
    storage().get(/.*/).reply(503);
    storage().get(/.*/).reply(200, everyByte);
    await expect(download(parts)).resolves.toEqual(everyByte);
  });

  it("does not blame the connection for what the storage host refuses", async () => {
    redirect(signed);
    storage().get(/.*/).reply(403, "<Error>Request has expired</Error>");
    await expect(failure("downloadFile", parts)).resolves.toMatchObject({
      name: "GorgiasError",
      status: 403,
    });
  });

  it("tells Gorgias' own words when there is no such file", async () => {
    gorgias()
      .get("/api/attachment/download/Hna8/a.png")
      .reply(404, { error: { msg: "File not found." } });
    await expect(failure("downloadFile", parts)).resolves.toMatchObject({
      message: expect.stringContaining(
        "GET /api/attachment/download/Hna8/a.png: Gorgias answered 404: File not found.",
      ),
    });
  });

  it.each([signed, "https://storage.example/api/attachment/a.png?Expires=9&Signature=s1gn4ture"])(
    "hides the signature of %s in the log",
    async (location) => {
      redirect(location);
      storage().get(/.*/).reply(200, everyByte, { "Content-Type": "image/png" });
      const log = newLog();
      await run("downloadFile", { ...parts, debugRequest: true }, log);
      const { origin, pathname } = new URL(location);
      expect(log.lines).toHaveLength(2);
      expect(log.lines[1]).toContain(`GET ${origin}${pathname}?*** → 200`);
      expect(log.lines[1]).toContain('"body": "(256 bytes)"');
      expect(log.lines.join("\n")).not.toContain("s1gn4ture");
    },
  );
});
