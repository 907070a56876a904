import MiniSearch from "minisearch";
import type { Catalogue, Step } from "../../messages";
import { stepsOf } from "../state/selection";

/** A step that was found, and the words that it was found by, to mark them. */
export interface Found {
  readonly step: Step;
  readonly terms: readonly string[];
}

/** Finds steps by name, endpoint and words of their descriptions, the best first. */
export type Finder = (words: string) => readonly Found[];

/** Makes what finds the steps of a catalogue. */
export function finderOf(catalogue: Catalogue): Finder {
  const steps = stepsOf(catalogue);
  const index = new MiniSearch<Step & { readonly id: number }>({
    fields: ["label", "key", "endpoint", "description"],
    processTerm: singular,
    searchOptions: {
      boost: { label: 8, key: 6, endpoint: 3 },
      combineWith: "AND",
      prefix: true,
    },
  });
  index.addAll(steps.map((step, id) => ({ ...step, id })));
  return (typed) => {
    const words = asEndpoint(typed.trim().toLowerCase());
    const boostDocument = (id: number) => closeness(steps[id], words);
    const exact = index.search(words, { boostDocument });
    // A slip of the finger is forgiven where nothing is found as it was typed.
    const found = exact.length > 0 ? exact : index.search(words, { boostDocument, fuzzy: 0.2 });
    return found.flatMap(({ id, terms }) => {
      const step = steps[id];
      return step ? [{ step, terms }] : [];
    });
  };
}

/** How much better a step is that is called just so: the words of "Get Ticket" stand in others too. */
function closeness(step: Step | undefined, words: string): number {
  const endpoint = asEndpoint(step?.endpoint?.toLowerCase() ?? "");
  const isNamed = [step?.label.toLowerCase(), step?.key.toLowerCase()].includes(words);
  return isNamed || endpoint.endsWith(words) ? 10 : endpoint.includes(words) ? 3 : 1;
}

/** An address as the reference writes it, whoever wrote it: `get /api/tickets/5` is `get /tickets/{id}`. */
function asEndpoint(words: string): string {
  return words.replace("/api/", "/").replace(/(?<=\/)\d+/g, "{id}");
}

/** Ticket and tickets are the same word. */
function singular(term: string): string {
  return term.toLowerCase().replace(/(?<=\w{3})s$/, "");
}
