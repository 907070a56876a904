import type { Shop } from "./index";
import type { Macro } from "./records/macro";
import type { Ticket } from "./records/ticket";
import { SortedIndex } from "./sortedIndex";
import { namesIn } from "./uses";

/**
 * The macros by how well they go with a ticket: its tags and language, and the words of its
 * subject. How Gorgias predicts them, no source says.
 */
export function byRelevance(shop: Shop, ticket: Ticket): SortedIndex<Macro> {
  const tags = ticket.tagIds.flatMap((id) => shop.tags.get(id)?.name ?? []);
  const words = wordsOf(ticket.subject ?? "");
  const relevance = (macro: Macro) => {
    const tagged = macro.actions.flatMap((action) => namesIn(action.arguments.tags));
    const shared = wordsOf(macro.name).filter((word) => words.includes(word));
    const sameLanguage = macro.language !== null && macro.language === ticket.language;
    return (
      3 * tagged.filter((name) => tags.includes(name)).length +
      (sameLanguage ? 2 : 0) +
      shared.length
    );
  };
  return new SortedIndex(relevance, shop.macros.values());
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
}
