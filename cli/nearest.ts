import { distance } from "fastest-levenshtein";

/** How many names are suggested at the most. */
const SUGGESTIONS = 3;

/**
 * Known names that somebody may have meant, the nearest first.
 *
 * @example nearest("listTicket", ["listTickets", "getTicket", "getAccount"]) // ["listTickets", "getTicket"]
 */
export function nearest(typed: string, known: readonly string[]): string[] {
  const farthest = Math.max(2, Math.ceil(typed.length / 3));
  return known
    .map((name) => ({ name, far: distance(plain(typed), plain(name)) }))
    .filter(({ far, name }) => far <= farthest || plain(name).includes(plain(typed)))
    .sort((a, b) => a.far - b.far)
    .slice(0, SUGGESTIONS)
    .map(({ name }) => name);
}

/** The nearest names as a sentence, with a space in front; nothing when no name is near. */
export function didYouMean(typed: string, known: readonly string[]): string {
  const names = nearest(typed, known);
  const last = names.pop();
  return last === undefined
    ? ""
    : ` Did you mean ${names.length > 0 ? `${names.join(", ")} or ` : ""}${last}?`;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, "");
}
