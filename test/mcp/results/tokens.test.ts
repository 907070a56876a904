import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { countTokens } from "gpt-tokenizer/encoding/o200k_base";
import { tokensOf } from "../../../src/mcp/results/tokens";
import { HARD } from "./hard";

const docs = join(__dirname, "../../../docs");

it.each(Object.entries(HARD))("%s has no more tokens than it is taken to have", (_, text) => {
  expect(tokensOf(text)).toBeGreaterThanOrEqual(countTokens(text));
});

it.each(["json", "prose", "German", "a web page"])(
  "%s has at most half as many again as it has",
  (name) => {
    const text = HARD[name] ?? "";
    expect(tokensOf(text)).toBeLessThan(1.5 * countTokens(text));
  },
);

it.each(readdirSync(docs).filter((name) => name.endsWith(".md")))(
  "so it is for docs/%s",
  (name) => {
    const text = readFileSync(join(docs, name), "utf8").slice(0, 20_000);
    const counted = countTokens(text);
    expect(tokensOf(text)).toBeGreaterThanOrEqual(counted);
    expect(tokensOf(text)).toBeLessThan(1.5 * counted);
  },
);

it("counting ends where the limit is passed", () => {
  const text = createHash("sha256").digest("hex").repeat(1_000);
  expect(tokensOf(text, 100)).toBeGreaterThan(100);
  expect(tokensOf(text, 100)).toBeLessThan(105);
});
