/** Text as a heading. */
export function heading(level: number, text: string): string {
  return `${"#".repeat(level)} ${text}`;
}

/** Text between backticks, whatever it holds. */
export function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return longest > 0 ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

/** Text as it is, for readers who see Markdown rendered. */
export function plain(text: string): string {
  return text.replace(/[<*]/g, "\\$&");
}

/** A table with a row each; what would end a cell is written so that it doesn't. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** JSON in a block of its own. */
export function jsonBlock(value: unknown): string {
  return `\`\`\`json\n${compactJson(value)}\n\`\`\``;
}

/** A link to a heading of the same page. */
export function linkTo(title: string): string {
  return `[${title}](#${slug(title)})`;
}

/** The address that a heading gets within its page, by GitHub's rule. */
export function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, "")
    .replace(/ /g, "-");
}

/** Parts of a page, a blank line between them; those that are undefined are left out. */
export function blocks(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join("\n\n");
}

/** The widest line that an object or list in an example may fill. */
const WIDTH = 90;

/** JSON whose small objects and lists stand on one line each. */
function compactJson(value: unknown, indent = ""): string {
  const short = oneLine(value);
  if (typeof value !== "object" || value === null || indent.length + short.length <= WIDTH) {
    return short;
  }
  const deeper = `${indent}  `;
  const [open, items, close] = Array.isArray(value)
    ? ["[", value.map((item) => compactJson(item, deeper)), "]"]
    : [
        "{",
        Object.entries(value).map(
          ([key, one]) => `${JSON.stringify(key)}: ${compactJson(one, deeper)}`,
        ),
        "}",
      ];
  return `${open}\n${items.map((item) => deeper + item).join(",\n")}\n${indent}${close}`;
}

function oneLine(value: unknown): string {
  if (typeof value !== "object" || value === null) {
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) {
    return `[${value.map(oneLine).join(", ")}]`;
  }
  const fields = Object.entries(value).map(
    ([key, one]) => `${JSON.stringify(key)}: ${oneLine(one)}`,
  );
  return fields.length > 0 ? `{ ${fields.join(", ")} }` : "{}";
}

function cell(text: string): string {
  return text.replace(/\|/g, "\\|").replace(/\s*\n\s*/g, " ");
}
