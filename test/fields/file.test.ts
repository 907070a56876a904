import { failure, run } from "../support/steps";
import { gorgias, useWire } from "../support/wire";

useWire();

/** A file as it reaches Gorgias: its label, its content type and its bytes. */
async function uploaded(inputs: object): Promise<{ label: string; type: string; content: string }> {
  let form = "";
  gorgias()
    .post("/api/upload")
    .reply((_uri, body) => {
      const isText = String(body).startsWith("--");
      form = Buffer.from(String(body), isText ? "utf8" : "hex").toString("latin1");
      return [201, []];
    });
  await run("uploadFiles", { ...inputs });
  const [head = "", ...content] = form.split("\r\n\r\n");
  return {
    label: /name="([^"]*)"/.exec(head)?.[1] ?? "",
    type: /Content-Type: (.*)$/.exec(head)?.[1] ?? "",
    content: content.join("\r\n\r\n").replace(/\r\n--[^\r]*--\r\n$/, ""),
  };
}

const refusal = async (inputs: object) => (await failure("uploadFiles", { ...inputs })).message;

describe("the content type", () => {
  it.each(["", " ", null, undefined])("%p is as good as none", async (contentType) => {
    const file = { data: Buffer.from("x"), contentType };
    await expect(uploaded({ file })).resolves.toMatchObject({
      type: "application/octet-stream",
      label: "file.bin",
    });
    await expect(uploaded({ file: { data: "x", contentType } })).resolves.toMatchObject({
      type: "text/plain",
    });
  });

  it.each([
    ["text/plain;\r\n charset=utf-8", "text/plain; charset=utf-8", "file.txt"],
    ["text/plain;\n\tcharset=utf-8", "text/plain; charset=utf-8", "file.txt"],
    [' image/png; name="a.png" ', "image/png", "a.png"],
    ["image/png;name=a.png", "image/png", "a.png"],
    [
      'image/png;\r\n\tname="Zo\u00eb; \\"1\\".png"; x=1',
      "image/png; x=1",
      "Zo\u00eb; %221%22.png",
    ],
    ['image/png; name=""', "image/png", "file.png"],
    ["image/png;", "image/png", "file.png"],
    ["application/x-thing; filename=x", "application/x-thing; filename=x", "file.thing"],
  ])("%j is %j, of a file named %j", async (contentType, type, label) => {
    const sent = await uploaded({ file: { data: Buffer.from("x"), contentType } });
    expect({ ...sent, label: Buffer.from(sent.label, "latin1").toString("utf8") }).toEqual({
      label,
      type,
      content: "x",
    });
  });

  it("names the file only where nothing else does", async () => {
    const file = { data: Buffer.from("x"), contentType: 'image/png; name="a.png"', name: "b.png" };
    await expect(uploaded({ file })).resolves.toMatchObject({ label: "b.png" });
    await expect(uploaded({ file, fileName: "c.png" })).resolves.toMatchObject({ label: "c.png" });
  });

  it.each(["png", "image/png\r\nX-Evil: 1", "image/png; x=\u0007", "image/png; x=é", 7, {}])(
    "%j is none",
    async (contentType) => {
      await expect(refusal({ file: { data: "x", contentType } })).resolves.toBe(
        "File: the file's content type is not valid.",
      );
    },
  );
});

describe("a data URL is the file that is written in it", () => {
  it.each([
    ["data:image/png;base64,iVBORw0KGgo=", "image/png", "\x89PNG\r\n\x1a\n"],
    [" data:image/png;base64,iVBO\r\nRw0K\r\nGgo ", "image/png", "\x89PNG\r\n\x1a\n"],
    ["data:image/png;base64,iVBORw0KGgo%3D", "image/png", "\x89PNG\r\n\x1a\n"],
    ["data:;base64,-_8", "text/plain", "\xfb\xff"],
    ["DATA:text/csv;charset=utf-8,a%2Cb%0A%ff", "text/csv;charset=utf-8", "a,b\n\xff"],
    ["data:;charset=latin1,caf%E9", "text/plain;charset=latin1", "caf\xe9"],
    ["data:image/svg+xml,%3Csvg/%3E", "image/svg+xml", "<svg/>"],
    ["data:text/plain,100%", "text/plain", "100%"],
  ])("%j", async (url, type, content) => {
    const sent = { type, content };
    await expect(uploaded({ file: url })).resolves.toMatchObject(sent);
    const payload = { data: url, contentType: "text/plain" };
    await expect(uploaded({ file: payload })).resolves.toMatchObject(sent);
    const files = [{ key: "a", value: url }];
    await expect(uploaded({ files })).resolves.toMatchObject({ ...sent, label: "a" });
  });

  it("may name it", async () => {
    const file = "data:image/png;name=a.png;base64,iVBORw0KGgo=";
    await expect(uploaded({ file })).resolves.toMatchObject({ label: "a.png", type: "image/png" });
  });

  it.each([
    "data: 1, 2, 3",
    "data:text/plain, with spaces",
    "data:,x",
    "data:image/png;base64 missing its comma",
    "see data:image/png;base64,iVBORw0KGgo=",
  ])("%j is text", async (text) => {
    await expect(uploaded({ file: text })).resolves.toMatchObject({
      type: "text/plain",
      content: text,
    });
  });

  it.each(["data:image/png;base64,%%%", "data:image/png;base64,iVBOR", "data:;base64,iV=B"])(
    "%j is damaged",
    async (file) => {
      await expect(refusal({ file })).resolves.toBe(
        `File: expected a data URL in base64, got ${JSON.stringify(file)}.`,
      );
    },
  );
});

it.each([
  Uint8Array.from([1, 255]).buffer,
  { data: Uint8Array.from([1, 255]).buffer },
  { type: "Buffer", data: [1, 255] },
])("bytes are a file in every form in which steps hand them on: %p", async (file) => {
  await expect(uploaded({ file })).resolves.toMatchObject({ content: "\x01\xff" });
});

it("numbers that are no bytes are none", async () => {
  await expect(refusal({ file: { type: "Buffer", data: [256] } })).resolves.toMatch(
    /^File: expected a file, such as what a download answers, got /,
  );
});

it("Raw Request sends a file as its body, also one that went through JSON", async () => {
  gorgias()
    .post("/api/things", "hello")
    .twice()
    .matchHeader("content-type", "text/csv")
    .reply(200, {});
  const data = Buffer.from("hello");
  for (const one of [data, JSON.parse(JSON.stringify(data))]) {
    const file = { data: one, contentType: "text/csv" };
    await run("rawRequest", { method: "POST", url: "/things", data: file });
  }
});
