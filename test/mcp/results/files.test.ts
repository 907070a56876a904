import { countTokens } from "gpt-tokenizer/encoding/o200k_base";
import { isObject } from "../../../src/client/json";
import { MOST_TOKENS, resultOf } from "../../../src/mcp/results";
import { LARGEST_FILE, LARGEST_PICTURE, LONGEST_SIDE } from "../../../src/mcp/results/file";
import { textOf } from "../clients";

const call = { tool: "download_file", takes: ["fields"], uri: "gorgias://x/a", readOnly: true };
const file = (data: Buffer | string, contentType: string, also = {}) =>
  resultOf({ data, contentType }, { ...call, ...also });

/** The object of a result, as a model looks into it. */
const objectOf = ({ structuredContent }: ReturnType<typeof file>) =>
  isObject(structuredContent) ? structuredContent : {};

/** A picture's head, which says how large it is, and as many bytes after that as are wanted. */
function png(width: number, height: number, size = 33): Buffer {
  const head = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
  const bytes = Buffer.alloc(size);
  head.copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}
const gif = Buffer.from("474946383961020003000000003b", "hex");
const webp = Buffer.concat([
  Buffer.from("RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f", "latin1"),
  Buffer.alloc(13),
]);
const jpeg = Buffer.from(
  "ffd8ffe000104a46494600010100000100010000ffc0000b080003000201011100ffd9",
  "hex",
);

describe("text", () => {
  it.each([
    "text/plain",
    "text/csv; charset=utf-8",
    "application/json",
    "application/ld+json",
    "application/xml",
    "image/svg+xml",
    "TEXT/HTML; charset=UTF-8",
  ])("%s comes as text, in the object and in the text that is the same", (contentType) => {
    const result = file(Buffer.from("Größe, 尺寸, 📦"), contentType);
    expect(result.structuredContent).toEqual({
      contentType,
      size: 21,
      text: "Größe, 尺寸, 📦",
    });
    expect(result.content).toHaveLength(1);
    expect(JSON.parse(textOf(result))).toEqual(result.structuredContent);
  });

  it.each([
    ["windows-1252", "4772f6dfe5", "Größå"],
    ["utf-16le", "4700f600", "Gö"],
    ["Shift_JIS", "8ea1", undefined],
    ["shift_jis", "93fa967b", "日本"],
    ["iso-8859-1", "f6", "ö"],
  ])("it is read in the charset that is told: %s", (charset, hex, text) => {
    const found = objectOf(file(Buffer.from(hex, "hex"), `text/plain; charset="${charset}"`));
    expect(found).toEqual(expect.objectContaining({ text: text ?? expect.any(String) }));
  });

  it.each(["text/plain", "text/plain; charset=utf-8", "text/plain; charset=klingon"])(
    "bytes that are no text come to the byte, although they are called %s",
    (contentType) => {
      const bytes = Buffer.from([0xff, 0xfe, 0, 0x80]);
      expect(file(bytes, contentType)).toMatchObject({
        structuredContent: { contentType, size: 4 },
        content: [{ type: "text" }, { resource: { blob: bytes.toString("base64") } }],
      });
    },
  );

  it("a long one is cut and can be read on", () => {
    const text = Array.from({ length: 20_000 }, (_, index) => `${index},Jo Martin\n`).join("");
    const result = file(text, "text/csv");
    const { left_out, text: start, size } = objectOf(result);
    expect(size).toBe(text.length);
    expect(countTokens(textOf(result))).toBeLessThanOrEqual(MOST_TOKENS);
    const kept = String(start).replace(/… \[[\d,]+ more characters\]$/, "");
    expect(text.startsWith(kept)).toBe(true);
    expect(left_out).toBe(
      `Long texts end with the number of characters that are left out: text. For the rest of one, call download_file again with fields: ["text[${kept.length}:]"].`,
    );
    const rest = file(text, "text/csv", { fields: [`text[${kept.length}:]`] });
    expect(String(objectOf(rest).text).slice(0, 100)).toBe(
      text.slice(kept.length, kept.length + 100),
    );
  });
});

