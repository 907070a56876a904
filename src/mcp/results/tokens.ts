/**
 * About how many tokens a model reads in a text. It looks at each character once and knows no
 * vocabulary: a row of characters of one kind costs something for its first one and less for those
 * that follow. `test/mcp/results/tokens.test.ts` holds it against o200k_base: it says no less than
 * that counts, for JSON, prose in any script, base64 and emoji, and seldom half as much again.
 *
 * @param limit where counting ends: what comes back is more than that then
 */
export function tokensOf(text: string, limit = Number.POSITIVE_INFINITY): number {
  let tokens = 0;
  let row = SPACE;
  let length = 0;
  for (let index = 0; index < text.length && tokens <= limit; index++) {
    const kind = kindOf(text.charCodeAt(index));
    // A word that begins with a capital is one word.
    const goesOn = kind === row || (kind === LOWER && row === UPPER && length === 1);
    length = goesOn ? length + 1 : 1;
    tokens += goesOn ? (length > LONGEST_WORD ? kind.beyond : kind.next) : kind.first;
    // Codes such as base64 change within a word, and vocabularies have few of their parts.
    tokens += !goesOn && IN_WORDS.has(kind) && IN_WORDS.has(row) ? CODE : 0;
    row = kind;
  }
  return tokens;
}

/** What characters of one kind cost in a row: the first, the next ones, and those far behind. */
interface Kind {
  readonly first: number;
  readonly next: number;
  readonly beyond: number;
}

/** From here on a row of letters is no word that a vocabulary would have. */
const LONGEST_WORD = 14;

const SPACE: Kind = { first: 0.1, next: 0.1, beyond: 0.1 };
const LOWER: Kind = { first: 0.75, next: 0.12, beyond: 0.55 };
const UPPER: Kind = { first: 0.8, next: 0.5, beyond: 0.6 };
const DIGIT: Kind = { first: 1.05, next: 0.36, beyond: 0.36 };
const SIGN: Kind = { first: 0.85, next: 0.45, beyond: 0.6 };

const IN_WORDS: ReadonlySet<Kind> = new Set([LOWER, UPPER, DIGIT]);

/** What a change from one of {@link IN_WORDS} to another costs. */
const CODE = 0.3;

/** Other scripts, by the code that each of them ends before, and what each character costs. */
const SCRIPTS: readonly (readonly [end: number, cost: number])[] = [
  [0x250, 0.5],
  // Greek and Cyrillic.
  [0x530, 0.4],
  // Hebrew and Arabic.
  [0x700, 0.55],
  // India and South East Asia.
  [0x1100, 0.65],
  // Signs, dashes and quotation marks among them.
  [0x3000, 1.5],
  // Japanese, Chinese.
  [0xa000, 1],
  [0xac00, 3],
  // Korean.
  [0xd800, 0.7],
  // Halves of emoji and of rare characters.
  [0xe000, 1.5],
  [0x10000, 3],
];

const OTHERS = SCRIPTS.map(([end, cost]) => ({
  end,
  kind: { first: cost, next: cost, beyond: cost },
}));

/** Of every character, which is quicker to look up than to find out. */
const KINDS: readonly Kind[] = Array.from({ length: 0x10000 }, (_, code) => kindAt(code));

function kindOf(code: number): Kind {
  return KINDS[code] ?? SIGN;
}

function kindAt(code: number): Kind {
  const character = String.fromCharCode(code);
  if (code >= 0x80) {
    return OTHERS.find(({ end }) => code < end)?.kind ?? SIGN;
  }
  if (/\s/.test(character)) {
    return SPACE;
  }
  if (/[a-z]/.test(character)) {
    return LOWER;
  }
  return /[A-Z]/.test(character) ? UPPER : /\d/.test(character) ? DIGIT : SIGN;
}
