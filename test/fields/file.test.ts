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
  it.each(["content_type", "mimeType", "mime_type"])("can be called %s", async (key) => {
    const file = { data: Buffer.from("x"), contentType: " ", [key]: "image/png", file_name: "a" };
    await expect(uploaded({ file })).resolves.toMatchObject({ type: "image/png", label: "a" });
  });

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
    ["image/png ;name=x.png; ", "image/png", "x.png"],
    ["application/pdf; name=a; boundary=b", "application/pdf; boundary=b", "a"],
    ["application/x-thing; filename=x", "application/x-thing", "x"],
    ['a/b; filename="R\u00e9sum\u00e9.pdf"', "a/b", "R\u00e9sum\u00e9.pdf"],
    ['a/b; name="=?UTF-8?B?UsOpc3Vtw6kucGRm?="', "a/b", "R\u00e9sum\u00e9.pdf"],
    ["a/b; name==?iso-8859-1?q?R=E9sum=E9_1.pdf?=", "a/b", "R\u00e9sum\u00e9 1.pdf"],
    ['a/b; name="=?utf-8?Q?a?=\r\n =?utf-8?Q?b=25.pdf?="', "a/b", "ab%.pdf"],
    ['a/b; name="=?no-such?Q?a?="', "a/b", "=?no-such?Q?a?="],
    ["a/b; name*=UTF-8''R%C3%A9sum%C3%A9.pdf; x=1", "a/b; x=1", "R\u00e9sum\u00e9.pdf"],
    ["a/b; filename=x.pdf; filename*=iso-8859-1'en'%A3.pdf", "a/b", "\u00a3.pdf"],
    ['a/b;\r\n name*0="a long";\r\n name*1=" name 1%.pdf"', "a/b", "a long name 1%.pdf"],
    ["a/b; name*0*=utf-8''%e2%82; name*1*=%ac; name*2=.pdf", "a/b", "\u20ac.pdf"],
  ])("%j is %j, of a file named %j", async (contentType, type, label) => {
    const sent = await uploaded({ file: { data: Buffer.from("x"), contentType } });
    expect({ ...sent, label: Buffer.from(sent.label, "latin1").toString("utf8") }).toEqual({
      label,
      type,
      content: "x",
    });
  });

  it("is read at once, however long it is", async () => {
    for (const long of ["; \t".repeat(50_000), `"${"; ".repeat(50_000)}`, " ".repeat(100_000)]) {
      const file = { data: Buffer.from("x"), contentType: `image/png;${long}\u00e9` };
      await expect(refusal({ file })).resolves.toBe("File: the file's content type is not valid.");
    }
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
    ["data:text/plain,%4a%4A%%4z%c3%A4%4", "text/plain", "JJ%%4z\xc3\xa4%4"],
    ["data:text/plain, with spaces", "text/plain", " with spaces"],
    ["data:text/plain,a;base64,b", "text/plain", "a;base64,b"],
    ['data:image/svg+xml;utf8,<svg id="a, b"/>', "image/svg+xml", '<svg id="a, b"/>'],
    ["data:image/svg+xml;utf8,%3Csvg/%3E", "image/svg+xml", "<svg/>"],
    ["data:image/svg+xml;charset=utf8;utf8,<a b=';'>", "image/svg+xml;charset=utf8", "<a b=';'>"],
    ["data:image/png; base64,iVBORw0KGgo=", "image/png", "\x89PNG\r\n\x1a\n"],
    ["data:image/png ;base64 , iVBO Rw0KGgo=", "image/png", "\x89PNG\r\n\x1a\n"],
    ['data:a/b;x="a;b, c";base64,aGk=', 'a/b;x="a;b, c"', "hi"],
  ])("%j", async (url, type, content) => {
    const sent = { type, content };
    await expect(uploaded({ file: url })).resolves.toMatchObject(sent);
    const payload = { data: url, contentType: "text/plain" };
    await expect(uploaded({ file: payload })).resolves.toMatchObject(sent);
    const files = [{ key: "a", value: url }];
    await expect(uploaded({ files })).resolves.toMatchObject({ ...sent, label: "a" });
  });

  it.each([
    ["name=a.png", "a.png"],
    ["filename=Invoice 12.pdf", "Invoice 12.pdf"],
    ["filename=Invoice, 12, 13.pdf", "Invoice, 12, 13.pdf"],
    ['name="a; b, c.png"', "a; b, c.png"],
    ["name=R%C3%A9sum%C3%A9%20x.pdf", "R\u00e9sum\u00e9 x.pdf"],
    ["name=R\u00e9sum\u00e9 100%.pdf", "R\u00e9sum\u00e9 100%.pdf"],
    ["filename*=UTF-8''R%C3%A9.pdf", "R\u00e9.pdf"],
  ])("may name it: %s", async (parameter, label) => {
    const sent = await uploaded({ file: `data:a/b;x=1;${parameter};base64,aGk=` });
    expect({ ...sent, label: Buffer.from(sent.label, "latin1").toString("utf8") }).toEqual({
      label,
      type: "a/b;x=1",
      content: "hi",
    });
  });

  it.each([
    "data: 1, 2, 3",
    "data:,x",
    "data: something",
    "data:; see below, please",
    "data:;note,x",
    "data:a/b",
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

  it.each([
    "data:image/png;base64 missing its comma",
    'data:image/png;name="a.png;base64,aGk=',
    "data:text/plain; and that is all",
  ])("%j cannot be read", async (file) => {
    await expect(refusal({ file })).resolves.toBe(
      `File: expected a data URL such as data:image/png;base64,\u2026, got ${JSON.stringify(file)}.`,
    );
  });
});

it.each([
  Uint8Array.from([1, 255]).buffer,
  { data: Uint8Array.from([1, 255]).buffer },
  { type: "Buffer", data: [1, 255] },
])("bytes are a file in every form in which steps hand them on: %p", async (file) => {
  await expect(uploaded({ file })).resolves.toMatchObject({ content: "\x01\xff" });
});

it("text is kept to the letter, its byte order mark included", async () => {
  for (const file of [
    "\ufeffName;Ort\r\n",
    { data: "\ufeffName;Ort\r\n", contentType: "text/csv" },
  ]) {
    await expect(uploaded({ file })).resolves.toMatchObject({
      content: Buffer.from("\ufeffName;Ort\r\n").toString("latin1"),
    });
  }
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
