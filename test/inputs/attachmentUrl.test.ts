import { failure, run } from "../support/steps";
import { gorgias, useWire } from "../support/wire";

useWire();

const HOSTS = ["https://uploads.gorgias.io", "https://attachments.gorgias.help/uploads.gorgias.io"];

/** The path of what Download File asks for. */
async function asked(attachmentUrl: string, others: object = {}): Promise<string> {
  let path = "";
  gorgias()
    .get(/./)
    .reply(200, (uri) => {
      path = uri;
      return "content";
    });
  await run("downloadFile", { attachmentUrl, ...others });
  return path;
}

it.each([
  ...HOSTS.map((host) => [`${host}/Hna8/a.png`, "attachment"]),
  ...HOSTS.map((host) => [`${host}/public_attachment/Hna8/a.png`, "public_attachment"]),
  ["https://acme.gorgias.com/api/attachment/download/Hna8/a.png", "attachment"],
  ["https://acme.gorgias.com/api/attachment/download/Hna8/a.png?format=png", "attachment"],
  ["https://acme.gorgias.com/api/new_type/download/Hna8/a.png", "new_type"],
  ["HTTPS://UPLOADS.gorgias.io/Hna8/a.png", "attachment"],
  ["\u200bhttps://uploads.gorgias.io/Hna8/a.png \u00a0", "attachment"],
  ["https://uploads.gorgias.io/Hna8/a.png?v=1&w=2#top", "attachment"],
  ["http://127.0.0.1:8090/profile_picture/Hna8/a.png", "profile_picture"],
])("%s is a.png, of the type %s", async (address, type) => {
  await expect(asked(address)).resolves.toBe(`/api/${type}/download/Hna8/a.png`);
});

it("the format is no part of the name, whether that has an extension or not", async () => {
  const address = "https://acme.gorgias.com/api/attachment/download/Hna8/a?format=png";
  await expect(asked(address)).resolves.toBe("/api/attachment/download/Hna8/a");
});

it("File Type says what an address leaves out", async () => {
  const address = "https://uploads.gorgias.io/Hna8/a.png";
  await expect(asked(address, { file_type: "widget_picture" })).resolves.toBe(
    "/api/widget_picture/download/Hna8/a.png",
  );
});

const NAMES = [
  ["Invoice #123.pdf", "Invoice #123.pdf"],
  ["#1.pdf", "#1.pdf"],
  ["a.png#top", "a.png#top"],
  ["100% off.png", "100% off.png"],
  ["100%.png", "100%.png"],
  ["100%20 off.png", "100%20 off.png"],
  ["what?.png", "what?.png"],
  ["what? why?", "what? why?"],
  ["a?#%.png", "a?#%.png"],
  ["Rechnung März.pdf", "Rechnung März.pdf"],
  ["Rechnung%20M%C3%A4rz.pdf", "Rechnung März.pdf"],
  ["Rechnung%20März.pdf", "Rechnung März.pdf"],
  ["a%23b%3Fc=d%25.png", "a#b?c=d%.png"],
  ["Invoice%20#1.pdf", "Invoice #1.pdf"],
  ["M%C3%A4rz?.pdf", "März?.pdf"],
  ["a%23b#c.pdf", "a#b#c.pdf"],
  ["50%25#1.pdf", "50%#1.pdf"],
  ["50%#1%20.pdf", "50%#1 .pdf"],
  ["a%20b.png?", "a b.png"],
  ["a b.png#", "a b.png"],
  ["why?", "why"],
  ["a+b&c;d,e=f@g:h!.png", "a+b&c;d,e=f@g:h!.png"],
  ["発注書 😀.png", "発注書 😀.png"],
];

it.each(NAMES)("the name %j is %j, and no other file is asked for", async (written, name) => {
  const expected = `/api/attachment/download/Hna8/${encodeURIComponent(name)}`;
  for (const host of [...HOSTS, "https://acme.gorgias.com/api/attachment/download"]) {
    const path = await asked(`${host}/Hna8/${written}`);
    expect(decodeURIComponent(path)).toBe(decodeURIComponent(expected));
  }
});

it("an address as programs write it names the file that the address means", async () => {
  const written = "https://uploads.gorgias.io/Hna8/Größe 10% & mehr?.pdf";
  for (const address of [encodeURI(written), new URL(written).href]) {
    const path = await asked(address);
    expect(decodeURIComponent(path)).toBe("/api/attachment/download/Hna8/Größe 10% & mehr?.pdf");
  }
});

it.each([
  ["which name is meant", "https://uploads.gorgias.io/Hna8/what?x=1.png"],
  ["which name is meant", "https://uploads.gorgias.io/Hna8/what?x=1"],
  ["where the name begins", "https://uploads.gorgias.io/Hna8/7/8.png"],
  ["where the name begins", "https://uploads.gorgias.io/attachment/Hna8/7/8.png"],
  ["what stands in front", "https://uploads.gorgias.io/other/Hna8/a.png"],
  ["whose file it is", "https://cdn.shopify.com/s/a.png"],
  ["whose file it is", "https://gorgias.io.evil.example/Hna8/a.png"],
  ["whose file it is", "https://evil-gorgias.io/Hna8/a.png"],
  ["whose file it is", "https://uploads.gorgias.io@evil.example/Hna8/a.png"],
  ["whose file it is", "https://config.gorgias.io/Hna8/a.png"],
  ["whose file it is", "https://gorgias.io/Hna8/a.png"],
  ["whose file it is", "https://acme.gorgias.io/api/attachment/download/Hna8/a.png"],
  ["whose file it is", "https://acme.gorgias.com/app/7"],
  ["which file it is", "https://uploads.gorgias.io/Hna8/"],
  ["which file it is", "https://uploads.gorgias.io/Hna8/?"],
  ["which file it is", "https://uploads.gorgias.io/Hna8/%2e%2e#"],
  ["which file it is", "https://uploads.gorgias.io/Hna8/a%2Fb#c.png"],
  ["which file it is", "https://uploads.gorgias.io/Hna8/.."],
  ["which file it is", "https://uploads.gorgias.io/Hna8/%2e%2e"],
  ["which file it is", "https://uploads.gorgias.io/Hna8/a%2Fb.png"],
  ["which file it is", "https://uploads.gorgias.io/Hna8/a\\b.png"],
  ["which file it is", "uploads.gorgias.io/Hna8/a.png"],
])("an address that does not say %s is refused: %s", async (_, attachmentUrl) => {
  await expect(failure("downloadFile", { attachmentUrl })).resolves.toMatchObject({
    name: "InputError",
    message: expect.stringMatching(/^Attachment URL: expected an attachment's address, got "/),
  });
});
