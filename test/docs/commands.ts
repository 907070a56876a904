import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.join(__dirname, "..", "..");

/** The pages that people read, by their place in the repository. The reference has no commands. */
export const PAGES: readonly string[] = [
  ...readdirSync(ROOT).filter((name) => name.endsWith(".md")),
  ...readdirSync(path.join(ROOT, "docs"))
    .filter((name) => name.endsWith(".md") && name !== "reference.md")
    .map((name) => `docs/${name}`),
  ...readdirSync(path.join(ROOT, ".github/ISSUE_TEMPLATE")).map(
    (name) => `.github/ISSUE_TEMPLATE/${name}`,
  ),
];

/** A block of code in a page. */
export interface Block {
  readonly language: string;
  readonly text: string;
}

/** What a page of the repository says. */
export function textOf(page: string): string {
  return readFileSync(path.join(ROOT, page), "utf8");
}

/** The lines of a page that begin or end a block of code, in whatever way Markdown knows. */
export function fencesOf(page: string): string[] {
  return textOf(page)
    .split("\n")
    .filter((line) => /```|~~~/.test(line))
    .map((line) => line.trim());
}

/** The blocks of code in a page, in their order. */
export function blocksOf(page: string): Block[] {
  return [...textOf(page).matchAll(/^ *```(\S*)\n(.*?)^ *```$/gms)].map(
    ([, language = "", text = ""]) => ({ language, text }),
  );
}

/** The commands that a page shows in blocks: one a line, unless a backslash ends it. */
export function commandsOf(page: string): string[] {
  return blocksOf(page)
    .flatMap(({ language, text }) =>
      language === "yaml" ? runIn(text) : language === "sh" ? linesOf(text) : [],
    )
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}

function linesOf(text: string): string[] {
  return text.replace(/\\\n\s*/g, "").split("\n");
}

/** What the steps of a workflow run: `run:` with a command behind it, or below it after `>`. */
function runIn(workflow: string): string[] {
  const steps = workflow.matchAll(/^( *)(?:- )?run: (?:>\n((?:\1 {3,}\S.*\n)+)|(.+)$)/gm);
  return [...steps].map(([, , folded, command = ""]) => folded?.replace(/\s+/g, " ") ?? command);
}

/** The commands that a page names within its sentences. */
export function namedIn(page: string): string[] {
  const prose = textOf(page).replace(/^ *```.*?^ *```$/gms, "");
  const named = /`((?:[A-Z_]+=\S+ )*(?:npm|npx|node|curl|prism|git) [^`]+|\.ci\/run)`/g;
  return [...prose.matchAll(named)].map(([, command = ""]) => command);
}