describe("pictures", () => {
  it.each([
    ["image/png", png(800, 600)],
    ["image/jpeg", jpeg],
    ["image/gif", gif],
    ["image/webp", webp],
  ])("%s comes as a picture", (contentType, bytes) => {
    expect(file(bytes, contentType)).toEqual({
      structuredContent: { contentType, size: bytes.length },
      content: [
        { type: "text", text: JSON.stringify({ contentType, size: bytes.length }) },
        { type: "image", mimeType: contentType, data: bytes.toString("base64") },
      ],
    });
  });

  it("it is named by what it is, whatever its sender calls it", () => {
    const { content } = file(gif, "image/jpg");
    expect(content[1]).toMatchObject({ type: "image", mimeType: "image/gif" });
  });

  it.each([
    ["image/png", Buffer.from([0, 1, 254, 255])],
    ["image/png", Buffer.alloc(0)],
    ["image/tiff", Buffer.from("49492a0008000000", "hex")],
  ])("%s that no model can look at comes to the byte", (contentType, bytes) => {
    expect(file(bytes, contentType).content[1]).toEqual({
      type: "resource",
      resource: { uri: "gorgias://x/a", mimeType: contentType, blob: bytes.toString("base64") },
    });
  });

  it("the largest one comes whole, and a larger one is left out with its size", () => {
    const largest = (LARGEST_PICTURE / 4) * 3;
    const whole = file(png(800, 600, largest), "image/png").content[1];
    expect(whole?.type === "image" && whole.data.length).toBe(LARGEST_PICTURE);
    const { structuredContent, content } = file(png(800, 600, largest + 1), "image/png");
    expect(content).toHaveLength(1);
    expect(structuredContent).toEqual({
      left_out:
        "The picture has 800 × 600 pixels and 3.8 MB. Models take pictures of up to 8,000 pixels on a side and 5,242,880 characters of base64. A person can open it at its address in Gorgias.",
      contentType: "image/png",
      size: largest + 1,
    });
  });

  it.each([
    [LONGEST_SIDE, "image"],
    [LONGEST_SIDE + 1, undefined],
  ])("a side of %i pixels", (side, type) => {
    expect(file(png(side, 10), "image/png").content[1]?.type).toBe(type);
    expect(file(png(10, side), "image/png").content[1]?.type).toBe(type);
  });

  it("one comes without structuredContent where that would hide it", () => {
    const result = file(gif, "image/gif", { picturesAlone: true });
    expect(result).not.toHaveProperty("structuredContent");
    expect(result.content.map(({ type }) => type)).toEqual(["text", "image"]);
    expect(file("a", "text/plain", { picturesAlone: true })).toHaveProperty("structuredContent");
  });
});

describe("everything else", () => {
  it.each(["application/pdf", "application/octet-stream", "no type"])(
    "%s comes as a base64 resource, to the byte",
    (contentType) => {
      const bytes = Buffer.from([0, 1, 254, 255]);
      expect(file(bytes, contentType)).toMatchObject({
        structuredContent: { contentType, size: 4 },
        content: [
          { type: "text" },
          {
            type: "resource",
            resource: { mimeType: contentType, blob: bytes.toString("base64") },
          },
        ],
      });
    },
  );

  it("up to 10 MB; what is larger is left out with its size", () => {
    expect(file(Buffer.alloc(LARGEST_FILE), "application/pdf").content).toHaveLength(2);
    const result = file(Buffer.alloc(LARGEST_FILE + 1), "application/pdf");
    expect(result.content).toHaveLength(1);
    expect(objectOf(result).left_out).toBe(
      "The file has 10.0 MB, and a call answers at most 10 MB. A person can open it at its address in Gorgias.",
    );
  });
});
