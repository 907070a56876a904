import MiniSearch from "minisearch";
import type { Tool } from "../tools/tool";

/** How many tools are told of. */
const MOST_FOUND = 8;

/** Words that say nothing about what is wanted. */
const EMPTY = new Set(
  "a an and are as at be by can do for from get how i in is it me my of on or show that the their them this to want what which with you".split(
    " ",
  ),
);

const finders = new WeakMap<readonly Tool[], (words: string) => readonly Tool[]>();

/**
 * Finds tools by what somebody wants to do: by words of their names, titles and descriptions and of
 * the names of their arguments, the best first. What is made for a list is kept.
 */
export function finderOf(tools: readonly Tool[]): (words: string) => readonly Tool[] {
  const made = finders.get(tools) ?? newFinder(tools);
  finders.set(tools, made);
  return made;
}

function newFinder(tools: readonly Tool[]): (words: string) => readonly Tool[] {
  const index = new MiniSearch<{ id: number; [field: string]: unknown }>({
    fields: ["title", "description", "arguments"],
    processTerm: (term) => (EMPTY.has(term.toLowerCase()) ? null : stem(term.toLowerCase())),
    searchOptions: { boost: { title: 4, description: 2 }, prefix: isLong, fuzzy: false },
  });
  index.addAll(
    tools.map(({ name, description, parameters }, id) => ({
      id,
      title: name.replaceAll("_", " "),
      description,
      arguments: parameters.map((one) => one.name).join(" "),
    })),
  );
  return (words) =>
    index
      .search(words)
      .slice(0, MOST_FOUND)
      .flatMap(({ id }) => tools[id] ?? []);
}

function isLong(term: string): boolean {
  return term.length > 3;
}

/** A word without its ending: tickets and ticket are the same. */
function stem(word: string): string {
  return word.replace(/(?<=\w{3})(?:ies|y)$/, "i").replace(/(?<=\w{3})(?:ing|ed|e|s)$/, "");
}
