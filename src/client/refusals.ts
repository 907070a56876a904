import type { Answer, Method, Outcome } from "./http";
import { isFirewall } from "./outcomes";
import type { Mask } from "./secrets";
import { quoteBody } from "./words";

/** A refusal in words. */
export interface Refusal {
  /** Gorgias' own, if there are any. */
  readonly words: string | undefined;
  /** What it means for the person who reads the error. */
  readonly hint: string | undefined;
}

/** What Gorgias says when it refuses a request, and what that means. */
export function refusalOf(method: Method, answer: Answer, mask: Mask): Refusal {
  if (isFirewall(answer)) {
    return { words: pageWords(answer.body, mask), hint: FIREWALL };
  }
  const words = quoteBody(answer.body, mask);
  switch (answer.status) {
    case 403:
      return { words, hint: forbidden(words)?.hint };
    case 409:
      return { words, hint: method === "DELETE" || USED.test(words ?? "") ? IN_USE : TAKEN };
    default:
      return { words, hint: HINTS[answer.status] };
  }
}

/** Whether a refusal is the connection's fault. */
export function isBlamedOnConnection(outcome: Outcome): boolean {
  if (outcome.kind === "fault" || isFirewall(outcome)) {
    return false;
  }
  const { status, body } = outcome;
  const words = status === 403 ? quoteBody(body, (text) => text) : undefined;
  return status === 401 || forbidden(words)?.blamesConnection === true;
}

/** What a status means (docs/gorgias-api.md, "Errors"). */
const HINTS: Readonly<Record<number, string>> = {
  401: "Check the connection: the username, the key or the token is wrong or has expired.",
  404: "The connected account has nothing there: it was deleted, or the ID is wrong.",
  413: "The upload is larger than Gorgias accepts.",
  429: "The account's rate limit is used up, most likely by other integrations as well.",
};

/** What a 409 can be about (docs/gorgias-api.md, "Errors"). */
const TAKEN = "Another record already uses this identifier, or the two cannot be merged.";
const IN_USE = "Something else still uses it: change or delete that first.";

/** How Gorgias may say that a macro, a rule or a view needs what is to go. */
const USED = /\bused (?:by|in)\b.*\b(?:macro|rule|view)s?\b|\b(?:macro|rule|view)s? uses?\b/i;

/** What a 403 can be about: only its words tell (docs/gorgias-api.md, "Errors"). */
const FORBIDDEN = [
  {
    says: /\b(?:missing|required|insufficient)[ _](?:\w+ )?scopes?\b|\bscopes? (?:is |are )?(?:missing|required)\b/i,
    hint: "The connection's app lacks this scope: add it to the connection's scopes, and connect the account again.",
    blamesConnection: true,
  },
  {
    says: /\bquotas?\b|\bplans?\b|\bsubscription\b|\btrial\b|\bmore than \d|\b(?:exceed|reach)(?:s|es|ed)?\b.*\b(?:limits?|number|maximum)\b|\blimits?\b.*\b(?:exceeded|reached)\b/i,
    hint: "The connection is right: the account has used up what its plan allows, or the plan does not include this. Look at the plan in Gorgias.",
    blamesConnection: false,
  },
  {
    says: /\broles?\b|\bpermissions?\b|\bprivileges?\b|\brights\b|\badmin(?:istrator)?s? only\b|\bonly\b.*\b(?:admin(?:istrator)?|owner)s?\b|(?:\bnot|n't) (?:allowed|authori[sz]ed|permitted)\b/i,
    hint: "The credentials are right, but the role of the connection's user does not allow this in Gorgias.",
    blamesConnection: true,
  },
] as const;

function forbidden(words = ""): (typeof FORBIDDEN)[number] | undefined {
  return FORBIDDEN.find(({ says }) => says.test(words));
}

const FIREWALL =
  "That is the answer of a firewall in front of Gorgias, which refused the request; the connection is not at fault. Try again later, and if this continues, tell Gorgias' support which address your flows come from.";

/** What stands on a firewall's page: its title, or else its text. */
function pageWords(body: unknown, mask: Mask): string | undefined {
  const page = String(body);
  const [, title = ""] = /<title[^>]*>([^<]{1,200})</i.exec(page) ?? [];
  return quoteBody(title.trim() || page.replace(/<[^>]*>/g, " "), mask);
}
