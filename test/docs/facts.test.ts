import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.join(__dirname, "..", "..");
const FOLDERS = ["src", "sandbox", "cli", "bench", "docs", "test"];

/** One or more headings, as in `docs/gorgias-api.md, "Lists" and "Writes"`. */
const CITATION = /docs\/gorgias-api\.md`?, ("[^"]*"(?:(?:,| and|, and) "[^"]*")*)/g;

/** A page in Markdown, by its name or path. */
const PAGE = /\b[\w./-]*\w\.md\b/g;

const headings = [
  ...readFileSync(path.join(ROOT, "docs", "gorgias-api.md"), "utf8").matchAll(/^#{2,3} (.+)$/gm),
].map(([, title = ""]) => title);

const sources = FOLDERS.flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.includes("node_modules"))
    .map((name) => path.join(folder, name)),
).map((file) => ({ file, text: unbroken(readFileSync(path.join(ROOT, file), "utf8")) }));

/** Source code in which no comment is broken over lines. */
function unbroken(code: string): string {
  return code.replace(/[ \t]*\r?\n[ \t]*(?:\*(?!\/)|\/\/)?[ \t]*/g, " ");
}

/** The headings that unbroken code cites, wherever it does. */
function cited(text: string): string[] {
  return [...text.matchAll(CITATION)].flatMap(([, titles = ""]) =>
    [...titles.matchAll(/"([^"]*)"/g)].map(([, title = ""]) => title),
  );
}

it("citations are read with all their headings, broken over lines or not", () => {
  const code = [
    '/** Pages (docs/gorgias-api.md, "Lists" and "Writes"), as `docs/gorgias-api.md`, "Files". */',
    "/**",
    " * Who may do what (docs/gorgias-api.md,",
    ' * "Address and',
    ' * authentication").',
    " */",
    "  // Up to 40 requests (docs/gorgias-api.md,",
    '  // "Rate limit").',
  ];
  expect(cited(unbroken(code.join("\n")))).toEqual([
    "Lists",
    "Writes",
    "Files",
    "Address and authentication",
    "Rate limit",
  ]);
});

it("every fact that a comment cites has its heading in docs/gorgias-api.md", () => {
  const missing = sources.flatMap(({ file, text }) =>
    cited(text)
      .filter((title) => !headings.includes(title))
      .map((title) => `${file}: "${title}"`),
  );
  expect(missing).toEqual([]);
});

it("every page that code names is in this repository", () => {
  const missing = sources.flatMap(({ file, text }) =>
    [...text.matchAll(PAGE)]
      .map(([page]) => page)
      .filter((page) => {
        const folders = ["", "docs", path.dirname(file)];
        return !folders.some((folder) => existsSync(path.join(ROOT, folder, page)));
      })
      .map((page) => `${file}: ${page}`),
  );
  expect(missing).toEqual([]);
});
