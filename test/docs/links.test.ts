import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { slug } from "../../docs/markdown";
import { PAGES } from "./commands";

const ROOT = path.join(__dirname, "..", "..");

const pages = [...PAGES, "docs/reference.md"];

/** Markdown without what stands in code. */
function prose(page: string): string {
  return readFileSync(path.join(ROOT, page), "utf8")
    .replace(/^```.*?^```$/gms, "")
    .replace(/(`+)[^`].*?\1/g, "");
}

/** The text of a page's headings, code in them included. */
function headings(page: string): string[] {
  const text = readFileSync(path.join(ROOT, page), "utf8").replace(/^```.*?^```$/gms, "");
  return [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, title = ""]) => title);
}

const links = pages.flatMap((page) =>
  [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = ""]) => ({ page, target }))
    .filter(({ target }) => !/^[a-z]+:/.test(target)),
);

it("there are pages and links to check", () => {
  expect(pages).toEqual(
    expect.arrayContaining(["README.md", "CONTRIBUTING.md", "SECURITY.md", "docs/README.md"]),
  );
  expect(links.length).toBeGreaterThan(20);
});

it.each(pages)("%s has no two headings with the same address", (page) => {
  const slugs = headings(page).map(slug);
  expect(slugs.filter((one, index) => slugs.indexOf(one) !== index)).toEqual([]);
});

it.each(links)("$page: the link $target leads somewhere", ({ page, target }) => {
  const [file = "", anchor] = target.split("#");
  const linked = file === "" ? page : path.join(path.dirname(page), file);
  expect(existsSync(path.join(ROOT, linked))).toBe(true);
  if (anchor !== undefined) {
    expect(headings(linked).map(slug)).toContain(anchor);
  }
});
